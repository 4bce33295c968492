import { textsIn } from '../http/secrets.ts';
import { activityPlace } from '../storage/activity.ts';
import type { Stores } from '../storage/stores.ts';
import { emailMention } from './email-mention.ts';
import { type Seal, SealError } from './sealing.ts';

/** Entries of the log that are read at once: each may have 2 MB. And how much of it one call opens: others wait for it. */
const atOnce = 10;
const maxSealed = 8_000_000;

export interface Person {
  readonly email: string;
  /** By every key that fingerprints were made with. */
  readonly emailFingerprints: readonly string[];
  /** How many of those keys cannot be opened now. */
  readonly lostKeys: number;
}

/** How far one call came. */
export interface Search {
  /** What was sealed with a key that is not there now: it is to be looked into again when it is. */
  readonly unopened?: number;
  /** Where to go on: not everything was looked into yet. */
  readonly cursor?: string;
}

type Entry = ReturnType<Stores['activity']['withPayload']>[number];

/** Opens what was read and written, entry by entry, and hands over those that hold the address, however it is written there. */
export async function searchPayloads(
  stores: Stores,
  seal: Seal,
  integration: string,
  { email, lostKeys }: Pick<Person, 'email' | 'lostKeys'>,
  cursor: string | undefined,
  found: (entry: Entry) => void,
): Promise<Search> {
  const isNamedIn = emailMention(email);
  let unopened = cursor === undefined ? lostKeys : 0;
  let looked = 0;
  for (let after = Number(cursor ?? 0); ; ) {
    const entries = stores.activity.withPayload(after, atOnce);
    for (const entry of entries) {
      after = entry.id;
      looked += entry.sealed.length;
      const payload = await opened(seal, activityPlace(integration, entry.task), entry.sealed);
      if (payload === null) unopened++;
      else if (isNamed(payload.value, isNamedIn)) found(entry);
    }
    const isEnd = entries.length < atOnce;
    if (!isEnd && looked < maxSealed) continue;
    return {
      ...(unopened === 0 ? {} : { unopened }),
      ...(isEnd ? {} : { cursor: String(after) }),
    };
  }
}

function isNamed(payload: unknown, isNamedIn: (text: string) => boolean): boolean {
  for (const text of textsIn(payload)) if (isNamedIn(text)) return true;
  return false;
}

async function opened(
  seal: Seal,
  place: string,
  sealed: string,
): Promise<{ readonly value: unknown } | null> {
  try {
    return { value: await seal.open(place, sealed) };
  } catch (error) {
    if (error instanceof SealError) return null;
    throw error;
  }
}
