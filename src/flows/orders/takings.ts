/** What a till took in beside the turnover, as charges of the order: each goes to an account of its own, without VAT. */

import { big, fractionDigits, normalise, roundTo, sum } from '../../records/money.ts';
import { type AsideKind, asideKinds, type Charge, type Order } from '../../records/order.ts';
import { vatWithin } from '../../records/vat.ts';
import { vatAt } from '../../records/vat-breakdown.ts';
import type { DaySettings } from './day/settings.ts';

/** An order that is no receipt is given back as it is. */
export function withTakings(order: Order, vouchers: DaySettings['vouchers']): Order {
  if (order.receipt === undefined) return order;
  const { rounding, tips = '0', vouchersSold = '0', vouchersUsed = '0' } = order.receipt;
  const { rate = '0' } = vouchers;
  // Vouchers for one rate have their VAT when they are sold: what they pay has had it.
  const isLine = vouchers.used === 'line' || vouchers.rate !== undefined;
  const taken = [
    { kind: 'tip', amount: big(tips), rate: '0' },
    { kind: 'cash_rounding', amount: big(rounding), rate: '0' },
    { kind: 'voucher', amount: big(vouchersSold), rate },
    { kind: 'voucher_used', amount: big(isLine ? vouchersUsed : '0').neg(), rate },
  ] as const;
  const parts = taken
    .filter(({ amount }) => !amount.eq(0))
    .map((part) => ({
      ...part,
      vat: roundTo(vatWithin(part.amount, part.rate), fractionDigits(order.currency)),
    }));
  if (parts.length === 0) return order;
  const charges = parts.map(({ kind, amount, rate: vatRate, vat }): Charge => {
    const onBasis = order.pricesIncludeVat ? amount : amount.minus(vat);
    return { kind, amount: normalise(onBasis), vatRate };
  });
  const rates = [...new Set([...order.vatByRate, ...parts].map((each) => normalise(big(each.rate))))];
  const atRate = (wanted: string) => parts.filter((part) => big(part.rate).eq(wanted));
  return {
    ...order,
    fees: [...order.fees, ...charges],
    gross: normalise(sum([order.gross, ...parts.map(({ amount }) => amount)])),
    vat: normalise(sum([order.vat, ...parts.map(({ vat }) => vat)])),
    vatByRate: rates.map((wanted) => ({
      rate: wanted,
      vat: normalise(sum([vatAt(order.vatByRate, wanted), ...atRate(wanted).map(({ vat }) => vat)])),
    })),
  };
}

export function isAside(kind: Charge['kind']): kind is AsideKind {
  return (asideKinds as readonly Charge['kind'][]).includes(kind);
}
