import type Big from 'big.js';
import { z } from 'zod';
import { big, type Decimal, normalise, sum } from '../../../records/money.ts';
import type { Charge } from '../../../records/order.ts';
import { rateFromVat } from '../../../records/rate-from-vat.ts';
import { list, text } from '../../wire/fields.ts';
import { amount } from '../fields.ts';
import type { Row } from './rows.ts';
import type { OrderWire } from './wire.ts';

/** An amount beside rows and shipping, with the VAT upon it. */
export interface Fee extends Pick<Charge, 'description' | 'kind'> {
  readonly net: Big;
  readonly vat: Big;
  readonly rate: Decimal;
}

/** JSON within JSON (sheet 7.3). */
const fixedTaxesWire = list(z.object({ title: text, row_amount: amount, row_amount_incl_tax: amount }));

/** Fixed product taxes (disposal contributions and the like) and gift wrapping: part of the total, in no row's price. */
export function feesOf(wire: OrderWire, rows: readonly Row[]): Fee[] {
  const known = rows.map(({ rate }) => rate);
  return added([...rows.flatMap((row) => fixedTaxes(row)), ...wrappings(wire, known)]);
}

function fixedTaxes({ wire, rate }: Row): Fee[] {
  const whole = big(wire.weee_tax_applied_row_amount ?? '0');
  const listed = readFixedTaxes(wire.weee_tax_applied ?? '[]').map(
    ({ title, row_amount: net = '0', row_amount_incl_tax: withVat = net }) =>
      fee({ description: title, kind: 'levy' }, big(net), big(withVat).minus(net), [rate]),
  );
  // The list is for showing; the amount is what was charged.
  if (sum(listed.map(({ net }) => net)).eq(whole)) return listed.filter(({ net }) => !net.eq(0));
  return whole.eq(0)
    ? []
    : [fee({ description: listed[0]?.description, kind: 'levy' }, whole, big('0'), [rate])];
}

function readFixedTaxes(json: string): z.infer<typeof fixedTaxesWire> {
  try {
    return fixedTaxesWire.catch([]).parse(JSON.parse(json));
  } catch {
    return [];
  }
}

const wrapped = [
  ['gw', 'gift_wrap'],
  ['gw_items', 'gift_wrap_items'],
  ['gw_card', 'greeting_card'],
] as const;

function wrappings({ extension_attributes: found }: OrderWire, known: readonly Decimal[]): Fee[] {
  return wrapped.flatMap(([name, kind]) => {
    const price = big(found?.[`${name}_price`] ?? '0');
    const withVat = big(found?.[`${name}_price_incl_tax`] ?? price);
    const vat = big(found?.[`${name}_tax_amount`] ?? withVat.minus(price));
    return price.eq(0) ? [] : [fee({ kind }, price, vat, known)];
  });
}

function fee(name: Pick<Charge, 'description' | 'kind'>, net: Big, vat: Big, known: readonly Decimal[]): Fee {
  return { ...name, net, vat, rate: rateFromVat(net, vat, known) };
}

/** One fee for each name and rate. */
function added(fees: readonly Fee[]): Fee[] {
  const groups = Map.groupBy(fees, ({ rate, kind, description }) => `${rate} ${kind} ${description}`);
  return [...groups.values()].flatMap((group) => {
    const net = sum(group.map((each) => each.net));
    const vat = sum(group.map((each) => each.vat));
    return group.slice(0, 1).map((first) => ({ ...first, net, vat }));
  });
}

export function feeCharge({ description, kind, net, vat, rate }: Fee, pricesIncludeVat: boolean): Charge {
  return { description, kind, amount: normalise(pricesIncludeVat ? net.plus(vat) : net), vatRate: rate };
}
