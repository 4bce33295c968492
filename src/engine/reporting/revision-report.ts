/** The versions of the document, as people see them. */
import { type IntegrationDocument, integrationDocument } from '../configuration/configuration.ts';
import { type DocumentChange, documentDiff } from '../configuration/document-diff.ts';
import { notFound } from '../request-error.ts';
import type { Stores } from '../storage/stores.ts';
import type { By } from '../storage/trail.ts';
import { timestamp } from './views.ts';

export interface RevisionView {
  readonly number: number;
  /** Null where it is not known: it stood there before versions were kept. */
  readonly at: string | null;
  /** The name of the token, or `ADMIN_TOKEN`; null where it is not known. */
  readonly who: string | null;
  readonly via: By['via'] | null;
  /** The version that was made the present one again by it. */
  readonly restored: number | null;
  readonly isPresent: boolean;
}

export interface RevisionDetail extends RevisionView {
  readonly document: IntegrationDocument;
  /** To the version before it; null where that is not kept. */
  readonly changes: readonly DocumentChange[] | null;
}

export function revisionViews({ revisions }: Stores): RevisionView[] {
  return revisions.list().map(({ at, ...row }, index) => ({
    ...row,
    at: at === null ? null : timestamp(at),
    isPresent: index === 0,
  }));
}

export function revisionDetail(stores: Stores, number: number): RevisionDetail {
  const views = revisionViews(stores);
  const index = views.findIndex((each) => each.number === number);
  const [view, before] = [views[index], views[index + 1]];
  if (view === undefined) throw notFound('revision');
  const document = documentOf(stores, number);
  const changes = before === undefined ? null : documentDiff(documentOf(stores, before.number), document);
  return { ...view, document, changes };
}

function documentOf({ revisions }: Stores, number: number): IntegrationDocument {
  return integrationDocument.parse(JSON.parse(revisions.document(number) ?? ''));
}
