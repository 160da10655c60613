/*
 * Test fixture: the customer's document as tables, written from its words alone
 * and not from the entities in `catalog-info`, so that a test can hold what the
 * catalog serves against it. Nothing but tests imports this file.
 *
 * Words stand here as in the document, without its markup. Where an entity
 * splits a line into a list, joining the list with ", " gives the line again;
 * upper and lower case may differ.
 */
import {
  Criticality,
  Monitor,
  Objective,
  RotationSpec,
} from '@techflow/backstage-plugin-pipelines-common';

/** Names of the four pipelines in the catalog. */
export type ExpectedPipelineName =
  | 'profit'
  | 'growth'
  | 'engagement'
  | 'executive';

type SubsetOf<T extends { type: string }> = T extends unknown
  ? Pick<T, 'type' & keyof T> & Partial<T>
  : never;

/** What an objective must at least say. */
export type ExpectedObjective = SubsetOf<Objective>;

/** What a monitor must at least say. */
export type ExpectedMonitor = SubsetOf<Monitor>;

/** The company and the team, as the document's head says. */
export const expectedCompany = {
  organization: 'TechFlow Solutions',
  team: 'Data Engineering Team',
  dataEngineers: 4,
  businessContext:
    'SaaS platform provider (similar to Salesforce) that provides licenses and features to other companies',
} as const;

/** Every way the document names a person or a group, and the entity meant. */
export const expectedRefs: Readonly<Record<string, string>> = {
  'Finance Team': 'group:default/finance',
  'Accounts Team': 'group:default/accounts',
  'account team': 'group:default/accounts',
  'Account team': 'group:default/accounts',
  'Software Frontend Team': 'group:default/software-frontend',
  'Software Frontend team': 'group:default/software-frontend',
  'Frontend team': 'group:default/software-frontend',
  'Business Analytics Team': 'group:default/business-analytics',
  'Business Analytics team': 'group:default/business-analytics',
  'Data Engineering': 'group:default/data-engineering',
  'Data Engineering Team': 'group:default/data-engineering',
  'Data Engineering team': 'group:default/data-engineering',
  'Risk Team': 'group:default/risk',
  Sales: 'group:default/sales',
  'Account Executives': 'group:default/account-executives',
  'Account Executive team': 'group:default/account-executives',
  'Product Team': 'group:default/product',
  Executives: 'group:default/executives',
  Investors: 'group:default/investors',
  'Ops team': 'group:default/ops',
  'HR data team': 'group:default/hr',
  'infrastructure team': 'group:default/infrastructure',
  'Infrastructure team': 'group:default/infrastructure',
  'accounting team': 'group:default/accounting',
  'Data Engineer A': 'user:default/engineer-a',
  'Data Engineer B': 'user:default/engineer-b',
  'Data Engineer C': 'user:default/engineer-c',
  'Data Engineer D': 'user:default/engineer-d',
  CFO: 'user:default/cfo',
  'Ops team lead': 'user:default/ops-lead',
  'Business Analytics Team Lead': 'user:default/business-analytics-lead',
  'Data Engineering Team Lead': 'user:default/data-engineering-lead',
};

/** Titles, purposes and critical levels. The document gives the fourth pipeline no purpose. */
export const expectedPipelines: readonly {
  pipeline: ExpectedPipelineName;
  title: string;
  runbookTitle: string;
  purpose?: string;
  criticalLevel: string;
  criticality: Criticality;
}[] = [
  {
    pipeline: 'profit',
    title: 'Profit Calculation Pipeline',
    runbookTitle: 'Profit Pipeline Runbook',
    purpose:
      'Calculate profit (subscription costs - expenses) and unit-level profit',
    criticalLevel: 'HIGH (affects financial reporting)',
    criticality: 'high',
  },
  {
    pipeline: 'growth',
    title: 'Growth Metrics Pipeline',
    runbookTitle: 'Growth Pipeline Runbook',
    purpose: 'Track account growth metrics and subscription changes',
    criticalLevel: 'MEDIUM-HIGH',
    criticality: 'medium-high',
  },
  {
    pipeline: 'engagement',
    title: 'User Engagement Pipeline',
    runbookTitle: 'Engagement Pipeline Runbook',
    purpose: 'Measure user engagement and platform usage',
    criticalLevel: 'MEDIUM',
    criticality: 'medium',
  },
  {
    pipeline: 'executive',
    title: 'Executive Dashboard Pipeline',
    runbookTitle: 'Aggregated Executive/Investor Pipeline Runbook',
    criticalLevel: 'HIGHEST (affects investor reporting)',
    criticality: 'highest',
  },
];

