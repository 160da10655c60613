import { EscalationPolicySpec } from '../kinds/escalationPolicy';
import { duplicateFaults } from './duplicates';
import { durationToMillis } from './duration';
import { EntityFault, fault } from './fault';

/** What a schema alone cannot say of an EscalationPolicy: levels climb in time. */
export function escalationPolicyFaults(
  spec: EscalationPolicySpec,
): EntityFault[] {
  const { levels } = spec;
  return [
    ...duplicateFaults(
      levels.map(({ name }) => name),
      index => ['spec', 'levels', index, 'name'],
    ),
    ...levels.flatMap((level, index) =>
      index > 0 &&
      durationToMillis(level.after) <= durationToMillis(levels[index - 1].after)
        ? [
            fault({
              path: ['spec', 'levels', index, 'after'],
              found: level.after,
              allowed: `longer than the ${
                levels[index - 1].after
              } of the level before it`,
            }),
          ]
        : [],
    ),
  ];
}
