import type Big from 'big.js';
import type { DocumentLine } from '../../../records/document.ts';
import { big, type Decimal, normalise, roundTo } from '../../../records/money.ts';

/** No limit is documented (sheet 10.14). */
const maxDescription = 255;

/** A line as Jortt takes it. `quantity` × `unitPrice` is exactly `total`, a whole number of cents. */
export interface InvoiceLine {
  readonly description: string;
  readonly quantity: Decimal;
  readonly unitPrice: Big;
  readonly total: Big;
}

/**
 * Amounts have two places (sheet 1) and how Jortt rounds a product is unknown. A line that does not come out in whole
 * cents is written as one piece at its rounded total, its quantity told in words.
 */
export function invoiceLine(line: DocumentLine): InvoiceLine {
  const product = big(line.quantity).times(line.unitPrice);
  const total = roundTo(product, 2);
  const described = line.description.trim() || line.sku?.trim() || '-';
  if (inCents(big(line.unitPrice)) && inCents(product)) {
    // Negative prices are known to work (sheet 4.2), negative quantities are not.
    const quantity = big(line.quantity);
    const unitPrice = quantity.lt(0) ? big(line.unitPrice).neg() : big(line.unitPrice);
    return {
      description: shortened(described),
      quantity: normalise(quantity.abs()),
      unitPrice,
      total,
    };
  }
  const quantity = normalise(big(line.quantity));
  const description = quantity === '1' ? described : `${quantity} × ${described}`;
  return { description: shortened(description), quantity: '1', unitPrice: total, total };
}

function inCents(amount: Big): boolean {
  return roundTo(amount, 2).eq(amount);
}

/** Cut after a whole word, if that costs little, and marked as cut. */
function shortened(text: string): string {
  const characters = [...text];
  if (characters.length <= maxDescription) return text;
  const kept = characters.slice(0, maxDescription - 1).join('');
  const endsWithWord = /\s/.test(characters[maxDescription - 1] ?? '');
  return `${(endsWithWord ? kept : kept.replace(/\s\S{1,40}$/, '')).trimEnd()}…`;
}
