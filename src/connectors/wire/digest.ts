import { canonicalJson } from '../../records/canonical-json.ts';

/**
 * Tells one state of a record from another without telling what it says: the first 64 bits of a SHA-256 over all of it, the
 * names in order. Records hold more than anybody could guess whole, so it cannot be traced back.
 */
export async function digest(record: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(canonicalJson(record));
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...hash.slice(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
