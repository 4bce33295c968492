/** A basket and what Shopify makes of it: discounts shared out over the lines, taxes line by line (sheet 5.2). */
import Big from 'big.js';
import { z } from 'zod';
import { cents, percentOf, shareOut, smallest, sumOf, zero } from '../../kit/money/cents.ts';
import { taxOf } from '../../kit/money/tax.ts';
import { type ChargedAt, ratesOf } from '../../kit/money/tax-by-rate.ts';
import { decimal, money } from '../../kit/shop/sale-fields.ts';

const line = z.strictObject({
  sku: z.string().nullable().default(null),
  name: z.string().default(''),
  /** Of the catalogue when left out. */
  price: money.optional(),
  quantity: z.number().int().positive().default(1),
  /** In percent; `0` is a tax that is charged as nothing. */
  rate: decimal.default('21'),
  taxable: z.boolean().default(true),
  giftCard: z.boolean().default(false),
  shipped: z.boolean().default(true),
  /** Import duty on the whole line. */
  duty: money.optional(),
  /** The words of the choices. */
  variant: z.string().nullable().default(null),
  /** Which of the shop's locations sends it. */
  place: z.number().int().min(0).max(1).default(0),
  grams: z.number().int().nonnegative().default(0),
  properties: z.record(z.string(), z.string()).default({}),
});

const discount = z.strictObject({
  kind: z.enum(['code', 'automatic', 'manual', 'script']).default('code'),
  name: z.string(),
  type: z.enum(['percentage', 'fixed', 'shipping']),
  value: decimal.default('100'),
  /** Positions of the lines that it is for; the whole order when left out. */
  lines: z.array(z.number().int().nonnegative()).optional(),
});

export const basket = z.strictObject({
  pricesIncludeTax: z.boolean().default(true),
  tax: z.enum(['charged', 'shifted', 'exported']).default('charged'),
  /** What the country calls its tax. */
  taxTitle: z.string().default('BTW'),
  lines: z.array(line).min(1),
  discounts: z.array(discount).default([]),
  shipping: z
    .strictObject({ title: z.string(), price: money, rate: decimal.default('21') })
    .nullable()
    .default(null),
  tip: money.default('0'),
  fee: z.strictObject({ name: z.string(), price: money }).nullable().default(null),
  /** Positive or negative: what is paid in coins. */
  rounding: z.string().default('0'),
});

export type Basket = z.infer<typeof basket>;
export type BasketInput = z.input<typeof basket>;

interface Part {
  readonly base: Big;
  readonly tax: Big;
  readonly rate: string;
  readonly shares: readonly Big[];
}

export interface BasketFigures {
  readonly lines: readonly Part[];
  readonly shipping: Part | null;
  readonly gross: Big;
  readonly tax: Big;
  readonly charged: readonly ChargedAt[];
}

export function basketFigures(basket: Basket): BasketFigures {
  const { pricesIncludeTax, shipping } = basket;
  let left = basket.lines.map(({ price = '0', quantity }) => Big(price).times(quantity));
  const shares: Big[][] = basket.lines.map(() => []);
  for (const each of basket.discounts) {
    const spread = shareOf(each, left);
    for (const [index, share] of spread.entries()) shares[index]?.push(share);
    left = left.map((amount, index) => amount.minus(spread[index] ?? zero));
  }
  const lines = basket.lines.map(({ rate, taxable }, index) =>
    partOf(basket, left[index] ?? zero, taxable ? rate : '0', shares[index] ?? []),
  );
  const offShipping = basket.discounts.map(({ type, value }) =>
    type === 'shipping' && shipping !== null ? percentOf(Big(shipping.price), value) : zero,
  );
  const carried =
    shipping === null
      ? null
      : partOf(basket, Big(shipping.price).minus(sumOf(offShipping)), shipping.rate, offShipping);
  const parts = carried === null ? lines : [...lines, carried];
  const extras = [
    basket.tip,
    basket.fee?.price ?? '0',
    basket.rounding,
    ...basket.lines.map(({ duty = '0' }) => duty),
  ];
  const tax = sumOf(parts.map((each) => each.tax));
  const gross = sumOf([...parts.map(({ base }) => base), ...extras.map((each) => Big(each))]).plus(
    pricesIncludeTax ? 0 : tax,
  );
  const untaxed = { rate: '0', amount: sumOf(extras.map((each) => Big(each))), tax: zero };
  return {
    lines,
    shipping: carried,
    gross,
    tax,
    charged: ratesOf([
      ...parts.map((each) => ({ rate: each.rate, amount: each.base, tax: each.tax })),
      untaxed,
    ]),
  };
}

/** No discount takes off more than is left; the rest of the rounding lands on a line (recorded). */
function shareOf({ type, value, lines }: Basket['discounts'][number], left: readonly Big[]): Big[] {
  const weights = left.map((amount, index) => (lines === undefined || lines.includes(index) ? amount : zero));
  const on = sumOf(weights);
  if (type === 'shipping') return left.map(() => zero);
  if (type === 'percentage') return weights.map((weight) => cents(percentOf(weight, value)));
  return shareOut(smallest(Big(value), on), weights);
}

function partOf({ tax, pricesIncludeTax }: Basket, base: Big, nominal: string, shares: readonly Big[]): Part {
  const rate = tax === 'charged' ? nominal : '0';
  return { base, rate, shares, tax: taxOf(base, rate, pricesIncludeTax) };
}
