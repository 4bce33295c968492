/**
 * What a create of a customer has sent, while nobody knows what became of it. It is kept by the record of the source, which may be
 * changed or taken away before there is an answer: what was made then is found as it was sent, and not as the source has it by now.
 * What is of the person is sealed.
 */
import type { JsonObject, Parts } from '../../../connectors/contract/target.ts';
import type { Identity } from '../../../records/identity.ts';
import type { FlowContext, Step, Steps } from '../../contract.ts';
import { isKept, isNone, isObject, says } from '../../merge.ts';
import { namesOf } from './call-step.ts';
import type { CustomerKeys } from './links.ts';

/** Of a person, as it was sent. */
interface SentPerson {
  readonly email: string;
  readonly identity: Identity;
  readonly said: Parts;
  /** Absent in steps of before. */
  readonly body?: JsonObject;
  /** What stood in the source then, in the form of the way back; absent where nothing went back, and in steps of before. */
  readonly stood?: Parts;
}

export interface SentCustomer extends SentPerson {
  readonly keys: CustomerKeys;
}

/** The same, found in its step. */
export interface BegunCustomer extends SentCustomer {
  /** The name of the call's own step. */
  readonly step: string;
}

interface Kept {
  readonly keys: CustomerKeys;
  /** The name of the call's own step; absent in steps of before. */
  readonly step?: string;
  /** Absent where an order makes it: whoever began it finds out what became of it, and has the order to look by. */
  readonly sealed?: string;
}

export const createSteps = 'customer-create:';

/** Named by the record of the source. The call itself has a step by who the customer is, which orders share. */
export function createStep(key: string): string {
  return `${createSteps}${key}`;
}

/** Returns what the step is to keep, once the name of the call's own step is known. */
export async function keptOf({ seal }: Pick<FlowContext, 'seal'>, sent: SentCustomer) {
  const { keys, ...person } = sent;
  const sealed = await seal(person);
  return (step: string) => JSON.stringify({ keys, step, sealed } satisfies Kept);
}

/** The same of a create for an order of this customer. */
export function keptOfOrder(keys: CustomerKeys, step: string): string {
  return JSON.stringify({ keys, step } satisfies Kept);
}

/** Returns null where an order sent it, it was erased, or it cannot be opened any more. */
export async function sentBy(
  { open }: Pick<FlowContext, 'open'>,
  steps: Pick<Steps, 'get' | 'begun'>,
  step: Step,
): Promise<BegunCustomer | null> {
  const kept = keptIn(step);
  if (kept?.sealed === undefined) return null;
  const person = await open(kept.sealed);
  return person === null ? null : { ...(person as SentPerson), keys: kept.keys, step: nameIn(kept, steps) };
}

/** Who has begun to make a customer, and under which name. */
export interface UnderWay {
  readonly keys: CustomerKeys;
  readonly by: 'customers' | 'orders';
  readonly name: string;
  readonly step: Step;
}

/** Returns null where no create of this record's is under way. */
export function underWay(steps: Pick<Steps, 'get' | 'begun'>, key: string): UnderWay | null {
  const kept = keptIn(steps.get(createStep(key)));
  if (kept === null) return null;
  const name = nameIn(kept, steps);
  const step = steps.get(name);
  return step && { keys: kept.keys, by: kept.sealed === undefined ? 'orders' : 'customers', name, step };
}

function nameIn({ keys, step }: Kept, steps: Pick<Steps, 'get' | 'begun'>): string {
  return step ?? namesOf(steps, keys)[0] ?? '';
}

function keptIn(step: Step | null): Kept | null {
  return step === null || step.reference === null ? null : (JSON.parse(step.reference) as Kept);
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
