import type { Log } from '../log.ts';
import type { MetaStore } from '../storage/meta.ts';
import { Fingerprints } from './fingerprints.ts';
import type { Seal } from './sealing.ts';

/**
 * The keys of the fingerprints are the integration's own, so that ENCRYPTION_KEY can be rotated under them. The oldest one
 * that opens is used. Where none does, a new one is put beside those that are there: they may open again, after a start
 * with a wrong ENCRYPTION_KEY, and what was made with them is found with them only.
 */
export async function openFingerprints(
  integration: string,
  meta: MetaStore,
  seal: Seal,
  log: Log,
): Promise<Fingerprints> {
  const place = `${integration}/fingerprints`;
  const secrets: string[] = [];
  let lost = 0;
  let number = 0;
  for (let stored = meta.get(nameOf(0)); stored !== null; stored = meta.get(nameOf(number))) {
    try {
      const secret = String(await seal.open(place, stored));
      if (seal.isStale(stored)) meta.set(nameOf(number), await seal.seal(place, secret));
      secrets.push(secret);
    } catch (error) {
      // A later one was made by a start with a wrong key: nothing is missed with it.
      if (secrets.length === 0) {
        // Without the key, customers are looked up by e-mail address again. That costs calls and nothing else.
        log.error('fingerprints_lost', { number }, error);
        lost++;
      }
    }
    number++;
  }
  if (secrets.length === 0) {
    const secret = Fingerprints.newSecret();
    meta.set(nameOf(number), await seal.seal(place, secret));
    secrets.push(secret);
  }
  return Fingerprints.fromSecrets(secrets, lost);
}

function nameOf(number: number): string {
  return number === 0 ? 'fingerprints' : `fingerprints:${number}`;
}