/** The rows of the Pipeline Ownership Matrix. */
export const expectedOwnershipMatrix: readonly {
  pipeline: ExpectedPipelineName;
  row: string;
  primaryOwner: string;
  secondaryOwner: string;
  businessStakeholders: readonly string[];
}[] = [
  {
    pipeline: 'profit',
    row: 'Profit',
    primaryOwner: 'Finance Team',
    secondaryOwner: 'Data Engineering',
    businessStakeholders: ['CFO', 'Risk Team'],
  },
  {
    pipeline: 'growth',
    row: 'Growth',
    primaryOwner: 'Accounts Team',
    secondaryOwner: 'Data Engineering',
    businessStakeholders: ['Sales', 'Account Executives'],
  },
  {
    pipeline: 'engagement',
    row: 'Engagement',
    primaryOwner: 'Software Frontend Team',
    secondaryOwner: 'Data Engineering',
    businessStakeholders: ['Product Team'],
  },
  {
    pipeline: 'executive',
    row: 'All Aggregated Pipelines',
    primaryOwner: 'Business Analytics Team',
    secondaryOwner: 'Data Engineering',
    businessStakeholders: ['Executives', 'Investors'],
  },
];

/** How often each audience is served. */
export const expectedSchedules: readonly {
  pipeline: ExpectedPipelineName;
  line: string;
  audiences: Readonly<Record<string, 'day' | 'week' | 'month'>>;
}[] = [
  {
    pipeline: 'profit',
    line: 'Monthly (for investors), Daily (for experiments)',
    audiences: { investors: 'month', experiments: 'day' },
  },
  {
    pipeline: 'growth',
    line: 'Weekly (for investors), Daily (for experiments)',
    audiences: { investors: 'week', experiments: 'day' },
  },
  {
    pipeline: 'engagement',
    line: 'Weekly (for investors), Daily (for experiments)',
    audiences: { investors: 'week', experiments: 'day' },
  },
  {
    pipeline: 'executive',
    line: 'Monthly (for investors), Weekly (for executives)',
    audiences: { investors: 'month', executives: 'week' },
  },
];

/** Data Sources of the Pipeline Overview, which has no section for the fourth pipeline. */
export const expectedDataSources: Readonly<
  Record<Exclude<ExpectedPipelineName, 'executive'>, string>
> = {
  profit: 'Revenue from accounts, operational expenses, aggregated salaries',
  growth: 'Account type changes, license increases, subscription renewals',
  engagement: 'User clicks, platform usage time, team activity',
};

/** Data Types of the runbooks. */
export const expectedDataTypes: Readonly<
  Record<ExpectedPipelineName, readonly string[]>
> = {
  profit: [
    'Revenue from all active accounts',
    'Operational expenses (assets, services)',
    'Aggregated salaries by team',
    'Account subscription costs',
  ],
  growth: [
    'Account type changes',
    'License count changes',
    'Subscription renewal status',
    'Account upgrade/downgrade events',
  ],
  engagement: [
    'User click events',
    'Platform usage time',
    'Team activity metrics',
    'Feature usage patterns',
  ],
  executive: [
    'Aggregated profit metrics',
    'Growth summaries',
    'Engagement overviews',
    'Cross-pipeline joined data',
  ],
};

/** Outputs of the Pipeline Overview, with the formula where the document has one. */
export const expectedOutputs: readonly {
  pipeline: ExpectedPipelineName;
  name: string;
  audience: string;
  formula?: string;
}[] = [
  {
    pipeline: 'profit',
    name: 'Unit-level profit',
    audience: 'experiments',
    formula: 'profit / # subscribers',
  },
  {
    pipeline: 'profit',
    name: 'Aggregate profit',
    audience: 'investors',
    formula: 'subscription costs - expenses',
  },
  { pipeline: 'growth', name: 'Daily growth data', audience: 'experiments' },
  { pipeline: 'growth', name: 'Aggregate growth', audience: 'investors' },
  {
    pipeline: 'engagement',
    name: 'Aggregate engagement metrics',
    audience: 'investors',
  },
];

