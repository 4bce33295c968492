import type { Author } from '../storage/revisions.ts';
import type { Stores } from '../storage/stores.ts';
import type { IntegrationDocument } from './configuration.ts';
import { nextRevision } from './revision.ts';

/** Who stores a document, and as the version of before that it makes the present one again. */
export interface Authorship {
  readonly by?: Author | undefined;
  readonly restored?: number | undefined;
}

/** Stores the document and, where it is another than before, keeps it as a version of its own. Within a transaction. */
export function putDocument(
  stores: Stores,
  document: Omit<IntegrationDocument, 'state'>,
  { by = 'api', restored }: Authorship,
  now: number,
): void {
  const text = JSON.stringify(document);
  stores.meta.set('document', text);
  if (stores.revisions.newest() !== text)
    stores.revisions.add({ at: now, by, restored: restored ?? null, document: text });
  nextRevision(stores, now);
}
