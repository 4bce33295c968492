/**
 * What a create of a customer has sent, while nobody knows what became of it. It is kept by the record of the source, which may be
 * changed or taken away before there is an answer: what was made then is found as it was sent, and not as the source has it by now.
 * What is of the person is sealed.
 */
import type { Parts } from '../../../connectors/contract/target.ts';
import type { Identity } from '../../../records/identity.ts';
import type { FlowContext, Step } from '../../contract.ts';
import { isKept, isNone, isObject, says } from '../../merge.ts';
import type { CustomerKeys } from './links.ts';

/** Of a person, as it was sent. */
interface SentPerson {
  readonly email: string;
  readonly identity: Identity;
  readonly said: Parts;
}

export interface SentCustomer extends SentPerson {
  readonly keys: CustomerKeys;
}

interface Kept {
  readonly keys: CustomerKeys;
  readonly sealed: string;
}

export const createSteps = 'customer-create:';

/** Named by the record of the source. The call itself has a step by who the customer is, which orders share. */
export function createStep(key: string): string {
  return `${createSteps}${key}`;
}

/** Returns what the step is to keep. */
export async function keptOf({ seal }: Pick<FlowContext, 'seal'>, sent: SentCustomer): Promise<string> {
  const { keys, ...person } = sent;
  const kept: Kept = { keys, sealed: await seal(person) };
  return JSON.stringify(kept);
}

/** Returns null where it was erased, or cannot be opened any more. */
export async function sentBy({ open }: Pick<FlowContext, 'open'>, step: Step): Promise<SentCustomer | null> {
  if (step.reference === null) return null;
  const { keys, sealed } = JSON.parse(step.reference) as Kept;
  const person = await open(sealed);
  return person === null ? null : { ...(person as SentPerson), keys };
}

/** Under which name the customer was sent; null where it was erased. */
export function sentAs({ reference }: Step): CustomerKeys | null {
  return reference === null ? null : (JSON.parse(reference) as Kept).keys;
}

/** Few others have one of these in common with somebody, and nobody has two. */
const telling = ['email', 'name', 'phone', 'address', 'vatNumber', 'cocNumber'] as const;

/** Whether a record is what was sent, though somebody may have changed a part of it since: its address or its name is, and one thing more. */
export function isAsSent({ said }: SentPerson, stands: Parts): boolean {
  const same = telling.filter((part) => isSame(said[part], stands[part]));
  return same.length > 1 && same.some((part) => part === 'email' || part === 'name');
}

function isSame(sent: unknown, there: unknown): boolean {
  if (isNone(sent) || isNone(there)) return false;
  return isObject(sent) ? says(there, sent) : isKept(sent, there);
}
