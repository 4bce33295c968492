import type { Stores } from '../storage/stores.ts';
import type { By } from '../storage/trail.ts';
import type { IntegrationDocument } from './configuration.ts';
import { nextRevision } from './revision.ts';

export interface Authorship {
  /** Who stores a document; left out where no person does. */
  readonly by?: By | undefined;
  /** The version of before that it makes the present one again. */
  readonly restored?: number | undefined;
}

/** Stores the document and, where it is another than before, keeps it as a version of its own. Within a transaction. */
export function putDocument(
  stores: Stores,
  document: Omit<IntegrationDocument, 'state'>,
  { by, restored }: Authorship,
  now: number,
): void {
  const text = JSON.stringify(document);
  const { who = null, via = null } = by ?? {};
  stores.meta.set('document', text);
  if (stores.revisions.newest() !== text)
    stores.revisions.add({ at: now, who, via, restored: restored ?? null, document: text });
  nextRevision(stores, now);
}
