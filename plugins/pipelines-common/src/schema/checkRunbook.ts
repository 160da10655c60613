import { RunbookSpec } from '../kinds/runbook';
import { duplicateFaults } from './duplicates';
import { EntityFault, fault } from './fault';

function claimedTwiceFaults(
  spec: RunbookSpec,
  list: 'monitors' | 'objectives',
): EntityFault[] {
  const claims = spec.rows.flatMap((row, rowIndex) =>
    (row.matches?.[list] ?? []).map((id, index) => ({
      id,
      row,
      rowIndex,
      index,
    })),
  );
  return claims.flatMap((claim, position) => {
    const earlier = claims.findIndex(({ id }) => id === claim.id);
    return earlier < position
      ? [
          fault({
            path: [
              'spec',
              'rows',
              claim.rowIndex,
              'matches',
              list,
              claim.index,
            ],
            found: claim.id,
            allowed: `answered by one row only; row ${claims[earlier].row.id} answers it already`,
          }),
        ]
      : [];
  });
}

/**
 * What a schema alone cannot say of a Runbook: rows are told apart, `matches`
 * says something, and an issue opens with one row, not with two.
 */
export function runbookFaults(spec: RunbookSpec): EntityFault[] {
  return [
    ...duplicateFaults(
      spec.rows.map(({ id }) => id),
      index => ['spec', 'rows', index, 'id'],
    ),
    ...spec.rows.flatMap((row, index) =>
      row.matches && Object.values(row.matches).every(list => !list?.length)
        ? [
            fault({
              path: ['spec', 'rows', index, 'matches'],
              found: row.matches,
              allowed:
                'given at least one monitor, objective or error, or left out',
            }),
          ]
        : [],
    ),
    ...claimedTwiceFaults(spec, 'monitors'),
    ...claimedTwiceFaults(spec, 'objectives'),
  ];
}
