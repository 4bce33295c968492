import type { FoundDocument } from '../../../connectors/contract/target.ts';
import { attempt } from '../../preview-attempt.ts';
import { planBuyer } from '../buyer/plan.ts';
import { findDocuments, ownAmong } from '../document/find-document.ts';
import type { OrderWork } from '../work.ts';
import { meantFor } from './plan.ts';

interface Booked {
  readonly document: FoundDocument;
  readonly reference: string;
}

/**
 * Finds the document of an order that would not be booked any more, and that Koppel knows nothing of: booked by hand, or
 * begun and skipped by a person before its outcome was known. Returns null where there is none: whatever cannot be told of
 * an order that is given back needs no person.
 */
export async function findBooked(work: OrderWork): Promise<Booked | null> {
  const { value } = await attempt(async () => {
    const reference = await work.reference();
    const documents = await findDocuments(work, reference);
    if (documents.length === 0) return null;
    const meant = await meantFor(work, work.order, await planBuyer(work));
    const document = await ownAmong(work, documents, reference, meant);
    return document && { document, reference };
  });
  return value;
}
