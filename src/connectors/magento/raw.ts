/** A record as the shop sent it, before any of its fields is read. */
export type RawObject = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is RawObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
