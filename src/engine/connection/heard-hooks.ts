import type { Stores } from '../storage/stores.ts';

/** A row is written so seldom: whoever sets a link up waits for the first one, and afterwards the hour is enough. */
const sameMs = { draft: 60_000, live: 3_600_000 };

interface Heard {
  readonly place: string;
}

/** A webhook of this account came that is signed, whatever it tells of. */
export function hear(
  { meta }: Pick<Stores, 'meta'>,
  { place }: Heard,
  { isDraft, now }: { readonly isDraft: boolean; readonly now: number },
): void {
  const before = heardAt({ meta }, { place });
  const same = isDraft ? sameMs.draft : sameMs.live;
  if (before === null || now - before >= same) meta.set(nameOf(place), String(now));
}

/** When one came of late, in epoch milliseconds; null for none. */
export function heardAt({ meta }: Pick<Stores, 'meta'>, { place }: Heard): number | null {
  const kept = meta.get(nameOf(place));
  return kept === null ? null : Number(kept);
}

function nameOf(place: string): string {
  return `heard:${place}`;
}