/** The fourteen rows of Common Issues & Troubleshooting, in order; `escalateTo` repeats the names in `escalation`. */
export const expectedCommonIssues: readonly {
  pipeline: ExpectedPipelineName;
  title: string;
  symptom: string;
  action: string;
  escalation: string;
  escalateTo: readonly string[];
}[] = [
  {
    pipeline: 'profit',
    title: 'Revenue Mismatch',
    symptom: "Numbers don't align with account filings",
    action: 'Verify with accounting team, check data freshness',
    escalation: 'Immediate escalation to Finance Team',
    escalateTo: ['Finance Team'],
  },
  {
    pipeline: 'profit',
    title: 'Missing Expense Data',
    symptom: 'Incomplete expense records',
    action: 'Check Ops team data feeds, verify data completeness',
    escalation: 'Contact Ops team lead',
    escalateTo: ['Ops team lead'],
  },
  {
    pipeline: 'profit',
    title: 'Salary Aggregation Errors',
    symptom: 'Incorrect team salary totals',
    action: 'Verify HR data source, check for duplicate records',
    escalation: 'Contact HR data team',
    escalateTo: ['HR data team'],
  },
  {
    pipeline: 'growth',
    title: 'Missing Account Status',
    symptom: 'Current account status missing from time series',
    action: 'Check for missing intermediate steps in status changes',
    escalation: 'Contact Account Executive team',
    escalateTo: ['Account Executive team'],
  },
  {
    pipeline: 'growth',
    title: 'Data Gaps in Time Series',
    symptom: 'Missing data points in growth trends',
    action: 'Identify missing data sources, check upstream pipelines',
    escalation: 'Data Engineering team investigation',
    escalateTo: ['Data Engineering team'],
  },
  {
    pipeline: 'growth',
    title: 'License Count Discrepancies',
    symptom: "License numbers don't match account records",
    action: 'Verify license management system data',
    escalation: 'Account team verification',
    escalateTo: ['Account team'],
  },
  {
    pipeline: 'engagement',
    title: 'Late Data Arrival',
    symptom: 'Click events arrive >48 hours after occurrence',
    action: 'Check Kafka queue health, investigate upstream delays',
    escalation: 'Contact Software Frontend team',
    escalateTo: ['Software Frontend team'],
  },
  {
    pipeline: 'engagement',
    title: 'Kafka Outages',
    symptom: 'No user click data flowing through pipeline',
    action: 'Check Kafka cluster status, verify connectivity',
    escalation: 'Infrastructure team, immediate alert',
    escalateTo: ['Infrastructure team'],
  },
  {
    pipeline: 'engagement',
    title: 'Duplicate Events',
    symptom: 'Same event processed multiple times',
    action: 'Implement deduplication logic, check event IDs',
    escalation: 'Data Engineering team',
    escalateTo: ['Data Engineering team'],
  },
  {
    pipeline: 'engagement',
    title: 'Data Quality Issues',
    symptom: 'Invalid click timestamps or user IDs',
    action: 'Validate data format, check upstream data quality',
    escalation: 'Frontend team for data format issues',
    escalateTo: ['Frontend team'],
  },
  {
    pipeline: 'executive',
    title: 'Spark Join Failures',
    symptom: 'Out of Memory (OOM) errors during large joins',
    action: 'Optimize join strategies, increase memory allocation',
    escalation: 'Data Engineering team, infrastructure team',
    escalateTo: ['Data Engineering team', 'infrastructure team'],
  },
  {
    pipeline: 'executive',
    title: 'Stale Data Issues',
    symptom: 'Data from previous pipelines is outdated',
    action: 'Check upstream pipeline freshness, trigger backfills',
    escalation: 'Data Engineering team',
    escalateTo: ['Data Engineering team'],
  },
  {
    pipeline: 'executive',
    title: 'Missing Data Errors',
    symptom: 'NA values or divide-by-zero errors in calculations',
    action: 'Implement data validation, check for null values',
    escalation: 'Data Engineering team',
    escalateTo: ['Data Engineering team'],
  },
  {
    pipeline: 'executive',
    title: 'Calculation Errors',
    symptom: 'Incorrect aggregated metrics',
    action: 'Verify calculation logic, check input data quality',
    escalation: 'Business Analytics team validation',
    escalateTo: ['Business Analytics team'],
  },
];

