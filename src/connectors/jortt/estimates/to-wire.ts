import type { Document } from '../../../records/document.ts';
import { rejected } from '../../../records/problem.ts';
import type { JsonObject } from '../../contract/target.ts';
import { present } from '../../wire/fields.ts';
import { lineItem } from '../orders/line-item.ts';

/**
 * The body of `POST /v2/estimates` (sheet 7.1). Mapped fields stand above what the order says. An estimate has no date, no
 * ledger accounts and no payment of its own. Throws `credit_unsupported`.
 */
export function estimateToWire(document: Document): JsonObject {
  if (document.kind !== 'order') throw rejected('credit_unsupported', { system: 'Jortt' });
  const { send_method: mapped, email_address_customer: address, ...fields } = document.fields;
  // Without it the estimate stays a draft. `self` makes it final and mails nobody; mail goes by mapping only.
  const sendMethod = document.state === 'sent' ? (mapped ?? 'self') : undefined;
  return present({
    customer_id: document.customerId,
    reference: document.reference.trim(),
    // The name misleads: true means that the lines include VAT (sheet 4.4).
    net_amounts: document.pricesIncludeVat,
    send_method: sendMethod,
    email_address_customer: sendMethod === 'email' ? address : undefined,
    line_items: document.lines.map(lineItem),
    ...present(fields),
  });
}
