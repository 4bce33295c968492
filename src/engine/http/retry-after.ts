/** A wrong clock must not stop a shop. */
const maxMs = 3_600_000;

/**
 * Reads a `Retry-After` header: seconds, which Shopify gives with a fraction, or an HTTP date (RFC 9110, 10.2.3). Returns
 * milliseconds from now, an hour at most, or null when there is none that can be read.
 */
export function retryAfterMs(header: string | null, now: number): number | null {
  if (header === null) return null;
  const value = header.trim();
  const ms = /^\d+(\.\d+)?$/.test(value) ? Number(value) * 1_000 : httpDate(value) - now;
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), maxMs) : null;
}

/** Every HTTP date begins with the name of the day. `Date.parse` alone would accept nearly anything. */
function httpDate(value: string): number {
  return /^[A-Z][a-z]{2}/.test(value) ? Date.parse(value) : Number.NaN;
}