/** SLA Requirements, each with what one objective of the pipeline must say; its description quotes the line. */
export const expectedSla: readonly {
  pipeline: ExpectedPipelineName;
  line: string;
  objective: ExpectedObjective;
}[] = [
  {
    pipeline: 'profit',
    line: 'Data Freshness: 24 hours',
    objective: { type: 'freshness', maxAge: '24h' },
  },
  {
    pipeline: 'profit',
    line: 'Accuracy Review: Monthly by account team',
    objective: { type: 'review', every: 'month', by: 'accounts' },
  },
  {
    pipeline: 'profit',
    line: 'Issue Resolution: Within 48 hours for critical issues',
    objective: { type: 'resolution', within: '48h', severities: ['critical'] },
  },
  {
    pipeline: 'growth',
    line: 'Data Freshness: End of week for latest account statuses',
    objective: { type: 'delivery', deadline: 'end of week' },
  },
  {
    pipeline: 'growth',
    line: 'Issue Resolution: Within 1 week',
    objective: { type: 'resolution', within: '1w' },
  },
  {
    pipeline: 'growth',
    line: 'Data Completeness: 100% of active accounts',
    objective: { type: 'ratio', dimension: 'completeness', target: 100 },
  },
  {
    pipeline: 'engagement',
    line: 'Data Freshness: Within 48 hours of event occurrence',
    objective: { type: 'freshness', maxAge: '48h' },
  },
  {
    pipeline: 'engagement',
    line: 'Issue Resolution: Within 1 week',
    objective: { type: 'resolution', within: '1w' },
  },
  {
    pipeline: 'engagement',
    line: 'Data Quality: 99.9% valid events',
    objective: { type: 'ratio', target: 99.9 },
  },
  {
    pipeline: 'executive',
    line: 'Data Freshness: Monthly for investor reports',
    objective: { type: 'delivery', audience: 'investors' },
  },
  {
    pipeline: 'executive',
    line: 'Issue Resolution: By end of month (before investor reporting)',
    objective: { type: 'resolution', by: 'end of month' },
  },
  {
    pipeline: 'executive',
    line: 'Data Accuracy: 100% validated by Business Analytics team',
    objective: { type: 'review', by: 'business-analytics' },
  },
];

/** Success Metrics that every pipeline promises; a stricter line of its own SLA may keep one. */
export const expectedSuccessMetrics: readonly {
  line: string;
  objective: ExpectedObjective;
}[] = [
  {
    line: 'Uptime: 99.9%',
    objective: { type: 'availability', target: 99.9 },
  },
  {
    line: 'Issue Resolution Time: <48 hours for critical issues',
    objective: { type: 'resolution', within: '48h', severities: ['critical'] },
  },
  {
    line: 'Completeness: 100% for investor reports',
    objective: { type: 'ratio', dimension: 'completeness', target: 100 },
  },
  {
    line: 'Accuracy: Validated by business teams',
    objective: { type: 'review' },
  },
];

/** Success Metrics of which no single objective can be made. */
export const expectedOverallMetrics = [
  'SLA Compliance: 100%',
  'Freshness: Within defined SLAs',
  'On-call Rotation: Fair distribution',
  'Knowledge Transfer: 30-minute handoff meetings',
  'Documentation: Updated runbooks and procedures',
] as const;

/** Monitoring & Alerts, each with what monitors of the pipeline must say; their descriptions quote the line. */
export const expectedMonitors: readonly {
  pipeline: ExpectedPipelineName;
  line: string;
  monitors: readonly ExpectedMonitor[];
}[] = [
  {
    pipeline: 'profit',
    line: 'Revenue Threshold Alerts: If revenue drops >10% from previous month',
    monitors: [{ type: 'change', period: 'month', mustNotDropMoreThan: 10 }],
  },
  {
    pipeline: 'profit',
    line: 'Expense Anomaly Detection: Unusual expense spikes',
    monitors: [{ type: 'anomaly', direction: 'spike' }],
  },
  {
    pipeline: 'profit',
    line: 'Data Completeness: Ensure all accounts are included',
    monitors: [{ type: 'reconciliation', tolerance: 0 }],
  },
  {
    pipeline: 'growth',
    line: 'Growth Rate Alerts: If growth drops below expected threshold',
    monitors: [{ type: 'threshold' }],
  },
  {
    pipeline: 'growth',
    line: 'Account Status Completeness: Ensure all accounts have current status',
    monitors: [{ type: 'reconciliation', tolerance: 0 }],
  },
  {
    pipeline: 'growth',
    line: 'License Count Validation: Verify against account management system',
    monitors: [{ type: 'reconciliation' }],
  },
  {
    pipeline: 'engagement',
    // The document means the opposite: the newest timestamp is older than that.
    line: 'Data Freshness Alerts: If latest timestamp > current time - 48 hours',
    monitors: [{ type: 'freshness', maxAge: '48h' }],
  },
  {
    pipeline: 'engagement',
    line: 'Kafka Health Monitoring: Queue depth, consumer lag',
    monitors: [
      { type: 'threshold', metric: 'kafka.queue-depth' },
      { type: 'threshold', metric: 'kafka.consumer-lag' },
    ],
  },
  {
    pipeline: 'engagement',
    line: 'Duplicate Event Detection: Monitor for unusual duplicate rates',
    monitors: [{ type: 'anomaly', direction: 'spike' }],
  },
  {
    pipeline: 'executive',
    line: 'Pipeline Success Rate: 100% for monthly runs',
    monitors: [{ type: 'threshold', mustBe: 100 }],
  },
  {
    pipeline: 'executive',
    line: 'Data Completeness: Ensure all required metrics are available',
    monitors: [{ type: 'required' }],
  },
  {
    pipeline: 'executive',
    line: 'Calculation Validation: Automated checks for metric ranges',
    monitors: [{ type: 'range' }],
  },
];

