import { Readable } from 'node:stream';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { KnexAbsenceStore } from '../../database';
import { migrated } from '../../database/__testUtils__/backends';
import { A, B } from '../../oncall/__testUtils__/exampleRotation';
import {
  ENGINEERS,
  knownRotation,
} from '../../notifications/__testUtils__/knownRotation';
import {
  ABSENCE_CALENDAR_ANNOTATION,
  AbsenceCalendarSync,
} from './AbsenceCalendarSync';
import { CalendarReader } from './CalendarReader';
import { readAbsenceCalendars } from './readAbsenceCalendars';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const skiing = [
  'BEGIN:VCALENDAR',
  'BEGIN:VEVENT',
  'UID:1',
  'SUMMARY:Doctor',
  'DTSTART;VALUE=DATE:20261222',
  'DTEND;VALUE=DATE:20261230',
  'END:VEVENT',
  'END:VCALENDAR',
].join('\r\n');

const userB: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: {
    name: 'b',
    namespace: 'default',
    annotations: { [ABSENCE_CALENDAR_ANNOTATION]: 'https://calendar/b' },
  },
};

describe.each(databases.eachSupportedId())('absence calendars on %s', id => {
  async function start() {
    const absences = await KnexAbsenceStore.create({
      database: await migrated(databases, id),
    });
    const files: Record<string, string> = { 'https://calendar/a': skiing };
    const logger = mockServices.logger.mock();
    const urlReader = mockServices.urlReader.mock({
      readUrl: async url => {
        const file = files[url];
        if (file === undefined) throw new Error(`${url} is not allowed`);
        return {
          buffer: async () => Buffer.from(file),
          stream: () => Readable.from([Buffer.from(file)]),
        };
      },
    });
    const config = mockServices.rootConfig({
      data: {
        pipelines: {
          absences: {
            calendars: [{ member: A, url: 'https://calendar/a' }],
          },
        },
      },
    });
    const rotation = knownRotation();
    const sync = new AbsenceCalendarSync({
      auth: mockServices.auth(),
      catalog: catalogServiceMock({ entities: [rotation.entity, userB] }),
      logger,
      reader: new CalendarReader({ urlReader, timeoutMs: 200 }),
      calendars: readAbsenceCalendars(config),
      rotations: { readAsPlugin: async () => rotation },
      absences,
      now: () => new Date('2026-12-01T12:00Z'),
    });
    const known = async () =>
      (await absences.list({ rotationRef: ENGINEERS }))
        .filter(({ withdrawnAt }) => !withdrawnAt)
        .map(({ member, from, to }) => `${member} ${from} ${to}`)
        .sort();
    return { absences, files, logger, urlReader, sync, known };
  }

  it('become absences once, and tell nobody what they are called', async () => {
    const { absences, sync, known } = await start();
    await sync.run();
    await sync.run();
    expect(await known()).toEqual([`${A} 2026-12-22 2026-12-29`]);
    const listed = await absences.list({ rotationRef: ENGINEERS });
    expect(JSON.stringify(listed)).not.toContain('Doctor');
  });

  it('are found by the annotation of a user', async () => {
    const { files, sync, known } = await start();
    files['https://calendar/b'] = skiing.replace('20261230', '20261224');
    await sync.run();
    expect(await known()).toEqual([
      `${A} 2026-12-22 2026-12-29`,
      `${B} 2026-12-22 2026-12-23`,
    ]);
  });

  it('are taken back when they are deleted there, and people’s stay', async () => {
    const { absences, files, sync, known } = await start();
    await sync.run();
    await absences.add({
      absence: {
        rotationRef: ENGINEERS,
        member: A,
        from: '2026-12-10',
        to: '2026-12-11',
        createdBy: A,
        createdAt: new Date('2026-12-01T12:00Z'),
      },
    });
    files['https://calendar/a'] = 'BEGIN:VCALENDAR\r\nEND:VCALENDAR';
    await sync.run();
    expect(await known()).toEqual([`${A} 2026-12-10 2026-12-11`]);
  });

  it('stay as they are while a calendar cannot be read, and its secret stays one', async () => {
    const { files, logger, sync, known } = await start();
    await sync.run();
    delete files['https://calendar/a'];
    await sync.run();
    expect(await known()).toEqual([`${A} 2026-12-22 2026-12-29`]);
    expect(logger.warn).toHaveBeenCalledWith(
      `The calendar of ${A} was not read: the address is not allowed`,
    );
  });

  it('are read no further than 1 MiB, nor for ever', async () => {
    const { files, logger, urlReader, sync } = await start();
    files['https://calendar/a'] = 'x'.repeat(1024 * 1024 + 1);
    await sync.run();
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('larger than 1048576 bytes'),
    );
    urlReader.readUrl.mockImplementation(() => new Promise(() => {}));
    await sync.run();
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('takes too long'),
    );
  });
});
