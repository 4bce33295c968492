import type { DocumentLine } from '../../../records/document.ts';
import { money } from '../../../records/money.ts';
import type { JsonObject } from '../../contract/target.ts';
import { invoiceLine } from './lines.ts';
import { parseVatCode, vatToWire } from './vat-code.ts';

/** A line as invoices and estimates have it (sheet 4.2, 7.1). */
export function lineItem(line: DocumentLine): JsonObject {
  const { description, quantity, unitPrice } = invoiceLine(line);
  return {
    description,
    quantity,
    amount: { amount: money(unitPrice, 'EUR'), currency: 'EUR' },
    vat: vatToWire(parseVatCode(line.vatCode)),
  };
}
