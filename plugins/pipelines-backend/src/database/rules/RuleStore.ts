import { Rule } from '../../evaluation';

/** Keeps what each promise and monitor said, and since when. */
export interface RuleStore {
  /**
   * Notes the rules of a pipeline as they are from an instant on: those that are
   * new, that say something else, or that are gone. What was judged before stays.
   *
   * @param options - `since`: rules that are new hold since then
   */
  record(options: {
    pipelineRef: string;
    rules: readonly Rule[];
    at: Date;
    since: Date;
  }): Promise<void>;
}
