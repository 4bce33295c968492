/**
 * Tells one state of a record from another without telling what it says: the first 64 bits of a SHA-256 over all of it, the
 * names in order. Records hold more than anybody could guess whole, so it cannot be traced back.
 */
export async function digest(record: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(record, sorted));
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...hash.slice(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function sorted(_name: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