/** The Escalation Matrix: `lines` as the document lists them; `told` is who that is for each pipeline, or for all. */
export const expectedEscalationLevels: readonly {
  name: string;
  lines: readonly string[];
  told:
    | { role: 'on-call' }
    | {
        primaryOwnerOf: Readonly<Partial<Record<ExpectedPipelineName, string>>>;
      }
    | { people: readonly { name: string; for?: string }[] };
}[] = [
  {
    name: 'Data Engineering Team',
    lines: ['Pipeline failures', 'Data quality issues', 'Performance problems'],
    told: { role: 'on-call' },
  },
  {
    name: 'Business Teams',
    lines: [
      'Finance Team (Profit pipeline)',
      'Accounts Team (Growth pipeline)',
      'Software Frontend Team (Engagement pipeline)',
    ],
    told: {
      primaryOwnerOf: {
        profit: 'Finance Team',
        growth: 'Accounts Team',
        engagement: 'Software Frontend Team',
      },
    },
  },
  {
    name: 'Management',
    lines: [
      'Business Analytics Team Lead',
      'Data Engineering Team Lead',
      'CFO (for critical financial issues)',
    ],
    told: {
      people: [
        { name: 'Business Analytics Team Lead' },
        { name: 'Data Engineering Team Lead' },
        { name: 'CFO', for: 'critical financial issues' },
      ],
    },
  },
];

/** Weekly Rotation (Fair Distribution): who has week 1, 2, 3 and 4. */
export const expectedRotationOrder = [
  'Data Engineer A',
  'Data Engineer B',
  'Data Engineer C',
  'Data Engineer D',
] as const;

/** What the Rotation must at least say, from the On-Call Schedule and the 30-minute handoff meetings. */
export const expectedRotation = {
  type: 'weekly',
  handoff: { meetingMinutes: 30 },
  holidays: { rule: 'next-in-sequence' },
} as const satisfies {
  type: RotationSpec['type'];
  handoff: Partial<RotationSpec['handoff']>;
  holidays: Partial<RotationSpec['holidays']>;
};

/** Holiday Considerations, in the document's words. */
export const expectedHolidayConsiderations = [
  'Major Holidays: Rotate responsibility to next person in sequence',
  'Vacation Coverage: Team member going on vacation swaps with next person in rotation',
  'Emergency Coverage: If primary on-call person is unavailable, next person in rotation covers',
] as const;

/** Monthly Investor Report Period: when everybody watches, and which pipelines. */
export const expectedMonthEnd: {
  line: string;
  priority: string;
  period: 'last-week-of-month';
  days: number;
  pipelines: readonly ExpectedPipelineName[];
} = {
  line: 'Last Week of Month: All DE team members monitor pipelines closely',
  priority:
    'Priority: Profit, Growth, and Engagement pipelines must be running smoothly',
  period: 'last-week-of-month',
  days: 7,
  pipelines: ['profit', 'growth', 'engagement'],
};

/** Communication Protocols: what each meeting is about. */
export const expectedCommunicationProtocols = {
  'Daily Standups': [
    'Pipeline status updates',
    'Issue identification and assignment',
    'Resource allocation',
  ],
  'Weekly Reviews': [
    'Pipeline performance metrics',
    'SLA compliance review',
    'On-call handoff meetings',
  ],
  'Monthly Reviews': [
    'Investor report preparation',
    'Pipeline optimization opportunities',
    'Team capacity planning',
  ],
} as const;
