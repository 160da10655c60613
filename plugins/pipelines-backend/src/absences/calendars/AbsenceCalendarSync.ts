import {
  AuthService,
  LoggerService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { toError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  isRotationEntity,
  PipelinesKind,
} from '@techflow/backstage-plugin-pipelines-common';
import { Absence, AbsenceStore } from '../../database';
import { dateOfDay, dayAt } from '../../oncall/calendarDay';
import { membersOf } from '../../rotations/Actors';
import { Clock } from '../../rotations/Clock';
import { RotationService } from '../../rotations/RotationService';
import { AbsenceDays, absenceDays } from './absenceDays';
import { CalendarReader } from './CalendarReader';

/** On a User entity: the address of the calendar of absences. */
export const ABSENCE_CALENDAR_ANNOTATION = 'techflow.io/absence-calendar';

const KIND: PipelinesKind = 'Rotation';
const PAGE = 100;

const keyOf = ({ from, to }: AbsenceDays) => `${from}/${to}`;

/**
 * Makes absences of what members have in calendars of their own, and takes back
 * what they delete there. What was over before stays known.
 */
export class AbsenceCalendarSync {
  /** When it runs: one backend at a time, so each calendar is read once an hour. */
  static readonly schedule: SchedulerServiceTaskScheduleDefinition = {
    frequency: { hours: 1 },
    timeout: { minutes: 50 },
    initialDelay: { minutes: 1 },
  };

  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #logger: LoggerService;
  readonly #reader: CalendarReader;
  readonly #calendars: ReadonlyMap<string, string>;
  readonly #rotations: Pick<RotationService, 'readAsPlugin'>;
  readonly #absences: AbsenceStore;
  readonly #now: Clock;

  constructor(options: {
    auth: AuthService;
    catalog: CatalogService;
    logger: LoggerService;
    reader: CalendarReader;
    /** Addresses by entity reference; these win over annotations. */
    calendars: ReadonlyMap<string, string>;
    rotations: Pick<RotationService, 'readAsPlugin'>;
    absences: AbsenceStore;
    now: Clock;
  }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#logger = options.logger;
    this.#reader = options.reader;
    this.#calendars = options.calendars;
    this.#rotations = options.rotations;
    this.#absences = options.absences;
    this.#now = options.now;
  }

  async run(signal?: AbortSignal): Promise<void> {
    /** Each calendar once, although its owner is in several rotations. */
    const texts = new Map<string, string | undefined>();
    for (const ref of await this.#rotationRefs()) {
      if (signal?.aborted) return;
      try {
        await this.#syncRotation(ref, texts);
      } catch (error) {
        this.#logger.warn(`Absences of ${ref} were not read`, toError(error));
      }
    }
  }

  async #rotationRefs(): Promise<string[]> {
    const credentials = await this.#auth.getOwnServiceCredentials();
    const refs: string[] = [];
    let cursor: string | undefined;
    do {
      const { items, pageInfo } = await this.#catalog.queryEntities(
        cursor === undefined
          ? { filter: { kind: KIND }, limit: PAGE }
          : { cursor, limit: PAGE },
        { credentials },
      );
      refs.push(
        ...items.filter(isRotationEntity).map(each => stringifyEntityRef(each)),
      );
      cursor = pageInfo.nextCursor;
    } while (cursor !== undefined);
    return refs;
  }

  async #syncRotation(
    ref: string,
    texts: Map<string, string | undefined>,
  ): Promise<void> {
    const rotation = await this.#rotations.readAsPlugin({ ref });
    const { timeZone } = rotation;
    const now = this.#now();
    const today = dateOfDay(dayAt(now.getTime(), timeZone));
    const listed = await this.#absences.list({ rotationRef: ref, from: today });
    const known = listed.filter(
      ({ fromCalendar, withdrawnAt }) => fromCalendar && !withdrawnAt,
    );
    const members = [...membersOf(rotation, now)];
    const urls = await this.#urlsOf(members);
    for (const member of new Set([
      ...members,
      ...known.map(absence => absence.member),
    ])) {
      const own = known.filter(absence => absence.member === member);
      const days = await this.#daysOf(member, urls.get(member), texts, {
        timeZone,
        today,
      });
      if (days) await this.#sync({ rotationRef: ref, member, own, days });
    }
  }

  /** @returns undefined when it could not be read: what is known stays */
  async #daysOf(
    member: string,
    url: string | undefined,
    texts: Map<string, string | undefined>,
    window: { timeZone: string; today: string },
  ): Promise<AbsenceDays[] | undefined> {
    if (url === undefined) return [];
    try {
      if (!texts.has(url)) {
        texts.set(url, undefined);
        texts.set(url, await this.#reader.read(url));
      }
      const text = texts.get(url);
      return text === undefined ? undefined : absenceDays(text, window);
    } catch (error) {
      // The address may hold a secret, and so may what the reader says of it.
      const reason = toError(error).message.replaceAll(url, 'the address');
      this.#logger.warn(`The calendar of ${member} was not read: ${reason}`);
      return undefined;
    }
  }

  async #sync(options: {
    rotationRef: string;
    member: string;
    own: readonly Absence[];
    days: readonly AbsenceDays[];
  }): Promise<void> {
    const { rotationRef, member, own, days } = options;
    const [known, wanted] = [own, days].map(each => new Set(each.map(keyOf)));
    const now = this.#now();
    for (const { id, ...absence } of own) {
      if (!wanted.has(keyOf(absence))) {
        await this.#absences.withdraw({ id, at: now });
      }
    }
    for (const { from, to } of days) {
      if (known.has(keyOf({ from, to }))) continue;
      await this.#absences.add({
        absence: {
          rotationRef,
          member,
          from,
          to,
          // Not what the event is called: that is for its owner to tell.
          note: 'From the calendar',
          fromCalendar: true,
          createdBy: member,
          createdAt: now,
        },
      });
    }
  }

  async #urlsOf(members: readonly string[]): Promise<Map<string, string>> {
    const credentials = await this.#auth.getOwnServiceCredentials();
    const { items } = await this.#catalog.getEntitiesByRefs(
      { entityRefs: [...members] },
      { credentials },
    );
    const urls = new Map<string, string>();
    members.forEach((member, index) => {
      const annotations = items[index]?.metadata.annotations;
      const url =
        this.#calendars.get(member) ??
        annotations?.[ABSENCE_CALENDAR_ANNOTATION];
      if (url !== undefined) urls.set(member, url);
    });
    return urls;
  }
}
