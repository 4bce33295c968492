import { emailKey } from '../../../records/customer.ts';
import type { FlowContext } from '../../contract.ts';

/** Customers are linked under a keyed fingerprint of their e-mail address, never under the address. */
export async function emailFingerprintOf(
  { fingerprint }: Pick<FlowContext, 'fingerprint'>,
  email: string | undefined,
): Promise<string | null> {
  return email === undefined ? null : fingerprint(emailIdentity(email));
}

/** What fingerprints of an address are made of. */
export function emailIdentity(email: string): readonly string[] {
  return ['email', emailKey(email)];
}

/** Work on one customer is serial, whichever flow and whichever direction it belongs to. */
export function customerLock(emailFingerprint: string): string {
  return `customer:${emailFingerprint}`;
}
