import { SearchField, Text } from '@backstage/ui';
import {
  RunbookEntity,
  RunbookRow,
} from '@techflow/backstage-plugin-pipelines-common';
import { useState } from 'react';
import { fullRef } from '../../entities';
import { RunbookRowSection } from '../RunbookRowSection';
import { SetupHint } from '../SetupHint';

const EXAMPLE = `spec:
  rows:
    - id: revenue-mismatch
      title: Revenue mismatch
      symptom: Numbers do not align with account filings
      actions:
        - Verify with the accounting team
        - Check data freshness
      escalation: Immediate escalation to Finance Team`;

/** Fewer rows than this are seen at a glance and need no filter. */
const WORTH_FILTERING = 3;

function mentions(row: RunbookRow, words: string): boolean {
  return [row.title, row.symptom, ...row.actions, row.escalation].some(text =>
    text.toLocaleLowerCase().includes(words),
  );
}

/** The known troubles of a runbook, with a box that narrows them down. */
export function RunbookRows(props: { runbook: RunbookEntity }) {
  const { runbook } = props;
  const { rows } = runbook.spec;
  const [filter, setFilter] = useState('');
  const words = filter.trim().toLocaleLowerCase();
  const shown = rows.filter(row => mentions(row, words));

  if (!rows.length) {
    return (
      <SetupHint title="This runbook has no rows yet." yaml={EXAMPLE}>
        Write down each known trouble in the runbook's own file: how one sees
        it, what to do, whom to call.
      </SetupHint>
    );
  }
  return (
    <>
      {rows.length >= WORTH_FILTERING && (
        <SearchField
          aria-label="Filter troubles"
          placeholder="Filter by symptom, action or name"
          size="small"
          value={filter}
          onChange={setFilter}
          style={{ marginBottom: 16, maxWidth: 360 }}
        />
      )}
      {shown.map(row => (
        <RunbookRowSection
          key={row.id}
          row={row}
          escalateTo={(row.escalateTo ?? []).map(ref =>
            fullRef(ref, { kind: 'Group', from: runbook }),
          )}
        />
      ))}
      {!shown.length && (
        <Text as="p" role="status">
          No trouble mentions "{filter.trim()}".
        </Text>
      )}
    </>
  );
}
