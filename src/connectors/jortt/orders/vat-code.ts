import { big, type Decimal, normalise } from '../../../records/money.ts';
import { rejected } from '../../../records/problem.ts';
import { percentToFraction } from '../../../records/vat.ts';

/** Beside plain rates (sheet 5); each works only where the administration has it switched on. */
export const vatCategories = ['exempt', 'margin_goods_high', 'travel_services_high'] as const;
type Category = (typeof vatCategories)[number];

export interface Vat {
  readonly percentage: Decimal;
  readonly category: Category | null;
}

/**
 * Reads a VAT code of the settings: a percentage (`21`), a category (`exempt`, which shows no VAT), or both
 * (`21:margin_goods_high`). Throws `vat_code_unknown`.
 */
export function parseVatCode(code: string): Vat {
  const parts = code.trim().split(':');
  const percentage = isPercentage(parts[0] ?? '') ? normalise(big(parts.shift() ?? '0')) : '0';
  if (parts.length === 0) return { percentage, category: null };
  const category = vatCategories.find((known) => parts.length === 1 && known === parts[0]);
  if (category !== undefined) return { percentage, category };
  throw rejected('vat_code_unknown', { system: 'Jortt', vatCode: code, categories: vatCategories });
}

function isPercentage(text: string): boolean {
  return /^\d+(\.\d+)?$/.test(text) && big(text).lte(100);
}

/** A fraction as text, with two digits at least: a number is not safe on v3 (sheet 4.2, 5, 10.12). */
export function vatToWire({ percentage, category }: Vat) {
  const fraction = big(percentToFraction(percentage));
  const short = fraction.toFixed(2);
  return { value: big(short).eq(fraction) ? short : fraction.toFixed(), category };
}
