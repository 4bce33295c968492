import type { IntegrationView } from '../../engine/reporting/views.ts';

/** The header that names the state of a document. */
export function etagOf({ revision }: IntegrationView): { etag: string } {
  return { etag: `"${revision}"` };
}

/** The state that a client read, whether or not a proxy made a weak tag of it. */
export function revisionIn(header: string | undefined): string | undefined {
  return header
    ?.trim()
    .replace(/^W\//, '')
    .replace(/^"(.*)"$/, '$1');
}
