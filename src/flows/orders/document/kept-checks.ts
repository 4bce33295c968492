import type { PreviewCheck } from '../../contract.ts';
import { checksOf } from './checks.ts';

interface Totals {
  readonly gross: string;
  readonly vat: string;
  readonly byRate: readonly { readonly rate: string; readonly vat: string }[];
}

/** The totals check of an activity: of what was read and of the totals that were kept. Empty when one of them has none. */
export function keptChecks(source: unknown, totals: unknown): PreviewCheck[] {
  const stated = readTotals(source, 'vatByRate');
  return stated === null
    ? []
    : checksOf({ ...stated, vatByRate: stated.byRate }, readTotals(totals, 'byRate'));
}

/** What an order comes to where there is nothing to compare it with. Empty for what is no order, or was not read as one. */
export function statedChecks(source: unknown): PreviewCheck[] {
  const stated = readTotals(source, 'vatByRate');
  if (stated === null) return [];
  return [
    { name: 'gross', expected: stated.gross, actual: null },
    { name: 'vat', expected: stated.vat, actual: null },
    ...stated.byRate.map(({ rate, vat }) => ({ name: `vat:${rate}`, expected: vat, actual: null })),
  ];
}

function readTotals(value: unknown, rates: 'byRate' | 'vatByRate'): Totals | null {
  if (typeof value !== 'object' || value === null) return null;
  const { gross, vat, [rates]: byRate } = value as Record<string, unknown>;
  if (!isAmount(gross) || !isAmount(vat) || !Array.isArray(byRate)) return null;
  return { gross, vat, byRate: byRate.filter((each) => isAmount(each?.rate) && isAmount(each?.vat)) };
}

function isAmount(value: unknown): value is string {
  return typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value);
}
