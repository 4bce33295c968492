import type { FoundDocument } from '../../../connectors/contract/target.ts';
import { money } from '../../../records/money.ts';
import { rejected } from '../../../records/problem.ts';
import type { Meant } from '../../meant.ts';
import type { OrderWork } from '../work.ts';
import { fits } from './fits.ts';

/** Returns all documents in the target under exactly this reference, whosever they are. */
export async function findDocuments(
  { context, endpoints, order }: OrderWork,
  reference: string,
): Promise<readonly FoundDocument[]> {
  const found = await endpoints.target.find(context.target.api, [reference], new Date(order.placedAt));
  return found.get(reference) ?? [];
}

/**
 * Returns the one that is this order's: it fits one of what the order's may be, or that is not known (null). Returns null when
 * each of them is linked to another record. Throws `reference_taken` when one is linked to nobody and does not fit: nobody
 * knows whose it is.
 */
export async function ownAmong(
  work: OrderWork,
  documents: readonly FoundDocument[],
  reference: string,
  meant: readonly Meant[] | null,
): Promise<FoundDocument | null> {
  const free = documents.filter(({ id }) => ownerOf(work, id) === null);
  for (const document of free) {
    if (meant === null) return document;
    for (const each of meant) if (await fits(work, document, each)) return document;
  }
  const [stranger] = free;
  if (stranger === undefined) return null;
  throw referenceTaken(work, stranger, reference);
}

/** Two documents under one reference: both are named. */
export function referenceTaken(work: OrderWork, document: FoundDocument, reference: string) {
  const { context, order } = work;
  const { currency: documentCurrency = order.currency } = document;
  return rejected('reference_taken', {
    system: context.target.connector.name,
    reference,
    document: document.id,
    documentGross: money(document.gross, documentCurrency),
    documentCurrency,
    documentDate: document.date ?? '',
    gross: money(order.gross, order.currency),
    currency: order.currency,
    number: order.number,
    date: order.date,
    owner: ownerOf(work, document.id) ?? '',
  });
}

/** Returns the key of another record that this document was made for, or null where there is none. */
export function ownerOf({ context: { links, key } }: OrderWork, id: string): string | null {
  const orders = links.recordsOf('order', id).filter((owner) => !owner.own || owner.key !== key);
  const [other] = [...orders, ...links.recordsOf('credit', id)];
  return other?.key ?? null;
}
