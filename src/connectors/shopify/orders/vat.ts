/**
 * VAT rates of an order's parts. Each states its taxes, but some apps write the tax of the whole order on its first line (case
 * O1): an amount that cannot be its rate on that line is not believed.
 */
import type Big from 'big.js';
import { big, type Decimal, normalise, sum } from '../../../records/money.ts';
import { fractionToPercent, vatOf } from '../../../records/vat.ts';
import { byRate, type RateAmount, vatBreakdown, wholeAt } from '../../../records/vat-breakdown.ts';
import type { TaxWire } from '../wire.ts';

/** Rounded once for each piece at worst, or once for the line. */
const slack = '0.03';

/** A line, shipping or a fee: what it comes to on the basis of the order's prices, and what it says of its tax. */
export interface Taxable {
  readonly amount: Big;
  readonly taxes: readonly TaxWire[];
  readonly quantity?: Decimal;
  readonly taxable?: boolean | undefined;
}

/** The weights of a part over its rates. */
export type Shares = readonly RateAmount[];

interface Taxes {
  readonly total: Big;
  readonly listed: readonly TaxWire[];
  readonly includesVat: boolean;
}

/** By place in `parts`. */
export function sharesOf(parts: readonly Taxable[], order: Taxes): Shares[] {
  const own = parts.map((part) => statedShares(part, order.includesVat));
  if (own.every((shares) => shares !== null)) return own as Shares[];
  const rates = byRate(charged([...order.listed, ...parts.flatMap(({ taxes }) => taxes)]).map(percent));
  const [only, ...others] = rates;
  if (only !== undefined && others.length === 0) {
    const taxed = (of: Taxable) => of.taxable !== false;
    const withTax = (of: Taxable) => charged(of.taxes).length > 0;
    // All that is taxable; or the goods alone, where the shipping says that it has none.
    for (const isAt of [taxed, (of: Taxable) => taxed(of) && (of.quantity !== undefined || withTax(of))]) {
      const amount = sum(parts.filter(isAt).map((part) => part.amount));
      const off = vatOf(amount, only.rate, order.includesVat).minus(order.total).abs();
      if (off.lte('0.05')) return parts.map((part) => wholeAt(isAt(part) ? only.rate : '0'));
    }
  }
  // As they are stated: they do not come to the order's VAT, and the totals guard tells a person.
  return parts.map((part, index) => own[index] ?? wholeAt(rateOf(charged(part.taxes))));
}

/** Null where the taxes cannot be those of this amount. Several on one amount are one rate, unless each is on a part of it. */
function statedShares({ amount, taxes, quantity = '1' }: Taxable, includesVat: boolean): Shares | null {
  const listed = charged(taxes);
  const vat = sum(listed.map(({ priceSet }) => priceSet));
  const off = (of: Big, rate: Decimal) => vatOf(of, rate, includesVat).minus(vat).abs();
  const room = big(quantity).abs().times('0.01').plus(slack);
  const rate = rateOf(listed);
  if (off(amount, rate).lte(room)) return wholeAt(rate);
  const apart = listed.map((tax) => {
    const { rate: own } = percent(tax);
    return {
      rate: own,
      amount: big(tax.priceSet)
        .times(big(own).plus(includesVat ? 100 : 0))
        .div(own),
    };
  });
  const whole = sum(apart.map((share) => share.amount));
  return listed.length > 1 && whole.minus(amount).abs().lte(room.times(10)) ? apart : null;
}

/** Listed with nothing it is not charged. */
function charged(taxes: readonly TaxWire[]): TaxWire[] {
  return taxes.filter(({ rate = '0', priceSet }) => !big(priceSet).eq(0) && big(rate).gt(0));
}

function rateOf(taxes: readonly TaxWire[]): Decimal {
  return normalise(sum(taxes.map((tax) => percent(tax).rate)));
}

function percent({ rate = '0', priceSet }: TaxWire) {
  return { rate: fractionToPercent(rate), amount: priceSet };
}

/**
 * The order's VAT per rate, which comes to what it states. Its own list goes first, where it names the rates that the parts
 * have; else the taxes of the parts.
 */
export function vatByRate(parts: readonly Taxable[], shares: readonly Shares[], order: Taxes) {
  const rates = shares.flatMap((each) => each.map(({ rate }) => normalise(big(rate))));
  const listed = charged(order.listed).map(percent);
  const isWhole = sum(listed.map(({ amount }) => amount))
    .minus(order.total)
    .abs()
    .lte('0.05');
  const known = listed.length > 0 && isWhole && listed.every(({ rate }) => rates.includes(rate));
  const ofParts = parts.flatMap((part, index) => vatOfPart(part, shares[index] ?? [], order.includesVat));
  const found = known ? listed.map(({ rate, amount }) => ({ rate, amount: big(amount) })) : ofParts;
  return vatBreakdown(byRate(found), order.total, rates);
}

function vatOfPart({ amount, taxes }: Taxable, shares: Shares, includesVat: boolean): RateAmount[] {
  const [only, ...others] = shares;
  const vat = sum(charged(taxes).map(({ priceSet }) => priceSet));
  if (only !== undefined && others.length === 0) {
    const expected = vatOf(amount, only.rate, includesVat);
    return [{ rate: only.rate, amount: vat.minus(expected).abs().lte('0.5') ? vat : expected.round(2) }];
  }
  return charged(taxes).map((tax) => ({ rate: percent(tax).rate, amount: big(tax.priceSet) }));
}
