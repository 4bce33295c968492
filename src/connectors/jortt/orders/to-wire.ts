import type { Document, DocumentLine } from '../../../records/document.ts';
import type { JsonObject } from '../../contract/target.ts';
import { present } from '../../wire/fields.ts';
import { paymentMethods } from '../fields.ts';
import { ledgerAccountId } from './ledger-accounts.ts';
import { lineItem } from './line-item.ts';

/** The body of `POST /v3/invoices` (sheet 4.2). Mapped fields stand above what the order says. */
export function invoiceToWire(document: Document): JsonObject {
  const { send_method: sendMethod, ...fields } = document.fields;
  return present({
    customer_id: document.customerId,
    invoice_date: document.date,
    reference: document.reference.trim(),
    payment_term: document.paymentTermDays,
    payment_method: paymentMethod(document),
    // The name misleads: true means that the lines include VAT (sheet 4.4).
    net_amounts: document.pricesIncludeVat,
    // Without it the invoice stays a draft. `self` makes it final and mails nobody; mail goes by mapping only.
    send_method: document.state === 'sent' ? (sendMethod ?? 'self') : undefined,
    line_items: document.lines.map(lineToWire),
    ...present(fields),
  });
}

function paymentMethod(document: Document): string {
  const known = paymentMethods.find((method) => method === document.paymentMethod);
  return known ?? (document.paid ? 'already_paid' : 'pay_later');
}

function lineToWire(line: DocumentLine): JsonObject {
  return present({ ...lineItem(line), ledger_account_id: ledgerAccountId(line.account) });
}
