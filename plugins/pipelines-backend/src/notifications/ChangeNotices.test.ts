import { Cover, RotationChange, Swap } from '../database';
import { A, B, C, D } from '../oncall/__testUtils__/exampleRotation';
import { swap as acceptedSwap } from '../oncall/__testUtils__/exampleChanges';
import { ENGINEERS, knownRotation } from './__testUtils__/knownRotation';
import { ChangeNotices } from './ChangeNotices';

// Shift 48 is A's, from 21 December 2026; 49 is B's, the week after.
const swap = (changes: Partial<Swap> = {}): Swap => ({
  id: 'swap-1',
  type: 'swap',
  rotationRef: ENGINEERS,
  state: 'proposed',
  shifts: [48, 49],
  members: [A, B],
  requestedBy: A,
  requestedAt: new Date('2026-12-01T15:00Z'),
  expiresAt: new Date('2026-12-08T15:00Z'),
  ...changes,
});

const cover = (changes: Partial<Cover> = {}): Cover => ({
  id: 'cover-1',
  type: 'cover',
  rotationRef: ENGINEERS,
  state: 'accepted',
  from: new Date('2026-12-22T08:00Z'),
  to: new Date('2026-12-22T14:00Z'),
  by: D,
  covered: A,
  firstShift: 48,
  lastShift: 48,
  requestedBy: D,
  requestedAt: new Date('2026-12-22T08:00Z'),
  ...changes,
});

const answered = {
  answeredBy: B,
  answeredAt: new Date('2026-12-03T15:00Z'),
};

const took =
  '21 Dec 09:00 – 28 Dec 09:00: Data Engineer A → Data Engineer B\n28 Dec 09:00 – 4 Jan 09:00: Data Engineer B → Data Engineer A';

/** Whom it tells what: a line for each. */
function told(change: RotationChange, rotation = knownRotation()): string[] {
  return new ChangeNotices()
    .announcing(rotation)(change)
    .map(({ recipients, payload }) => `${recipients}: ${payload.title}`);
}

function textTo(
  recipient: string,
  change: RotationChange,
  rotation = knownRotation(),
) {
  return new ChangeNotices()
    .announcing(rotation)(change)
    .find(({ recipients }) => recipients.includes(recipient))?.payload
    .description;
}

describe('a swap', () => {
  it('is told to the one who is asked', () => {
    expect(told(swap())).toEqual([
      `${B}: Data Engineer A asks you to swap on-call shifts`,
    ]);
    expect(textTo(B, swap({ reason: 'Skiing' }))).toBe(
      'Engineers: You take 21 Dec 09:00 – 28 Dec 09:00, Data Engineer A takes 28 Dec 09:00 – 4 Jan 09:00 (America/New_York). It expires on 8 Dec 10:00. “Skiing”',
    );
  });

  it('is told to both when somebody else proposes it', () => {
    expect(told(swap({ requestedBy: C }))).toEqual([
      `${A}: Data Engineer C proposed to swap your on-call shift`,
      `${B}: Data Engineer C asks you to swap on-call shifts`,
    ]);
  });

  it('is told with the difference when it is accepted', () => {
    const accepted = swap({ state: 'accepted', ...answered });
    expect(told(accepted)).toEqual([
      `${A}: Data Engineer B accepted your swap`,
    ]);
    expect(textTo(A, accepted)).toBe(`Engineers (America/New_York):\n${took}`);
  });

  it('is told to both when somebody else made it without asking', () => {
    const made = swap({ state: 'accepted', requestedBy: C, answeredBy: C });
    const accepted = { ...made, answeredAt: made.requestedAt };
    expect(told(accepted)).toEqual([
      `${A}: Data Engineer C changed your on-call duty`,
      `${B}: Data Engineer C changed your on-call duty`,
    ]);
    expect(textTo(B, accepted)).toContain(took);
  });

  it('is not told to a service that acted for somebody', () => {
    const proposed = swap({ requestedBy: 'service:default/ops' });
    expect(told({ ...proposed, state: 'declined', ...answered })).toEqual([
      `${A}: Data Engineer B declined your swap`,
    ]);
  });

  it('is told to the one who asked when it is declined', () => {
    const declined = swap({ state: 'declined', ...answered });
    expect(told(declined)).toEqual([
      `${A}: Data Engineer B declined your swap`,
    ]);
  });

  it('is told to the other when it is withdrawn', () => {
    const withdrawn = swap({ state: 'cancelled', ...answered, answeredBy: A });
    expect(told(withdrawn)).toEqual([`${B}: Data Engineer A withdrew a swap`]);
  });

  it('is told with the difference back when it is undone', () => {
    const undone = swap({ state: 'cancelled', ...answered, answeredBy: A });
    const rotation = knownRotation({ swaps: [acceptedSwap()] });
    expect(told(undone, rotation)).toEqual([
      `${B}: Data Engineer A changed your on-call duty`,
    ]);
    expect(textTo(B, undone, rotation)).toContain(
      '21 Dec 09:00 – 28 Dec 09:00: Data Engineer B → Data Engineer A',
    );
  });

  it('is told to both when it expires', () => {
    const expired = swap({
      state: 'expired',
      answeredAt: new Date('2026-12-08T15:00Z'),
    });
    const messages = new ChangeNotices().expired(expired);
    expect(messages.map(({ recipients }) => recipients)).toEqual([[A], [B]]);
    expect(messages[0].payload.description).toBe(
      'engineers: nobody answered the swap between a and b by 2026-12-08 15:00 UTC. The shifts stay as they are.',
    );
  });
});

describe('a cover', () => {
  it('is told at once to the one who is covered', () => {
    const [message] = new ChangeNotices().announcing(knownRotation())(cover());
    expect(message).toEqual({
      key: `on-call/change/cover-1/accepted/${A}`,
      recipients: [A],
      at: cover().requestedAt,
      payload: {
        title: 'Data Engineer D covers for you',
        description:
          'Engineers (America/New_York):\n22 Dec 03:00 – 22 Dec 09:00: Data Engineer A → Data Engineer D',
        link: '/catalog/default/rotation/engineers',
        severity: 'high',
        topic: 'on-call-changes',
      },
    });
  });

  it('is told to the one who is put on call', () => {
    expect(told(cover({ requestedBy: A }))).toEqual([
      `${D}: Data Engineer A put you on call`,
    ]);
  });

  it('is told to the other when it is taken back', () => {
    const rotation = knownRotation({
      covers: [{ ...cover(), createdBy: D, createdAt: cover().requestedAt }],
    });
    const back = cover({
      state: 'cancelled',
      answeredBy: D,
      answeredAt: new Date('2026-12-22T10:00Z'),
    });
    expect(told(back, rotation)).toEqual([
      `${A}: Data Engineer D changed your on-call duty`,
    ]);
    expect(textTo(A, back, rotation)).toContain(
      '22 Dec 05:00 – 22 Dec 09:00: Data Engineer D → Data Engineer A',
    );
  });

  it('is told to nobody when it moves nothing', () => {
    expect(told(cover({ by: A, requestedBy: C }))).toEqual([]);
  });
});
