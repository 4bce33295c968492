import type { Totals } from '../../../records/document.ts';
import { big, type Decimal, normalise } from '../../../records/money.ts';
import { vatAt } from '../../../records/vat-breakdown.ts';
import type { PreviewCheck } from '../../contract.ts';

/** An order's totals as its source states them. */
interface StatedTotals {
  readonly gross: Decimal;
  readonly vat: Decimal;
  readonly vatByRate: Totals['byRate'];
}

/** Compares the order's totals with what the target makes of them by its own rounding rules. Returns nothing without those. */
export function checksOf(order: StatedTotals, totals: Totals | null): PreviewCheck[] {
  if (totals === null) return [];
  const all = [...order.vatByRate, ...totals.byRate].map(({ rate }) => normalise(big(rate)));
  const rates = [...new Set(all)].sort((a, b) => big(b).cmp(a));
  return [
    { name: 'gross', expected: order.gross, actual: totals.gross },
    { name: 'vat', expected: order.vat, actual: totals.vat },
    ...rates.map((rate) => ({
      name: `vat:${rate}`,
      expected: vatAt(order.vatByRate, rate),
      actual: vatAt(totals.byRate, rate),
    })),
  ];
}
