import { PipelineSpec } from '../kinds/pipeline';
import { Monitor, THRESHOLD_OPERATORS } from '../kinds/monitors';
import { Objective } from '../kinds/objectives';
import { WEEKDAYS } from './deadline';
import { duplicateFaults, sameRef } from './duplicates';
import { EntityFault, fault, FaultPath, formatPath } from './fault';
import { nearMiss } from './nearMiss';

function audienceFault(
  path: FaultPath,
  audience: string | undefined,
  scheduled: string[],
): EntityFault[] {
  if (audience === undefined || scheduled.includes(audience)) return [];
  return [
    fault({
      path,
      found: audience,
      allowed: scheduled.length
        ? `an audience that spec.schedules serves (${scheduled.join(', ')})`
        : 'an audience that spec.schedules serves, and there are no schedules',
      suggestion: nearMiss(audience, scheduled),
    }),
  ];
}

function givenKeys(object: object, keys: readonly string[]): string[] {
  return keys.filter(key => Reflect.get(object, key) !== undefined);
}

function exactlyOneFault(
  path: FaultPath,
  object: object,
  keys: readonly string[],
): EntityFault[] {
  const given = givenKeys(object, keys);
  if (given.length === 1) return [];
  const found = given.length ? given.join(' and ') : 'none of them';
  const message = `${formatPath(
    path,
  )} has ${found}; it must have exactly one of ${keys.join(', ')}.`;
  return [{ path, message }];
}

function noneFault(
  path: FaultPath,
  object: object,
  keys: readonly string[],
): EntityFault[] {
  if (givenKeys(object, keys).length > 0) return [];
  const message = `${formatPath(
    path,
  )} has none of them; it must have ${keys.join(', ')} or both.`;
  return [{ path, message }];
}

function objectiveFaults(
  objective: Objective,
  path: FaultPath,
  scheduled: string[],
): EntityFault[] {
  switch (objective.type) {
    case 'delivery':
      return [
        ...noneFault(path, objective, ['audience', 'deadline']),
        ...audienceFault([...path, 'audience'], objective.audience, scheduled),
        ...(objective.grace && !objective.deadline
          ? [
              fault({
                path: [...path, 'grace'],
                found: objective.grace,
                allowed:
                  'left out here: the grace of an audience stands with its schedule',
              }),
            ]
          : []),
      ];
    case 'success':
      return audienceFault(
        [...path, 'audience'],
        objective.audience,
        scheduled,
      );
    case 'resolution':
      return exactlyOneFault(path, objective, ['within', 'by']);
    default:
      return [];
  }
}

function monitorFaults(
  monitor: Monitor,
  path: FaultPath,
  scheduled: string[],
): EntityFault[] {
  switch (monitor.type) {
    case 'threshold':
      return exactlyOneFault(path, monitor, THRESHOLD_OPERATORS);
    case 'range': {
      const [low, high] = monitor.mustBeBetween;
      return low <= high
        ? []
        : [
            fault({
              path: [...path, 'mustBeBetween'],
              found: `${low} to ${high}`,
              allowed: 'the lowest value first, then the highest',
            }),
          ];
    }
    case 'change':
      return noneFault(path, monitor, [
        'mustNotDropMoreThan',
        'mustNotRiseMoreThan',
      ]);
    case 'required':
      return audienceFault([...path, 'audience'], monitor.audience, scheduled);
    default:
      return [];
  }
}

function calendarFaults(sla: PipelineSpec['sla']): EntityFault[] {
  const path = ['spec', 'sla', 'calendar'];
  const { weekend = [], holidays = [] } = sla?.calendar ?? {};
  return [
    ...duplicateFaults(weekend, index => [...path, 'weekend', index]),
    ...duplicateFaults(
      holidays.map(({ date }) => date),
      index => [...path, 'holidays', index, 'date'],
    ),
    ...(new Set(weekend).size === WEEKDAYS.length
      ? [
          fault({
            path: [...path, 'weekend'],
            found: 'all seven days',
            allowed: 'six days at most: one must be a business day',
          }),
        ]
      : []),
  ];
}

/**
 * What a schema alone cannot say of a Pipeline: ids and audiences are unique,
 * each audience that outputs name has a schedule, each rule is whole. Outputs of
 * a streaming pipeline need no schedule: it has no runs to expect.
 */
export function pipelineFaults(
  spec: PipelineSpec,
  selfRef: string,
): EntityFault[] {
  const schedules = spec.schedules ?? [];
  const scheduled = schedules.map(schedule => schedule.audience);
  const objectives = spec.sla?.objectives ?? [];
  const monitors = spec.monitors ?? [];
  const outputs = spec.type === 'streaming' ? [] : spec.outputs ?? [];

  return [
    ...duplicateFaults(
      objectives.map(({ id }) => id),
      index => ['spec', 'sla', 'objectives', index, 'id'],
    ),
    ...duplicateFaults(
      monitors.map(({ id }) => id),
      index => ['spec', 'monitors', index, 'id'],
    ),
    ...duplicateFaults(
      (spec.metrics ?? []).map(({ name }) => name),
      index => ['spec', 'metrics', index, 'name'],
    ),
    ...calendarFaults(spec.sla),
    ...duplicateFaults(scheduled, index => [
      'spec',
      'schedules',
      index,
      'audience',
    ]),
    ...duplicateFaults(
      (spec.stakeholders ?? []).map(ref => sameRef(ref, 'Group')),
      index => ['spec', 'stakeholders', index],
    ),
    ...(spec.dependsOn ?? []).flatMap((ref, index) =>
      sameRef(ref, 'Pipeline') === selfRef
        ? [
            fault({
              path: ['spec', 'dependsOn', index],
              found: ref,
              allowed: 'another entity than the pipeline itself',
            }),
          ]
        : [],
    ),
    ...(spec.jobs ?? []).flatMap((job, index) =>
      audienceFault(
        ['spec', 'jobs', index, 'audience'],
        job.audience,
        scheduled,
      ),
    ),
    ...outputs.flatMap((output, index) =>
      audienceFault(
        ['spec', 'outputs', index, 'audience'],
        output.audience,
        scheduled,
      ),
    ),
    ...objectives.flatMap((objective, index) =>
      objectiveFaults(
        objective,
        ['spec', 'sla', 'objectives', index],
        scheduled,
      ),
    ),
    ...monitors.flatMap((monitor, index) =>
      monitorFaults(monitor, ['spec', 'monitors', index], scheduled),
    ),
  ];
}
