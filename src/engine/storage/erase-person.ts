import { emailKey } from '../../records/customer.ts';
import { activityPlace } from './activity.ts';
import { type Seal, SealError } from './sealing.ts';
import type { Stores } from './stores.ts';

/** Entries of the log that are looked into at once. */
const atOnce = 100;

/**
 * Erases a person from links and activity. What was read of a record that could not be understood is kept without
 * anybody's name: such payloads are opened and searched for the address.
 */
export async function erasePerson(
  stores: Stores,
  seal: Seal,
  integration: string,
  { email, emailFingerprint }: { readonly email: string; readonly emailFingerprint: string },
): Promise<{ links: number; activity: number }> {
  const unnamed: number[] = [];
  const address = emailKey(email);
  let after = 0;
  for (;;) {
    const entries = stores.activity.unnamed(after, atOnce);
    for (const { id, task, sealed } of entries) {
      after = id;
      if (await mentions(seal, activityPlace(integration, task), sealed, address)) unnamed.push(id);
    }
    if (entries.length < atOnce) break;
  }
  return stores.sql.transaction(() => ({
    links: stores.links.erase(emailFingerprint),
    activity: stores.activity.erase(emailFingerprint) + stores.activity.eraseEntries(unnamed),
  }));
}

/** Returns false for a payload that cannot be opened any more: it tells nobody anything. */
async function mentions(seal: Seal, place: string, sealed: string, address: string): Promise<boolean> {
  try {
    return JSON.stringify(await seal.open(place, sealed))
      .toLowerCase()
      .includes(address);
  } catch (error) {
    if (error instanceof SealError) return false;
    throw error;
  }
}
