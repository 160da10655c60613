import { NotAllowedError } from '@backstage/errors';
import { PipelinesApi } from '@techflow/backstage-plugin-pipelines-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  heardJob,
  readAnywhere,
  readInBerlin,
  renderOnPage,
} from '../../__testUtils__';
import { UnclaimedJobs } from './UnclaimedJobs';

function renderJobs(getUnclaimedJobs: PipelinesApi['getUnclaimedJobs']) {
  renderOnPage(<UnclaimedJobs />, { pipelinesApi: { getUnclaimedJobs } });
}

describe('<UnclaimedJobs />', () => {
  beforeEach(() => readInBerlin());
  afterEach(readAnywhere);

  it('lists jobs, and opens each to the lines that claim it', async () => {
    renderJobs(async () => ({
      items: [heardJob(), heardJob({ id: 'job-2', outputs: [] })],
    }));
    const table = await screen.findByRole('table', {
      name: 'Jobs that no pipeline claims',
    });
    const [, first, second] = within(table)
      .getAllByRole('row')
      .map(({ textContent }) => textContent);
    expect(first).toBe(
      'YAMLChurn MonthlyairflowMon 23 Nov 07:00Airflowexternal:airflowsnowflake://acct fin.churn',
    );
    expect(second).toContain('—');
    const [button] = screen.getAllByRole('button', {
      name: 'YAML for Churn Monthly',
    });
    await userEvent.click(button);
    expect(
      await screen.findByRole('region', {
        name: 'Claim it for a new pipeline',
      }),
    ).toBeVisible();
  });

  it('turns pages by cursor', async () => {
    const getUnclaimedJobs = jest.fn(
      async ({
        cursor,
      }: NonNullable<Parameters<PipelinesApi['getUnclaimedJobs']>[0]> = {}) =>
        cursor
          ? { items: [heardJob({ job: { namespace: 'n', name: 'older' } })] }
          : { items: [heardJob()], nextCursor: 'older' },
    );
    renderJobs(getUnclaimedJobs);
    expect(await screen.findByText('Churn Monthly')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: /next/i }));
    expect(await screen.findByText('older')).toBeVisible();
    expect(getUnclaimedJobs).toHaveBeenLastCalledWith({
      limit: 20,
      cursor: 'older',
    });
  });

  it('says when there are none, and what to do if nothing is heard', async () => {
    renderJobs(async () => ({ items: [] }));
    expect(
      await screen.findByText(/Every job that was heard of belongs/),
    ).toBeVisible();
  });

  it('says what is missing, and tries again', async () => {
    renderJobs(
      jest
        .fn()
        .mockRejectedValueOnce(new Error('Failed to fetch'))
        .mockRejectedValue(new NotAllowedError()),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(
      await screen.findByText('You may not see which jobs were heard of.'),
    ).toBeVisible();
  });
});
