import { PipelinesApi } from '@techflow/backstage-plugin-pipelines-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  readAnywhere,
  readInBerlin,
  refusal,
  renderOnPage,
} from '../../__testUtils__';
import { RefusalList } from './RefusalList';

function renderRefusals(getRefusals: PipelinesApi['getRefusals']) {
  renderOnPage(<RefusalList />, { pipelinesApi: { getRefusals } });
}

describe('<RefusalList />', () => {
  beforeEach(() => readInBerlin());
  afterEach(readAnywhere);

  it('says why, of what, of whom and how often', async () => {
    renderRefusals(async () => ({
      items: [refusal(), refusal({ id: 'refusal-2', of: 'facet' })],
    }));
    const table = await screen.findByRole('grid', { name: 'Refused' });
    const [item, facet] = within(table)
      .getAllByRole('row')
      .slice(1)
      .map(({ textContent }) => textContent);
    expect(item).toBe(
      'run.runId is missing; it must be some words.all of itexternal:sparklineage17since Sun 22 Nov 07:00Mon 23 Nov 07:00',
    );
    expect(facet).toContain('a part (facet); the rest of the event was kept');
  });

  it('says when nothing was refused', async () => {
    renderRefusals(async () => ({ items: [] }));
    expect(
      await screen.findByText('Nothing was refused lately.'),
    ).toBeVisible();
  });

  it('says what is missing, and tries again', async () => {
    renderRefusals(
      jest
        .fn()
        .mockRejectedValueOnce(new Error('Failed to fetch'))
        .mockResolvedValue({ items: [refusal()] }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(await screen.findByText('external:spark')).toBeVisible();
  });
});
