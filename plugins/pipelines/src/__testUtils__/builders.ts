import { Entity } from '@backstage/catalog-model';
import {
  API_VERSION,
  EscalationPolicyEntity,
  EscalationPolicySpec,
  OnCall,
  PipelineEntity,
  PipelineSpec,
  RotationEntity,
  RotationSpec,
  RunbookEntity,
  RunbookRow,
  RunbookSpec,
  Shift,
  ShiftReason,
  ShiftsPage,
} from '@techflow/backstage-plugin-pipelines-common';

/** The seed's company in small; each test changes what it is about. */

const metadata = (name: string, title: string) => ({
  name,
  title,
  namespace: 'default',
});

export function pipeline(
  spec: Partial<PipelineSpec> = {},
  rest: Partial<PipelineEntity> = {},
): PipelineEntity {
  return {
    apiVersion: API_VERSION,
    kind: 'Pipeline',
    metadata: metadata('profit', 'Profit Calculation Pipeline'),
    spec: {
      type: 'batch',
      lifecycle: 'production',
      owner: 'finance',
      secondaryOwner: 'data-engineering',
      stakeholders: ['user:cfo', 'risk'],
      criticality: 'high',
      purpose: 'Calculates profit and unit-level profit',
      rotation: 'data-engineering',
      escalationPolicy: 'data-pipelines',
      runbook: 'profit',
      ...spec,
    },
    ...rest,
  };
}

export function rotation(spec: Partial<RotationSpec> = {}): RotationEntity {
  return {
    apiVersion: API_VERSION,
    kind: 'Rotation',
    metadata: metadata('data-engineering', 'Data Engineering on-call'),
    spec: {
      type: 'weekly',
      owner: 'data-engineering',
      members: ['engineer-a', 'engineer-b'],
      start: '2026-01-05',
      handoff: {
        weekday: 'monday',
        time: '09:00',
        timeZone: 'America/New_York',
      },
      ...spec,
    },
  };
}

export function runbookRow(changes: Partial<RunbookRow> = {}): RunbookRow {
  return {
    id: 'revenue-mismatch',
    title: 'Revenue Mismatch',
    symptom: "Numbers don't align with account filings",
    actions: ['Verify with accounting team', 'Check data freshness'],
    escalation: 'Immediate escalation to Finance Team',
    ...changes,
  };
}

export function runbook(spec: Partial<RunbookSpec> = {}): RunbookEntity {
  return {
    apiVersion: API_VERSION,
    kind: 'Runbook',
    metadata: metadata('profit', 'Profit Pipeline Runbook'),
    spec: {
      owner: 'finance',
      lastReviewed: '2026-11-10',
      rows: [runbookRow()],
      ...spec,
    },
  };
}

export function escalationPolicy(
  spec: Partial<EscalationPolicySpec> = {},
): EscalationPolicyEntity {
  return {
    apiVersion: API_VERSION,
    kind: 'EscalationPolicy',
    metadata: metadata('data-pipelines', 'Data pipelines'),
    spec: {
      owner: 'data-engineering',
      levels: [
        {
          name: 'Data Engineering Team',
          after: '0m',
          targets: [{ role: 'on-call' }],
          for: ['Pipeline failures', 'Data quality issues'],
        },
        {
          name: 'Business Teams',
          after: '30m',
          targets: [{ role: 'primary-owner' }],
        },
        {
          name: 'Management',
          after: '2h',
          targets: [
            { ref: 'analytics-lead' },
            {
              ref: 'user:cfo',
              for: 'critical financial issues',
              severities: ['critical'],
            },
          ],
        },
      ],
      ...spec,
    },
  };
}

function organisation(
  kind: 'Group' | 'User',
  name: string,
  title: string,
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: metadata(name, title),
    spec: {},
  };
}

/** The people and groups that the builders above name. */
export const company: Entity[] = [
  organisation('Group', 'finance', 'Finance Team'),
  organisation('Group', 'data-engineering', 'Data Engineering'),
  organisation('Group', 'risk', 'Risk Team'),
  organisation('Group', 'analytics-lead', 'Business Analytics Team Lead'),
  organisation('User', 'cfo', 'CFO'),
  organisation('User', 'engineer-a', 'Data Engineer A'),
  organisation('User', 'engineer-b', 'Data Engineer B'),
];

/** A week of duty; week 0 begins at 09:00 in New York on Monday 23 November 2026. */
export function shift(week: number): Shift {
  const start = Date.parse('2026-11-23T14:00:00Z') + week * 7 * 86_400_000;
  const sequence: ShiftReason = {
    type: 'sequence',
    text: `Turn ${47 + week} of the rotation`,
  };
  const duty = {
    number: 46 + week,
    start: new Date(start).toISOString(),
    end: new Date(start + 7 * 86_400_000).toISOString(),
    primary: `user:default/engineer-${week % 2 === 0 ? 'a' : 'b'}`,
    watching: [],
    reasons: [sequence],
  };
  return duty;
}

export function onCall(changes: Partial<OnCall> = {}): OnCall {
  return {
    rotationRef: 'rotation:default/data-engineering',
    at: '2026-11-23T15:00:00Z',
    timeZone: 'America/New_York',
    current: shift(0),
    next: shift(1),
    ...changes,
  };
}

export function shiftsPage(weeks: number[], nextCursor?: string): ShiftsPage {
  const page = {
    rotationRef: 'rotation:default/data-engineering',
    timeZone: 'America/New_York',
    items: weeks.map(shift),
    gaps: [],
    nextCursor,
  };
  return page;
}
