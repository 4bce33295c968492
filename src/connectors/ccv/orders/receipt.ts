/**
 * Sales at a till, and what such a one took in beside the turnover. No field tells either (sheet 10, unknown). So a till's order is a receipt where
 * nothing of it goes anywhere; and tips, vouchers and rounding are what the merchant names.
 */
import type Big from 'big.js';
import { big, type Decimal, normalise, sum } from '../../../records/money.ts';
import type { Receipt } from '../../../records/order.ts';
import type { Account } from '../../contract/account.ts';
import { present } from '../../wire/fields.ts';
import { isTill } from '../calls.ts';
import { addressOf } from '../party.ts';
import { amountOfRow } from './lines.ts';
import { referenceOf } from './reference.ts';
import type { OrderWire, RowWire } from './wire.ts';

/** An order without what was taken in beside its turnover. */
export interface RungUp {
  readonly wire: OrderWire;
  readonly rows: readonly RowWire[];
  readonly taken: Omit<Receipt, 'till'>;
}

/** Nothing that comes to be later counts: what is paid, or sent with a code, would be another thing than before. */
export function isReceipt(wire: OrderWire, account: Account): boolean {
  return isTill(account) && referenceOf(wire.customer?.reference) === undefined && !goesSomewhere(wire);
}

function goesSomewhere({ customer, deliver_method: method, ...wire }: OrderWire): boolean {
  const isSent = method === 'shipping' || method === 'delivery';
  return (
    wire.is_platform_sale === true ||
    wire.delivery_option !== undefined ||
    !big(wire.total_shipping ?? '0').eq(0) ||
    addressOf(customer?.deliveryaddress) !== undefined ||
    // The word alone says nothing where nobody lives anywhere.
    (isSent && addressOf(customer?.billingaddress)?.street !== undefined)
  );
}

type Kind = 'tips' | 'vouchers' | 'rounding';
const kinds = ['tips', 'vouchers', 'rounding'] as const satisfies readonly Kind[];

interface Taken {
  readonly kind: Kind;
  readonly amount: Big;
}

/** No coin is smaller, and no receipt is rounded further than to the next. */
const coin = '0.05';
const furthest = '0.02';

/** What is nothing but a cent or two, of no product and without VAT, is rounding in a total of whole coins. */
export function rungUp(wire: OrderWire, rows: readonly RowWire[], { traits }: Account): RungUp {
  const kindOf = kindsNamed(traits);
  const isWhole = isInCoins(wire.total_price);
  const isCents = (amount: Big) => isWhole && !amount.eq(0) && amount.abs().lte(furthest);
  const ofRow = (row: RowWire): Taken | null => {
    if (!big(row.tax ?? '0').eq(0)) return null;
    const amount = amountOfRow(row);
    const isRounding = row.product_id === undefined && isCents(amount);
    const kind = kindOf(row.product_number, row.product_name) ?? (isRounding ? 'rounding' : null);
    return kind === null ? null : { kind, amount };
  };
  const costs = big(wire.extra_costs ?? '0');
  const ofCosts = kindOf(wire.extra_costs_description) ?? (isCents(costs) ? 'rounding' : null);
  const aside: Taken[] = [
    ...rows.flatMap((row) => ofRow(row) ?? []),
    ...(ofCosts === null || costs.eq(0) ? [] : [{ kind: ofCosts, amount: costs }]),
  ];
  const total = big(wire.total_price).minus(sum(aside.map(({ amount }) => amount)));
  return {
    wire: {
      ...wire,
      total_price: normalise(total),
      ...(ofCosts === null ? {} : { extra_costs: '0' }),
    },
    rows: rows.filter((row) => ofRow(row) === null),
    taken: takenBy(aside),
  };
}

/** A total in whole coins that is cents off its parts was rounded for whoever paid in cash. */
export function roundedBy(paid: Decimal, difference: Big): Decimal {
  return isInCoins(paid) && difference.abs().lte(furthest) ? normalise(difference) : '0';
}

function isInCoins(paid: Decimal): boolean {
  return big(paid).mod(coin).eq(0);
}

/** Those below zero are used, and those above are sold. */
function takenBy(aside: readonly Taken[]): Omit<Receipt, 'till'> {
  const all = (wanted: Kind, counts: (amount: Big) => boolean = () => true) =>
    sum(aside.flatMap(({ kind, amount }) => (kind === wanted && counts(amount) ? [amount] : [])));
  const stated = (amount: Big) => (amount.eq(0) ? undefined : normalise(amount));
  return {
    rounding: normalise(all('rounding')),
    ...present({
      tips: stated(all('tips')),
      vouchersSold: stated(all('vouchers', (amount) => amount.gt(0))),
      vouchersUsed: stated(all('vouchers', (amount) => amount.lt(0)).neg()),
    }),
  };
}

function kindsNamed(traits: Account['traits']) {
  const named = new Map(
    kinds.flatMap((kind) =>
      (traits[kind] ?? '')
        .split(',')
        .flatMap((name) => (plain(name) === '' ? [] : [[plain(name), kind] as const])),
    ),
  );
  return (...words: readonly (string | undefined)[]): Kind | null =>
    words.map((word) => named.get(plain(word ?? ''))).find((kind) => kind !== undefined) ?? null;
}

function plain(word: string): string {
  return word.trim().toLowerCase();
}
