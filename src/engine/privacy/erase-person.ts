import type { Stores } from '../storage/stores.ts';
import type { Seal } from './sealing.ts';
import { type Person, type Search, searchPayloads } from './search-payloads.ts';

export interface Erased extends Search {
  readonly links: number;
  readonly activity: number;
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
  person: Person,
  cursor: string | undefined,
): Promise<Erased> {
  const { emailFingerprints } = person;
  const erased = stores.sql.transaction(() => {
    for (const each of emailFingerprints) stores.steps.erase(each);
    return {
      links: sum(emailFingerprints.map((each) => stores.links.erase(each))),
      activity: sum(emailFingerprints.map((each) => stores.activity.erase(each))),
    };
  });
  let { activity } = erased;
  const search = await searchPayloads(stores, seal, integration, person, cursor, (entry) => {
    activity += stores.activity.eraseEntry(entry.id);
  });
  return { links: erased.links, activity, ...search };
}

export interface FoundPerson extends Search {
  /** References to a record of theirs. */
  readonly links: number;
  /** Entries of the log that are about them. */
  readonly activity: number;
  /** Other entries that hold the address. */
  readonly mentions: number;
}

/** What `erasePerson` would find. Changes nothing. What goes by a fingerprint is counted with the first part. */
export async function findPerson(
  stores: Stores,
  seal: Seal,
  integration: string,
  person: Person,
  cursor: string | undefined,
): Promise<FoundPerson> {
  const own = cursor === undefined ? person.emailFingerprints : [];
  let mentions = 0;
  const search = await searchPayloads(stores, seal, integration, person, cursor, (entry) => {
    const isTheirs = entry.person !== null && person.emailFingerprints.includes(entry.person);
    if (!isTheirs) mentions += 1;
  });
  return {
    links: sum(own.map((each) => stores.links.countOf(each))),
    activity: sum(own.map((each) => stores.activity.countOf(each))),
    mentions,
    ...search,
  };
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
