import { ConfigReader } from '@backstage/config';
import { readSlaOptions } from './readSlaOptions';

const read = (sla?: object) =>
  readSlaOptions(new ConfigReader({ pipelines: { ...(sla && { sla }) } }));

describe('readSlaOptions', () => {
  it('closes months after five days, and looks back not at all', () => {
    expect(read()).toEqual({ closeAfterDays: 5, lookBack: 0 });
  });

  it('takes what is configured', () => {
    expect(read({ closeMonthAfterDays: 0, lookBack: { days: 2 } })).toEqual({
      closeAfterDays: 0,
      lookBack: 2 * 86_400_000,
    });
  });

  it.each([
    [{ closeMonthAfterDays: -1 }, /pipelines.sla.closeMonthAfterDays .* -1/],
    [{ closeMonthAfterDays: 1.5 }, /whole number from 0 to 60, found 1.5/],
    [{ closeMonthAfterDays: 61 }, /found 61/],
    [{ lookBack: { days: 400 } }, /pipelines.sla.lookBack .* 366 days/],
    [{ lookBack: 'long' }, /pipelines.sla.lookBack|lookBack/],
  ])('refuses %j', (sla, message) => {
    expect(() => read(sla)).toThrow(message);
  });
});
