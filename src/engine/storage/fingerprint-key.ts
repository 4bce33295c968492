import type { Log } from '../log.ts';
import type { MetaStore } from './meta.ts';
import { Fingerprints, type Seal } from './sealing.ts';

/** The key of the fingerprints is the integration's own, so that ENCRYPTION_KEY can be rotated under it. */
export async function openFingerprints(
  integration: string,
  meta: MetaStore,
  seal: Seal,
  log: Log,
): Promise<Fingerprints> {
  const place = `${integration}/fingerprints`;
  const stored = meta.get('fingerprints');
  if (stored !== null) {
    try {
      const secret = String(await seal.open(place, stored));
      if (seal.isStale(stored)) meta.set('fingerprints', await seal.seal(place, secret));
      return await Fingerprints.fromSecret(secret);
    } catch (error) {
      // Without the key, customers are looked up by e-mail address again. That costs calls and nothing else.
      log.error('fingerprints_lost', {}, error);
    }
  }
  const secret = Fingerprints.newSecret();
  meta.set('fingerprints', await seal.seal(place, secret));
  return Fingerprints.fromSecret(secret);
}
