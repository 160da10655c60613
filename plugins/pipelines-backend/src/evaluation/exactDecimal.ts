/**
 * Numbers as people write them, computed without rounding: 99.9 is nine hundred
 * and ninety-nine tenths, not the nearest binary fraction. So that exactly 99.9 %
 * is met, and −10.0 % is no drop of more than 10 %.
 */
export class Decimal {
  readonly #digits: bigint;
  /** Digits after the point. */
  readonly #scale: number;

  private constructor(digits: bigint, scale: number) {
    this.#digits = digits;
    this.#scale = scale;
  }

  /**
   * The decimal that JavaScript prints for a number: the shortest one that is
   * read back as that number, hence the one that was written.
   *
   * @throws RangeError if it is not finite
   */
  static of(value: number): Decimal {
    const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value));
    if (!match) throw new RangeError(`${value} is no finite number`);
    const [, sign, whole, fraction = '', exponent = '0'] = match;
    const digits = BigInt(`${sign}${whole}${fraction}`);
    const scale = fraction.length - Number(exponent);
    return scale < 0
      ? new Decimal(digits * 10n ** BigInt(-scale), 0)
      : new Decimal(digits, scale);
  }

  plus(other: Decimal): Decimal {
    const scale = Math.max(this.#scale, other.#scale);
    return new Decimal(this.#at(scale) + other.#at(scale), scale);
  }

  minus(other: Decimal): Decimal {
    return this.plus(new Decimal(-other.#digits, other.#scale));
  }

  times(other: Decimal): Decimal {
    return new Decimal(
      this.#digits * other.#digits,
      this.#scale + other.#scale,
    );
  }

  abs(): Decimal {
    return this.#digits < 0n ? new Decimal(-this.#digits, this.#scale) : this;
  }

  /** Below 0 if this one is less, above 0 if it is more. */
  compare(other: Decimal): number {
    const scale = Math.max(this.#scale, other.#scale);
    const difference = this.#at(scale) - other.#at(scale);
    return Number(difference > 0n) - Number(difference < 0n);
  }

  /**
   * The quotient, cut after so many digits and never rounded up; of negative
   * numbers cut towards 0.
   *
   * @throws RangeError if `divisor` is 0
   */
  dividedBy(divisor: Decimal, digits: number): string {
    const scale = Math.max(this.#scale, divisor.#scale);
    const shifted = this.#at(scale) * 10n ** BigInt(digits);
    const quotient = shifted / divisor.#at(scale);
    const sign = quotient < 0n ? '-' : '';
    const text = String(quotient < 0n ? -quotient : quotient).padStart(
      digits + 1,
      '0',
    );
    return digits === 0
      ? `${sign}${text}`
      : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
  }

  /** The nearest number; for charts, never for comparing. */
  toNumber(): number {
    return Number(`${this.#digits}e${-this.#scale}`);
  }

  #at(scale: number): bigint {
    return this.#digits * 10n ** BigInt(scale - this.#scale);
  }
}

const HUNDRED = Decimal.of(100);

/**
 * Whether good out of total is at least a share, in percent. Exactly the share
 * is enough.
 *
 * @param counts.total - above 0
 */
export function reachesShare(
  counts: { good: number; total: number },
  percent: number,
): boolean {
  const good = Decimal.of(counts.good).times(HUNDRED);
  const wanted = Decimal.of(counts.total).times(Decimal.of(percent));
  return good.compare(wanted) >= 0;
}
