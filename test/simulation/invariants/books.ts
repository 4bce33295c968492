import Big from 'big.js';
import type { Identity } from '../../../src/records/identity.ts';
import { type Decimal, normalise } from '../../../src/records/money.ts';
import type { Simulation } from '../simulation.ts';
import { buyerKey } from './history.ts';

/** A document as it stands in the books. */
export interface BookedDocument {
  readonly id: string;
  readonly reference: string;
  readonly customerId: string;
  readonly gross: Decimal;
  readonly vat: Decimal;
  readonly credits: string | null;
}

/** A customer as it stands in the books. */
export interface BookedCustomer {
  readonly id: string;
  readonly email: string;
  readonly buyer: string;
  readonly identity: Identity;
}

export interface Books {
  /** The document of each order. There should be one. */
  readonly documents: ReadonlyMap<string, readonly BookedDocument[]>;
  /** What was credited of each order. */
  readonly credited: ReadonlyMap<string, Decimal>;
  readonly customers: readonly BookedCustomer[];
}

/** What the books hold, by the order that it belongs to. */
export function booksOf({ sandbox }: Simulation): Books {
  const { invoices, customers } = sandbox.systems.jortt.state();
  const all: BookedDocument[] = invoices.map((invoice) => {
    const gross = Big(invoice.invoice_total_incl_vat.amount);
    return {
      id: invoice.id,
      reference: invoice.reference ?? '',
      customerId: invoice.customer_id ?? '',
      gross: normalise(gross),
      vat: normalise(gross.minus(invoice.invoice_total.amount)),
      credits: invoice.credited_invoice_id,
    };
  });
  const documents = new Map<string, BookedDocument[]>();
  const credited = new Map<string, Decimal>();
  for (const document of all) {
    // A credit in part is a document of its own: ABCDE-C2.50.
    const order = document.reference.replace(/-C[\d.]+$/, '');
    if (document.credits === null && document.reference === order) {
      documents.set(order, [...(documents.get(order) ?? []), document]);
    } else {
      credited.set(order, normalise(Big(credited.get(order) ?? 0).minus(document.gross)));
    }
  }
  return {
    documents,
    credited,
    customers: customers
      .filter(({ deleted }) => !deleted)
      .map(({ id, email, is_private: isPrivate, customer_name: name, vat_number: vatNumber }) => ({
        id,
        identity: {
          kind: isPrivate === true ? 'person' : 'company',
          name: String(name),
          vatNumber: vatNumber === null ? undefined : String(vatNumber),
        },
        email: String(email ?? '')
          .trim()
          .toLowerCase(),
        buyer: buyerKey(String(email ?? ''), isPrivate === true ? '' : String(name)),
      })),
  };
}
