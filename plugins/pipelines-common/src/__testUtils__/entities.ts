import { Entity } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import { API_VERSION } from '../constants';

/** Small valid entities for tests; each test changes what it is about. */

function entity(kind: string, spec: JsonObject): Entity {
  return {
    apiVersion: API_VERSION,
    kind,
    metadata: { name: 'sample', namespace: 'default' },
    spec,
  };
}

export function pipeline(changes: JsonObject = {}): Entity {
  return entity('Pipeline', {
    type: 'batch',
    lifecycle: 'production',
    owner: 'group:finance',
    criticality: 'high',
    purpose: 'Calculates profit',
    schedules: [
      {
        audience: 'investors',
        cron: '0 6 1 * *',
        timeZone: 'America/New_York',
        grace: '2h',
      },
    ],
    ...changes,
  });
}

export function withObjective(objective: JsonObject): Entity {
  return pipeline({
    sla: { timeZone: 'America/New_York', objectives: [objective] },
  });
}

export function withMonitor(monitor: JsonObject): Entity {
  return pipeline({ monitors: [monitor] });
}

export function rotation(changes: JsonObject = {}): Entity {
  return entity('Rotation', {
    type: 'weekly',
    owner: 'group:data-engineering',
    members: ['user:engineer-a', 'user:engineer-b'],
    start: '2026-01-05',
    handoff: {
      weekday: 'monday',
      time: '09:00',
      timeZone: 'America/New_York',
    },
    ...changes,
  });
}

export function runbook(changes: JsonObject = {}): Entity {
  return entity('Runbook', {
    owner: 'group:finance',
    rows: [runbookRow()],
    ...changes,
  });
}

export function runbookRow(changes: JsonObject = {}): JsonObject {
  return {
    id: 'revenue-mismatch',
    title: 'Revenue Mismatch',
    symptom: 'Numbers do not align',
    actions: ['Check data freshness'],
    escalation: 'Finance Team',
    ...changes,
  };
}

export function escalationPolicy(changes: JsonObject = {}): Entity {
  return entity('EscalationPolicy', {
    owner: 'group:data-engineering',
    levels: [
      { name: 'Level 1', after: '0m', targets: [{ role: 'on-call' }] },
      { name: 'Level 2', after: '30m', targets: [{ ref: 'group:finance' }] },
    ],
    ...changes,
  });
}
