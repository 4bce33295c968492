/** `2026-06-04T10:51:27Z` (sheet 1). */
export function isoText(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

export function isoOrNull(ms: number | null): string | null {
  return ms === null ? null : isoText(ms);
}
