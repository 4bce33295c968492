import Big from 'big.js';
import { cents } from '../../kit/money/cents.ts';
import { taxOf } from '../../kit/money/tax.ts';
import type { Discount } from './invoice.ts';
import type { SaleLine } from './line.ts';

/** What totals are made of: an invoice, or an estimate. */
interface Sale {
  readonly net_amounts: boolean;
  readonly line_items: readonly SaleLine[];
  readonly discounts: readonly Discount[];
}

interface SaleTotals {
  /** Without VAT. */
  net: Big;
  gross: Big;
  /** By rate as a fraction, such as `0.21`; two categories at one rate are one entry. */
  vatByRate: Map<string, Big>;
}

interface Group {
  rate: string;
  amount: Big;
}

/**
 * VAT is computed on the whole, not per line: once per rate and category, rounded once, half up (sheet 4.4).
 * Discounts are taken off every group before that, one after the other; how the real one does it is unknown (sheet 10.9).
 */
export function saleTotals(sale: Sale): SaleTotals {
  const vatByRate = new Map<string, Big>();
  let amounts = Big(0);
  let vat = Big(0);
  for (const { rate, amount } of groupsOf(sale)) {
    const groupVat = vatOf(amount, rate, sale.net_amounts);
    vatByRate.set(rate, groupVat.plus(vatByRate.get(rate) ?? 0));
    amounts = amounts.plus(amount);
    vat = vat.plus(groupVat);
  }
  const total = cents(amounts);
  // The name is misleading: true means that the lines include VAT (sheet 4.4).
  return sale.net_amounts
    ? { net: total.minus(vat), gross: total, vatByRate }
    : { net: total, gross: total.plus(vat), vatByRate };
}

/** A line's total without VAT. */
export function lineTotal({ quantity, amount, vat }: SaleLine, includesVat: boolean): Big {
  const total = Big(quantity).times(amount.amount);
  return includesVat ? total.minus(vatOf(total, vat.value, true)) : total;
}

/** The VAT of an amount, in whole cents. `isIncluded` says that the amount contains it. */
function vatOf(amount: Big, rate: string, isIncluded: boolean): Big {
  return taxOf(amount, Big(rate).times(100), isIncluded);
}

function groupsOf({ line_items, discounts }: Sale): Group[] {
  const kept = discounts.reduce((share, { percentage }) => share.times(100 - percentage).div(100), Big(1));
  const groups = new Map<string, Group>();
  for (const { quantity, amount, vat } of line_items) {
    const key = `${vat.value} ${vat.category ?? ''}`;
    const line = Big(quantity).times(amount.amount).times(kept);
    groups.set(key, { rate: vat.value, amount: line.plus(groups.get(key)?.amount ?? 0) });
  }
  return [...groups.values()];
}
