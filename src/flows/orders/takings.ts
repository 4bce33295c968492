/** What a till took in beside the turnover, as charges of the order: each goes to an account of its own, without VAT. */

import type Big from 'big.js';
import { big, type Decimal, fractionDigits, normalise, roundTo, sum } from '../../records/money.ts';
import {
  type AsideKind,
  asideKinds,
  type Charge,
  type Order,
  type RateShare,
  type Receipt,
} from '../../records/order.ts';
import { vatWithin } from '../../records/vat.ts';
import { vatAt } from '../../records/vat-breakdown.ts';
import type { DaySettings } from './day/settings.ts';

type Vouchers = DaySettings['vouchers'];
type Taken = Omit<Receipt, 'till' | 'payments'>;
export type Aside = RateShare & { readonly aside: AsideKind };

/** An order that is no receipt is given back as it is. */
export function withTakings(order: Order, vouchers: Vouchers): Order {
  if (order.receipt === undefined) return order;
  const parts = asidesOf(order.receipt, vouchers, order.currency);
  if (parts.length === 0) return order;
  const charges = parts.map(({ aside: kind, gross, rate: vatRate, vat }): Charge => {
    const amount = order.pricesIncludeVat ? big(gross) : big(gross).minus(vat);
    return { kind, amount: normalise(amount), vatRate };
  });
  const rates = [...new Set([...order.vatByRate, ...parts].map((each) => normalise(big(each.rate))))];
  const atRate = (wanted: string) => parts.filter((part) => big(part.rate).eq(wanted));
  return {
    ...order,
    fees: [...order.fees, ...charges],
    gross: normalise(sum([order.gross, ...parts.map(({ gross }) => gross)])),
    vat: normalise(sum([order.vat, ...parts.map(({ vat }) => vat)])),
    vatByRate: rates.map((wanted) => ({
      rate: wanted,
      vat: normalise(sum([vatAt(order.vatByRate, wanted), ...atRate(wanted).map(({ vat }) => vat)])),
    })),
  };
}

/** What comes to nothing is left out. */
export function asidesOf(taken: Taken, vouchers: Vouchers, currency: string): Aside[] {
  const { rounding, tips = '0', vouchersSold = '0', vouchersUsed = '0' } = taken;
  const { rate = '0' } = vouchers;
  // Vouchers for one rate have their VAT when they are sold: what they pay has had it.
  const isLine = vouchers.used === 'line' || vouchers.rate !== undefined;
  const amounts = [
    { aside: 'tip', gross: big(tips), rate: '0' },
    { aside: 'cash_rounding', gross: big(rounding), rate: '0' },
    { aside: 'voucher', gross: big(vouchersSold), rate },
    { aside: 'voucher_used', gross: big(isLine ? vouchersUsed : '0').neg(), rate },
  ] as const;
  return amounts
    .filter(({ gross }) => !gross.eq(0))
    .map(({ aside, gross, rate: at }) => ({
      ...{ aside, rate: at, gross: normalise(gross) },
      vat: roundedVat(gross, at, currency),
    }));
}

/** Those that stand among the order's charges. */
export function asidesIn({ fees, pricesIncludeVat, currency }: Order): Aside[] {
  return fees.flatMap(({ kind, amount, vatRate: rate }) => {
    if (!isAside(kind)) return [];
    const exact = pricesIncludeVat ? big(amount) : big(amount).times(big(rate).plus(100)).div(100);
    const gross = roundTo(exact, fractionDigits(currency));
    return [{ aside: kind, rate, gross: normalise(gross), vat: roundedVat(gross, rate, currency) }];
  });
}

export function roundedVat(gross: Big, rate: Decimal, currency: string): Decimal {
  return normalise(roundTo(vatWithin(gross, rate), fractionDigits(currency)));
}

/**
 * What of an order with its takings can be given back: what a voucher paid is in it, and not what rounding to coins added. An order that is no receipt
 * comes to its gross.
 */
export function soldFor({ gross, fees, receipt }: Order): Big {
  const has = (wanted: AsideKind) => fees.some(({ kind }) => kind === wanted);
  const used = big((has('voucher_used') && receipt?.vouchersUsed) || '0');
  const rounding = big((has('cash_rounding') && receipt?.rounding) || '0');
  return big(gross)
    .plus(used)
    .minus(rounding.gt(0) ? rounding : '0');
}

export function isAside(kind: Charge['kind']): kind is AsideKind {
  return (asideKinds as readonly Charge['kind'][]).includes(kind);
}
