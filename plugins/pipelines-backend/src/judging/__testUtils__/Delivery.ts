import { PipelineSpec } from '@techflow/backstage-plugin-pipelines-common';
import { WireEvent } from '../../ingest/__testUtils__/lineageEvents';

/** The pipeline of a year. */
export const REF = 'pipeline:default/profit';

/** What somebody hands the backend. Plain JSON; instants are epoch milliseconds. */
export type Delivery = { readonly receivedAt: number } & (
  | {
      readonly type: 'event';
      /** Name of its job. */
      readonly job: string;
      readonly runId: string;
      readonly body: WireEvent;
    }
  | {
      readonly type: 'figure';
      /** Measured of this job; absent: of the pipeline. */
      readonly job?: string;
      readonly metric: string;
      readonly at: number;
      readonly figure:
        | number
        | { readonly good: number; readonly total: number };
      readonly key?: string;
    }
  | {
      readonly type: 'alert';
      readonly fingerprint: string;
      readonly startsAt: number;
      readonly endsAt?: number;
    }
  | {
      readonly type: 'review';
      readonly period: string;
      readonly isApproved: boolean;
    }
  | {
      readonly type: 'exclusion' | 'cancel';
      readonly from: number;
      readonly to: number;
      readonly objectives?: readonly string[];
      readonly monitors?: readonly string[];
    }
  | {
      readonly type: 'promise';
      readonly spec: PipelineSpec;
      /** Its runs are those of other jobs than before. */
      readonly claimsOthers: boolean;
    }
);

/** What tools send may come in any order, and again; what people do may not. */
export function isOfTool({ type }: Delivery): boolean {
  return type === 'event' || type === 'figure' || type === 'alert';
}
