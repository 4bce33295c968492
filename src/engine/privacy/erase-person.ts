import { textsIn } from '../http/secrets.ts';
import { activityPlace } from '../storage/activity.ts';
import type { Stores } from '../storage/stores.ts';
import { emailMention } from './email-mention.ts';
import { type Seal, SealError } from './sealing.ts';

/** Entries of the log that are read at once: each may have 2 MB. And how much of it one call opens: others wait for it. */
const atOnce = 10;
const maxSealed = 8_000_000;

export interface Erased {
  readonly links: number;
  readonly activity: number;
  /** What was sealed with a key that is not there now: it is to be erased again when it is. */
  readonly unopened?: number;
  /** Where to go on: not everything was looked into yet. */
  readonly cursor?: string;
}

interface Person {
  readonly email: string;
  /** By every key that fingerprints were made with. */
  readonly emailFingerprints: readonly string[];
  /** How many of those keys cannot be opened now. */
  readonly lostKeys: number;
}

/**
 * Erases a person from links and activity: what is kept under a fingerprint of the address, and whatever else holds the
 * address, however it is written there: records that could not be read, answers about others. Of an entry that is
 * somebody else's, what was read and written goes; that it happened stays.
 */
export async function erasePerson(
  stores: Stores,
  seal: Seal,
  integration: string,
  { email, emailFingerprints, lostKeys }: Person,
  cursor: string | undefined,
): Promise<Erased> {
  const erased = stores.sql.transaction(() => {
    for (const each of emailFingerprints) stores.steps.erase(each);
    return {
      links: sum(emailFingerprints.map((each) => stores.links.erase(each))),
      activity: sum(emailFingerprints.map((each) => stores.activity.erase(each))),
    };
  });
  const isNamedIn = emailMention(email);
  let { activity } = erased;
  let unopened = cursor === undefined ? lostKeys : 0;
  let looked = 0;
  for (let after = Number(cursor ?? 0); ; ) {
    const entries = stores.activity.withPayload(after, atOnce);
    for (const entry of entries) {
      after = entry.id;
      looked += entry.sealed.length;
      const payload = await opened(seal, activityPlace(integration, entry.task), entry.sealed);
      if (payload === null) unopened++;
      else if (isNamed(payload.value, isNamedIn)) activity += stores.activity.eraseEntry(entry.id);
    }
    const isEnd = entries.length < atOnce;
    if (!isEnd && looked < maxSealed) continue;
    return {
      links: erased.links,
      activity,
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

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
