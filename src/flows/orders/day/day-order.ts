/** A day as an order: its receipts added up, so that all that holds of orders holds of it. */
import { pick } from '../../../mapping/choice.ts';
import { startOfBusinessDay } from '../../../records/business-day.ts';
import { big, money, normalise, sum } from '../../../records/money.ts';
import type { Order, Refund } from '../../../records/order.ts';
import { documentTexts } from '../../../texts/documents/languages.ts';
import type { NotedRefund, ReceiptFacts, Takings } from '../../links.ts';
import { asidesOf, withTakings } from '../takings.ts';
import { type Context, type Endpoints, type OrderWork, orderWork } from '../work.ts';
import { isOut, refundsAtRates, sharesOf } from './given-back.ts';
import { isClosed } from './receipt.ts';
import { daySettingsOf } from './settings.ts';
import { keyOfDay, type TillDay } from './till-day.ts';

/** The receipts that were put into a day, by their ids. */
type Receipts = ReadonlyMap<string, ReceiptFacts>;

export function receiptsOf({ links }: Context, day: string): Receipts {
  const keys = links.recordsOf('receipt', day).filter(({ own }) => own);
  return new Map(
    keys.flatMap(({ key }) => {
      const link = links.get('receipt', key);
      return link === null ? [] : [[key, link.facts] as const];
    }),
  );
}

/** Its VAT is what the receipts state, added up; it is never worked out of the total. */
function dayOrder(context: Context, day: TillDay, receipts: Receipts): Order {
  const { settings, source } = context;
  const { account } = source.api;
  const { vouchers, end } = daySettingsOf(settings);
  const own = [...receipts].map(([key, each]) => {
    const shares = sharesOf(each, asidesOf(each.taken, vouchers, account.currency));
    return { key, facts: each, shares };
  });
  const counted = own.filter(({ facts, shares }) => !isOut(facts, shares));
  const facts = counted.map((each) => each.facts);
  const rates = ratesOf(facts);
  const taken = takenBy(facts);
  const refunds = asHeard(
    counted.flatMap(({ key, facts: each, shares }) =>
      refundsAtRates(each, shares, account.currency).map((refund) => ({ key, refund })),
    ),
  );
  const texts = documentTexts[settings.language];
  const home = settings.vat.homeCountry ?? account.traits.country;
  const startsAt = startOfBusinessDay(day.date, end, account.timeZone).toISOString();
  const methods = taken.payments.map(({ method }) => method);
  const order: Order = {
    id: keyOfDay(day),
    number: `${day.till} ${day.date}`,
    placedAt: startsAt,
    updatedAt: startsAt,
    date: day.date,
    currency: account.currency,
    pricesIncludeVat: true,
    lines: rates.map(({ rate, amount, parts }) => ({
      name: texts.ofDay(texts.revenue, day.till, day.date, rate),
      quantity: '1',
      unitPrice: amount,
      discount: '0',
      vatRate: rate,
      addsUp: parts,
    })),
    ...{ shipping: [], fees: [], discounts: [] },
    gross: normalise(sum(facts.map(({ gross }) => gross))),
    vat: normalise(sum(rates.map(({ vat }) => vat))),
    vatByRate: rates.map(({ rate, vat }) => ({ rate, vat })),
    refunded: normalise(sum(refunds.map(({ gross }) => gross))),
    ...(refunds.length === 0 ? {} : { refunds }),
    ...(facts.some(({ refundUnstated }) => refundUnstated) ? { refundUnstated: true } : {}),
    ...{ status: '', paymentStatus: '', cancelled: false },
    paid: facts.every(({ paid }) => paid),
    paymentMethod: methods.length === 1 ? methods[0] : undefined,
    // It is sold where the till stands.
    customer: { kind: 'person', name: '', reverseCharge: false, address: { country: home } },
    receipt: { till: day.till, addsUp: facts.length, ...taken },
    note: noteOf(taken, facts.length, texts, account.currency),
  };
  return withTakings(order, vouchers);
}

