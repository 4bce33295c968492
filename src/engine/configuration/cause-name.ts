/** The name of a cause, as lists give it and calls take it: what it is of, in the letters of an address. */

/** `records`: tasks that are parked; `levels`: stock that waits for a person, `cause` being its code. */
export interface CauseName {
  readonly kind: 'records' | 'levels';
  /** Id of the flow between two places. */
  readonly flow: string;
  readonly cause: string;
}

/** As long as one can be: a cause is cut off at a thousand characters (cause-tables.ts). */
export const maxCauseId = 6_000;

export function causeId({ kind, flow, cause }: CauseName): string {
  const bytes = new TextEncoder().encode(JSON.stringify([kind, flow, cause]));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

/** Null for what no list gave. */
export function causeOf(id: string): CauseName | null {
  try {
    const bytes = Uint8Array.from(atob(id.replaceAll('-', '+').replaceAll('_', '/')), (each) =>
      each.charCodeAt(0),
    );
    const read: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (!Array.isArray(read) || read.length !== 3 || !read.every((each) => typeof each === 'string'))
      return null;
    const [kind, flow, cause] = read as [string, string, string];
    return kind === 'records' || kind === 'levels' ? { kind, flow, cause } : null;
  } catch {
    return null;
  }
}
