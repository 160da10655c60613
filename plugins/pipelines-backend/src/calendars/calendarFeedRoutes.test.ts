import { TestDatabases } from '@backstage/backend-test-utils';
import ICAL from 'ical.js';
import { as, startPipelines } from '../__testUtils__/startPipelines';
import { NOW, team, TEAM, TEAM_PATH } from '../__testUtils__/team';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const calendars = '/api/pipelines/v1/calendars';
const feeds = '/api/pipelines/v1/calendar-feeds';

/** What a calendar shows: a line for each event. */
function events(text: string): string[] {
  return new ICAL.Component(ICAL.parse(text))
    .getAllSubcomponents('vevent')
    .map(component => {
      const { summary, startDate } = new ICAL.Event(component);
      const status = component.getFirstPropertyValue('status');
      const day = startDate.toJSDate().toISOString().slice(0, 10);
      return `${day} ${summary} ${status}`;
    });
}

describe.each(databases.eachSupportedId())('calendar feeds on %s', id => {
  async function start(scope = 'rotation', name = 'a') {
    const clock = { now: NOW };
    const started = await startPipelines({
      entities: [team()],
      now: () => clock.now,
      knex: await databases.init(id),
    });
    const { api } = started;
    const { body } = await api
      .post(calendars)
      .set(as.user(name))
      .send({ rotationRef: TEAM, scope });
    const address = new URL(body.url).pathname;
    const read = () => api.get(address).set(as.nobody());
    const feedOf = async () => {
      const listed = await api
        .get(`${calendars}?rotationRef=${TEAM}`)
        .set(as.user(name));
      return listed.body.items[0];
    };
    return { ...started, clock, feed: body.feed, address, read, feedOf };
  }

  it('show the rotation to who has the address and no credentials', async () => {
    const { read } = await start();
    const { status, headers, text } = await read();
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(headers['cache-control']).toBe('private, max-age=900');
    expect(events(text).slice(0, 3)).toEqual([
      '2026-11-23 On call: a, team CONFIRMED',
      '2026-11-30 On call: b, team CONFIRMED',
      '2026-12-07 On call: c, team CONFIRMED',
    ]);
  });

  it('show a member his own, and as cancelled what another has taken', async () => {
    const { api, read } = await start('mine', 'c');
    await api.post(`${TEAM_PATH}/changes`).set(as.user('a')).send({
      type: 'cover',
      from: '2026-12-07T14:00:00Z',
      to: '2026-12-14T14:00:00Z',
      by: 'user:default/a',
    });
    const shown = events((await read()).text);
    expect(shown[0]).toBe('2026-12-28 On call: c, team CONFIRMED');
    expect(shown.at(-1)).toBe('2026-12-07 On call: c, team CANCELLED');
  });

  it('answer 304 until something changes', async () => {
    const { api, clock, address, read } = await start();
    const { headers } = await read();
    const again = () =>
      api.get(address).set(as.nobody()).set('If-None-Match', headers.etag);
    clock.now = new Date(NOW.getTime() + 3_600_000);
    const same = await again();
    expect(same.status).toBe(304);
    expect(same.text).toBe('');
    await api
      .post(`${TEAM_PATH}/changes`)
      .set(as.user('c'))
      .send({ type: 'cover', by: 'user:default/c' });
    const changed = await again();
    expect(changed.status).toBe(200);
    expect(changed.headers.etag).not.toBe(headers.etag);
  });

  it('answer the same 404 to whatever is wrong', async () => {
    const { api, setEntities, feed, read } = await start();
    const wrong = [
      `${feeds}/${'A'.repeat(43)}.ics`,
      `${feeds}/short.ics`,
      `${feeds}/${'A'.repeat(5_000)}.ics`,
      `${feeds}/%00.ics`,
      `${feeds}/${'A'.repeat(43)}`,
      `${feeds}/`,
    ].map(each => api.get(each).set(as.nobody()));
    setEntities([]);
    const answers = await Promise.all([...wrong, read()]);
    setEntities([team()]);
    expect((await read()).status).toBe(200);
    await api.delete(`${calendars}/${feed.id}`).set(as.user('a'));
    answers.push(await read());
    expect(
      new Set(answers.map(({ status, text }) => `${status} ${text}`)),
    ).toEqual(new Set(['404 There is no such calendar\n']));
  });

  it('note that they were read, once an hour at most', async () => {
    const { clock, read, feedOf } = await start();
    await read();
    clock.now = new Date(NOW.getTime() + 59 * 60_000);
    await read();
    expect((await feedOf()).lastReadAt).toBe(NOW.toISOString());
    clock.now = new Date(NOW.getTime() + 60 * 60_000);
    await read();
    expect((await feedOf()).lastReadAt).toBe(clock.now.toISOString());
  });

  it('answer 429 to who reads one too often, and serve the others', async () => {
    const { api, address, read } = await start();
    const { body } = await api
      .post(calendars)
      .set(as.user('b'))
      .send({ rotationRef: TEAM, scope: 'mine' });
    for (let count = 0; count < 20; count += 1) {
      expect((await api.get(address).set(as.nobody())).status).toBe(200);
    }
    const tooMany = await read();
    expect(tooMany.status).toBe(429);
    expect(tooMany.headers).toHaveProperty('retry-after');
    const other = await api.get(new URL(body.url).pathname).set(as.nobody());
    expect(other.status).toBe(200);
  });

  it('answer 429 to an address that tries tokens', async () => {
    const { api } = await start();
    const guess = (count: number) =>
      api
        .get(`${feeds}/${String(count).padStart(43, 'A')}.ics`)
        .set(as.nobody());
    for (let count = 0; count < 240; count += 1) {
      expect((await guess(count)).status).toBe(404);
    }
    expect((await guess(240)).status).toBe(429);
  });

  it('open no other path', async () => {
    const { api } = await start();
    const open = [
      api.get(`${calendars}?rotationRef=${TEAM}`),
      api.get(`${TEAM_PATH}/absences`),
      api.delete(`${calendars}/8c7cd0a8-6f0b-4f0e-9d7d-4d9b6a3a0f6e`),
    ].map(each => each.set(as.nobody()));
    const answers = await Promise.all(open);
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401]);
  });
});
