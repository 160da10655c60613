import { parseCursor, toCursor } from './changeCursor';

const position = {
  requested_at: '2026-12-01T00:00:00.000Z',
  id: '0d6e8c0a-3c1e-4b51-9d8f-6a1f0e2b7c11',
};

describe('the cursor of changes', () => {
  it('comes back as the position it was made of', () => {
    expect(parseCursor(toCursor(position))).toEqual(position);
  });

  it.each([
    ['', 'nothing'],
    ['2026-12-01T00:00:00.000Z', 'no id'],
    [`${toCursor(position)}0`, 'something behind it'],
    [`${toCursor(position).slice(0, -1)}\0`, 'a character PostgreSQL refuses'],
  ])('refuses %j: %s', cursor => {
    expect(() => parseCursor(cursor)).toThrow(
      'cursor: must be the nextCursor of a page',
    );
  });
});
