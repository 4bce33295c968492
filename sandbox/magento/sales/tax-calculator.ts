import type Big from 'big.js';
import { cents, notBelowZero, zero } from '../../kit/money/cents.ts';
import { exactTax, taxOf } from '../../kit/money/tax.ts';

/** Something that is taxed: a row, or the shipping. */
export interface Taxable {
  /** Per unit, with tax or without as the prices are. */
  readonly price: Big;
  readonly quantity: Big;
  /** Percent. */
  readonly rate: string;
  /** Of all units, on the same basis as the price. */
  readonly discount: Big;
}

export interface Taxed {
  readonly rate: string;
  /** Unit prices, before the discount. */
  readonly price: Big;
  readonly priceInclTax: Big;
  /** Before the discount. */
  readonly rowTotal: Big;
  readonly rowTotalInclTax: Big;
  readonly discount: Big;
  /** After the discount. */
  readonly tax: Big;
  /** The tax within a discount that was given on prices with tax: the hidden tax (sheet 7.4). */
  readonly compensation: Big;
}

type Rounding = 'unit' | 'row' | 'total';

/** The figures of something that does not exist. */
export const nothingTaxed: Taxed = {
  rate: '0',
  price: zero,
  priceInclTax: zero,
  rowTotal: zero,
  rowTotalInclTax: zero,
  discount: zero,
  tax: zero,
  compensation: zero,
};

/**
 * Computes tax after discount, rounded per unit, per row, or on the total. The last carries each row's rounding difference
 * over to the next row of the same rate.
 */
export class TaxCalculator {
  readonly #included: boolean;
  readonly #rounding: Rounding;
  readonly #carried = new Map<string, Big>();

  constructor(included: boolean, rounding: Rounding) {
    this.#included = included;
    this.#rounding = rounding;
  }

  taxed(item: Taxable): Taxed {
    if (this.#rounding === 'unit') return this.#byUnit(item);
    const { price, quantity, rate, discount } = item;
    const row = cents(price.times(quantity));
    const before = this.#rounded(exactTax(row, rate, this.#included), rate, 'before');
    const left = notBelowZero(row.minus(discount));
    const tax = this.#rounded(exactTax(left, rate, this.#included), rate, 'after');
    if (this.#included) {
      const net = row.minus(before);
      const unit = cents(net.div(quantity));
      return {
        ...{ rate, price: unit, priceInclTax: price, rowTotal: net, rowTotalInclTax: row, discount, tax },
        compensation: before.minus(tax),
      };
    }
    const gross = row.plus(before);
    const unit = cents(gross.div(quantity));
    return {
      ...{ rate, price, priceInclTax: unit, rowTotal: row, rowTotalInclTax: gross, discount, tax },
      compensation: zero,
    };
  }

  #byUnit({ price, quantity, rate, discount }: Taxable): Taxed {
    const unitTax = taxOf(price, rate, this.#included);
    const left = notBelowZero(price.minus(discount.div(quantity)));
    const unitTaxLeft = taxOf(left, rate, this.#included);
    const net = this.#included ? price.minus(unitTax) : price;
    const tax = cents(unitTaxLeft.times(quantity));
    const before = cents(unitTax.times(quantity));
    const rowTotalInclTax = this.#included
      ? cents(price.times(quantity))
      : cents(price.times(quantity)).plus(before);
    return {
      rate,
      price: net,
      priceInclTax: net.plus(unitTax),
      rowTotal: rowTotalInclTax.minus(before),
      rowTotalInclTax,
      discount,
      tax,
      compensation: this.#included ? before.minus(tax) : zero,
    };
  }

  #rounded(amount: Big, rate: string, kind: 'before' | 'after'): Big {
    if (this.#rounding === 'row') return cents(amount);
    const key = `${kind} ${rate}`;
    // Slightly above zero, so that half a cent is rounded up whatever the rows before it were.
    const exact = amount.plus(this.#carried.get(key) ?? '0.000001');
    const rounded = cents(exact);
    this.#carried.set(key, exact.minus(rounded));
    return rounded;
  }
}
