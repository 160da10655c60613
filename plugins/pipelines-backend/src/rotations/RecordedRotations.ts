import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { ConflictError, toError } from '@backstage/errors';
import { RotationEntity } from '@techflow/backstage-plugin-pipelines-common';
import { RotationEntities } from '../catalog/RotationEntities';
import { Recorded, RotationHistory } from './RotationHistory';
import { effectiveFromOf, toRotationPlan } from './toRotationPlan';

/** A Rotation entity whose present plan is in its history. */
export interface RecordedRotation {
  /** Full entity reference. */
  readonly ref: string;
  readonly entity: RotationEntity;
  readonly recorded: Recorded;
}

/** How often to look again when somebody else records a version meanwhile. */
const ATTEMPTS = 5;

/** Reads Rotation entities, and sees to it that their histories are complete. */
export class RecordedRotations {
  readonly #entities: RotationEntities;
  readonly #history: RotationHistory;

  constructor(options: {
    entities: RotationEntities;
    history: RotationHistory;
  }) {
    this.#entities = options.entities;
    this.#history = options.history;
  }

  /** Reads a rotation as the plugin itself, so that what changed is recorded. */
  async refresh(ref: string, auth: AuthService): Promise<void> {
    const credentials = await auth.getOwnServiceCredentials();
    await this.readMany([ref], credentials);
  }

  /** For each reference the rotation, or the error that says why there is none. */
  async readMany(
    refs: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<Map<string, RecordedRotation | Error>> {
    const answers = new Map<string, RecordedRotation | Error>();
    let left = [...new Set(refs)];
    for (let attempt = 0; attempt < ATTEMPTS && left.length > 0; attempt += 1) {
      for (const [ref, answer] of await this.#try(left, credentials)) {
        answers.set(ref, answer);
      }
      left = left.filter(ref => !answers.has(ref));
    }
    for (const ref of left) {
      answers.set(
        ref,
        new ConflictError(`${ref} is being changed; please try again`),
      );
    }
    return answers;
  }

  /** Leaves out those of which somebody else recorded a version meanwhile. */
  async #try(
    refs: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<Map<string, RecordedRotation | Error>> {
    // The history before the entities: see RotationHistory.record.
    const histories = await this.#history.read(refs);
    const entities = await this.#entities.readMany(refs, credentials);
    const answers = new Map<string, RecordedRotation | Error>();
    for (const [index, ref] of refs.entries()) {
      const answer = await this.#record(ref, entities[index], histories);
      if (answer) answers.set(ref, answer);
    }
    return answers;
  }

  async #record(
    ref: string,
    entity: RotationEntity | Error,
    histories: ReadonlyMap<string, Recorded>,
  ): Promise<RecordedRotation | Error | undefined> {
    if (entity instanceof Error) return entity;
    try {
      const recorded = await this.#history.record({
        rotationRef: ref,
        plan: toRotationPlan(entity),
        effectiveFrom: effectiveFromOf(entity),
        recorded: histories.get(ref) ?? [],
      });
      return recorded && { ref, entity, recorded };
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      const { message } = toError(error);
      return new ConflictError(`${ref} cannot be used: ${message}`);
    }
  }
}