/** In the order in which they were heard of: what is credited already stays where it stands, whatever comes to be known later. */
function asHeard(refunds: readonly { readonly key: string; readonly refund: NotedRefund }[]): Refund[] {
  return refunds
    .toSorted((one, other) => one.refund.at - other.refund.at || (one.key < other.key ? -1 : 1))
    .map(({ refund: { at: _, isAmount: _amount, ...refund } }) => refund);
}

/** The highest rate first. */
function ratesOf(facts: readonly ReceiptFacts[]): ReceiptFacts['byRate'] {
  const groups = Map.groupBy(
    facts.flatMap((each) => each.byRate),
    ({ rate }) => normalise(big(rate)),
  );
  return [...groups]
    .map(([rate, group]) => ({
      rate,
      amount: normalise(sum(group.map(({ amount }) => amount))),
      vat: normalise(sum(group.map(({ vat }) => vat))),
      parts: group.reduce((count, { parts }) => count + parts, 0),
    }))
    .toSorted((a, b) => big(b.rate).cmp(a.rate));
}

function takenBy(facts: readonly ReceiptFacts[]): Takings {
  const total = (of: (taken: Takings) => string) => normalise(sum(facts.map(({ taken }) => of(taken))));
  const payments = Map.groupBy(
    facts.flatMap(({ taken }) => taken.payments),
    ({ method }) => method,
  );
  return {
    tips: total(({ tips }) => tips),
    rounding: total(({ rounding }) => rounding),
    vouchersSold: total(({ vouchersSold }) => vouchersSold),
    vouchersUsed: total(({ vouchersUsed }) => vouchersUsed),
    payments: [...payments].map(([method, group]) => ({
      method,
      amount: normalise(sum(group.map(({ amount }) => amount))),
    })),
  };
}

/** `400 bonnen: cash 12.30, card 14.10`. */
function noteOf(
  { payments, vouchersUsed }: Takings,
  count: number,
  { receipts, vouchers }: (typeof documentTexts)['nl'],
  currency: string,
): string {
  const used = big(vouchersUsed).eq(0) ? [] : [{ method: vouchers, amount: vouchersUsed }];
  const paid = [...payments, ...used].map(({ method, amount }) => `${method} ${money(amount, currency)}`);
  return paid.length === 0 ? receipts(count) : `${receipts(count)}: ${paid.join(', ')}`;
}

/** A day on its way, as any other order is. */
export function dayWork(
  context: Context,
  endpoints: Endpoints,
  day: TillDay,
  receipts: Receipts,
): Promise<OrderWork> {
  const own = asBegun(context, keyOfDay(day));
  const order = dayOrder(own, day, receipts);
  return orderWork(dayContext(own, day, order), endpoints, order);
}

/** A document that was made, or begun, is added up and credited as it was then, whatever the setting `day` has come to say. */
function asBegun(context: Context, key: string): Context {
  const { settings, links } = context;
  const as = isClosed(context, key) ? links.get('day', key)?.facts.as : undefined;
  return { ...context, settings: { ...settings, day: { ...daySettingsOf(settings), ...as } } };
}

/**
 * The flow's context for a day: what settings say of single sales was asked of its receipts, or is of parcels, and has no place in a sum of
 * what was sold over a counter.
 */
function dayContext(context: Context, day: TillDay, order: Order): Context {
  const { settings } = context;
  const { paymentMethod } = order;
  const found = (table: typeof settings.paymentMethods) =>
    pick(table, paymentMethod) === undefined ? undefined : table;
  return {
    ...context,
    key: keyOfDay(day),
    liveFrom: null,
    settings: {
      ...settings,
      ...{ lines: 'items', discounts: 'lines', products: 'ignore', fees: [], writeBack: undefined },
      ...{ since: undefined, statuses: undefined, paymentStatuses: undefined, paid: undefined },
      shipping: {},
      vat: { ...settings.vat, ...ofSingleSales },
      paymentMethods: found(settings.paymentMethods),
      paymentTerms: found(settings.paymentTerms),
    },
  };
}

const ofSingleSales = { oss: 'allow', untaxed: 'allow', reverseCharge: 'allow' } as const;
