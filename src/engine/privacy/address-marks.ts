import { emailIdentity } from '../../flows/customers/record/email-fingerprint.ts';
import { Fingerprints } from './fingerprints.ts';
import type { Seal } from './sealing.ts';

/**
 * Makes the marks of e-mail addresses by which integrations of one deployment ask each other: keyed fingerprints, one by each key of the
 * deployment. Two addresses are one where they have a mark in common, so that it does not matter which of the two has heard of a new key.
 */
export async function addressMarks(
  seal: Pick<Seal, 'secretsFor'>,
): Promise<(email: string) => Promise<readonly string[]>> {
  const fingerprints = await Fingerprints.fromSecrets(await seal.secretsFor('addresses'), 0);
  return (email) => fingerprints.allOf(emailIdentity(email));
}
