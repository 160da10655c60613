import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderOnPage, runbook, runbookRow } from '../../__testUtils__';
import { RunbookRows } from './RunbookRows';

const many = runbook({
  rows: [
    runbookRow(),
    runbookRow({
      id: 'kafka-outage',
      title: 'Kafka Outages',
      symptom: 'No user click data',
      actions: ['Check Kafka cluster status'],
      escalation: 'Infrastructure team, immediate alert',
    }),
    runbookRow({
      id: 'duplicates',
      title: 'Duplicate Events',
      symptom: 'Same event processed twice',
      actions: ['Check event IDs'],
      escalation: 'Data Engineering team',
    }),
  ],
});

describe('<RunbookRows />', () => {
  it.each([
    ['a name', 'kafka', ['Kafka Outages']],
    ['a symptom', 'SAME event', ['Duplicate Events']],
    ['an action', 'freshness', ['Revenue Mismatch']],
    ['an escalation', 'infrastructure', ['Kafka Outages']],
    [
      'several',
      'check',
      ['Revenue Mismatch', 'Kafka Outages', 'Duplicate Events'],
    ],
  ])('are found by %s', async (_what, words, titles) => {
    renderOnPage(<RunbookRows runbook={many} />);
    await userEvent.type(
      await screen.findByRole('searchbox', { name: 'Filter troubles' }),
      words,
    );
    expect(
      screen.getAllByRole('heading', { level: 4 }).map(row => row.textContent),
    ).toEqual(titles);
  });

  it('say so when nothing is found', async () => {
    renderOnPage(<RunbookRows runbook={many} />);
    await userEvent.type(await screen.findByRole('searchbox'), 'dragons');
    expect(screen.getByRole('status')).toHaveTextContent(
      'No trouble mentions "dragons".',
    );
  });

  it('need no filter when they are few', async () => {
    renderOnPage(<RunbookRows runbook={runbook()} />);
    expect(
      await screen.findByRole('region', { name: 'Revenue Mismatch' }),
    ).toBeVisible();
    expect(screen.queryByRole('searchbox')).not.toBeInTheDocument();
  });

  it('can be none, and then say how to write one', async () => {
    renderOnPage(<RunbookRows runbook={runbook({ rows: [] })} />);
    expect(
      await screen.findByText('This runbook has no rows yet.'),
    ).toBeVisible();
  });
});
