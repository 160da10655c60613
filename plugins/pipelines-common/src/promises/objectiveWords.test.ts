import type { Objective } from '../kinds/objectives';
import { objectiveWords } from './objectiveWords';

const context = {
  timeZone: 'America/New_York',
  schedules: [
    {
      audience: 'investors',
      cron: '0 6 1 * *',
      timeZone: 'America/New_York',
      grace: '2h',
    },
    { audience: 'finance', cron: '0 6 * * *', timeZone: 'Europe/Berlin' },
  ],
  nameOf: (ref: string) => (ref === 'accounts' ? 'Accounts Team' : ref),
};

function words(objective: Objective) {
  const { sentence, target, grace } = objectiveWords(objective, context);
  // The space before the percent sign does not break; a test reads easier plain.
  return [sentence, target, grace].map(text => text?.replace(/\u00a0/g, ' '));
}

describe('objectiveWords', () => {
  it.each<[Objective, sentence: string, target: string, grace?: string]>([
    [
      { id: 'a', type: 'delivery', audience: 'investors' },
      "Investors' figures are ready at 06:00 on day 1 of the month (New York)",
      'every time',
      "2 hours' grace",
    ],
    [
      { id: 'a', type: 'delivery', audience: 'finance' },
      "Finance's figures are ready at 06:00 every day (Berlin)",
      'every time',
    ],
    [
      { id: 'a', type: 'delivery', deadline: 'end of week', grace: '1h' },
      'Figures are ready by the end of the week (New York)',
      'every time',
      "1 hour's grace",
    ],
    [
      { id: 'a', type: 'delivery', deadline: 'friday 17:00', grace: '0m' },
      'Figures are ready by 17:00 every Friday (New York)',
      'every time',
    ],
    [
      { id: 'a', type: 'freshness', maxAge: '24h' },
      'Data is never older than 24 hours',
      'all the time',
    ],
    [
      { id: 'a', type: 'freshness', maxAge: '1d', target: 99 },
      'Data is at most 1 day old, 99 % of the time',
      '99 % of the time',
    ],
    [
      {
        id: 'a',
        type: 'ratio',
        metric: 'active-accounts',
        dimension: 'completeness',
      },
      '100 % of active accounts are complete',
      '100 %',
    ],
    [
      {
        id: 'a',
        type: 'ratio',
        metric: 'executive.report-completeness',
        of: 'required metrics',
        dimension: 'completeness',
      },
      '100 % of required metrics are complete',
      '100 %',
    ],
    [
      { id: 'a', type: 'ratio', metric: 'rows', target: 95 },
      'At least 95 % of rows are good',
      '95 %',
    ],
    [
      {
        id: 'a',
        type: 'ratio',
        metric: 'click-events.valid',
        dimension: 'conformity',
        target: 99.9,
      },
      'At least 99.9 % of click events are valid',
      '99.9 %',
    ],
    [
      { id: 'a', type: 'success', audience: 'investors' },
      'Every expected run for investors succeeds',
      '100 % of runs',
    ],
    [
      { id: 'a', type: 'success', target: 95 },
      'At least 95 % of runs succeed',
      '95 % of runs',
    ],
    [
      { id: 'a', type: 'availability', target: 99.9 },
      'The pipeline is up 99.9 % of the time',
      '99.9 % of the time',
    ],
    [
      { id: 'a', type: 'availability' },
      'The pipeline is always up',
      '100 % of the time',
    ],
    [
      { id: 'a', type: 'resolution', severities: ['critical'], within: '48h' },
      'Critical issues are mended within 48 hours',
      'every issue',
    ],
    [
      { id: 'a', type: 'resolution', within: '1w', target: 90 },
      'At least 90 % of issues are mended within 1 week',
      '90 % of them',
    ],
    [
      {
        id: 'a',
        type: 'resolution',
        severities: ['critical', 'high'],
        by: 'end of month',
      },
      'Critical and high issues are mended by the end of the month (New York)',
      'every issue',
    ],
    [
      { id: 'a', type: 'review', every: 'month', by: 'accounts' },
      'Accounts Team reviews every month',
      'every month',
    ],
    [
      {
        id: 'a',
        type: 'review',
        every: 'quarter',
        by: 'accounts',
        due: 'last business day 17:00',
      },
      'Accounts Team reviews every quarter, by 17:00 on the last business day of the month (New York)',
      'every quarter',
    ],
  ])('says %j as "%s"', (objective, ...expected) => {
    expect(words(objective).filter(Boolean)).toEqual(expected);
  });

  it("takes the author's title, or names the sort of promise", () => {
    const objective: Objective = { id: 'a', type: 'freshness', maxAge: '24h' };
    expect(objectiveWords(objective, context).title).toBe('Data freshness');
    expect(
      objectiveWords({ ...objective, title: 'Fresh figures' }, context).title,
    ).toBe('Fresh figures');
  });
});
