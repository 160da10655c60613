import { datasetName } from './datasetName';

describe('the name of a data set', () => {
  it('is its namespace and its name', () => {
    expect(
      datasetName({ namespace: 'postgres://db:5432', name: 'sales.orders' }),
    ).toBe('postgres://db:5432/sales.orders');
  });

  it('stays whole up to 500 characters', () => {
    const name = datasetName({ namespace: 's3', name: 'x'.repeat(497) });
    expect(name).toBe(`s3/${'x'.repeat(497)}`);
  });

  it('is cut where it is longer, and two that begin alike stay two', () => {
    const [one, other] = ['a', 'b'].map(end =>
      datasetName({ namespace: 's3', name: `${'x'.repeat(3_000)}${end}` }),
    );
    expect(one.length).toBeLessThanOrEqual(500);
    expect(one).toMatch(/^s3\/x{437}…[\w-]{43}$/);
    expect(one).not.toBe(other);
  });
});
