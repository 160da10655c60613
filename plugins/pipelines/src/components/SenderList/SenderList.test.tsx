import { PipelinesApi } from '@techflow/backstage-plugin-pipelines-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  readAnywhere,
  readInBerlin,
  renderOnPage,
  sender,
} from '../../__testUtils__';
import { SenderList } from './SenderList';

function renderSenders(getSenders: PipelinesApi['getSenders']) {
  renderOnPage(<SenderList />, { pipelinesApi: { getSenders } });
}

describe('<SenderList />', () => {
  beforeEach(() => readInBerlin());
  afterEach(readAnywhere);

  it('says who is heard and who has fallen silent, by word', async () => {
    renderSenders(async () => ({
      items: [sender(), sender({ route: 'measurements', isSilent: true })],
    }));
    const table = await screen.findByRole('grid', { name: 'Senders' });
    expect(
      within(table)
        .getAllByRole('row')
        .slice(1)
        .map(({ textContent }) => textContent),
    ).toEqual([
      'external:airflowlineage✔heardMon 23 Nov 15:59Sun 1 Nov 07:0012,3452',
      'external:airflowmeasurements▲silent for too longMon 23 Nov 15:59Sun 1 Nov 07:0012,3452',
    ]);
  });

  it('says what to do when nobody has sent anything', async () => {
    renderSenders(async () => ({ items: [] }));
    expect(
      await screen.findByText(/Nobody has sent anything yet/),
    ).toBeVisible();
  });

  it('says what is missing, and tries again', async () => {
    renderSenders(
      jest
        .fn()
        .mockRejectedValueOnce(new Error('Failed to fetch'))
        .mockResolvedValue({ items: [sender()] }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(await screen.findByText('external:airflow')).toBeVisible();
  });
});
