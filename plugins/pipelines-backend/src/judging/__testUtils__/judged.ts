import { DatabaseService } from '@backstage/backend-plugin-api';
import { PipelineSpec } from '@techflow/backstage-plugin-pipelines-common';
import { createStores } from '../../createStores';
import { SlotRow, IntervalRow } from '../../database/judging/verdictRows';
import { ScoreRow } from '../../database/judging/scoreRow';
import { rulesOf } from '../../evaluation';
import { Measurement } from '../../ingest/heard';
import { runEvent, WireEvent } from '../../ingest/__testUtils__/lineageEvents';
import { prepared } from '../../ingest/__testUtils__/prepared';
import { claimsOf } from '../../pipelines/claimsOf';

export const REF = 'pipeline:default/profit';
const NEVER = new Date(0);

/** A backend's judging on a database, with a clock of its own. */
export async function judgedOn(database: DatabaseService) {
  const knex = await database.getClient();
  const stores = await createStores(database, { closeAfterDays: 5 });

  /** Judges until nothing is due. */
  const judgeAt = async (instant: string) => {
    const now = new Date(instant);
    let rules = 0;
    for (;;) {
      const touched = await stores.judging.touch({ now, limit: 100 });
      const step = await stores.judging.judgeDue({
        now,
        limit: 100,
        floor: NEVER,
      });
      if (step.failures[0]) throw step.failures[0].error;
      rules += step.rules;
      if (touched === 0 && step.rules === 0) return rules;
    }
  };

  return {
    knex,
    stores,
    judgeAt,
    async record(spec: PipelineSpec, instant: string, ref = REF) {
      const at = new Date(instant);
      await stores.rules.record({
        pipelineRef: ref,
        rules: rulesOf(spec),
        at,
        since: at,
      });
      await stores.pipelines.record({
        pipeline: { ref, spec },
        claims: claimsOf(ref, spec),
        at,
      });
    },
    async hearRun(event: Parameters<typeof runEvent>[0], receivedAt?: string) {
      const body: WireEvent = runEvent(event);
      const at = receivedAt ?? event?.eventTime;
      await stores.lineage.write({
        events: [
          prepared(body, {
            ...(at !== undefined && { receivedAt: new Date(at) }),
          }),
        ],
      });
    },
    async measure(
      metric: string,
      figure: Measurement['figure'],
      instant: string,
      receivedAt = instant,
    ) {
      await stores.measurements.write({
        measurements: [
          {
            subject: { pipelineRef: REF },
            metric,
            dimensions: {},
            at: new Date(instant),
            figure,
          },
        ],
        receivedAt: new Date(receivedAt),
      });
    },
    slots: (): Promise<SlotRow[]> =>
      knex<SlotRow>('slot_verdicts').orderBy(['rule_id', 'expected_at']),
    intervals: (): Promise<IntervalRow[]> =>
      knex<IntervalRow>('state_intervals').orderBy(['rule_id', 'from_at']),
    scores: (): Promise<ScoreRow[]> =>
      knex<ScoreRow>('scores').orderBy(['rule_id', 'month']),
  };
}
