/**
 * The step of the call that makes a customer. It is named by who the customer is, not by the task: all that is under way for one
 * new customer shares it. Private people who share an address are called the same there, though they may be strangers. So a step keeps,
 * sealed, whom it makes, and is no stranger's: whoever comes second has one beside it. A step of a version of before, or of somebody
 * who was erased, is anybody's.
 */
import type { JsonObject } from '../../../connectors/contract/target.ts';
import { areStrangers, type Identity, identityParts, namedParts } from '../../../records/identity.ts';
import type { FlowContext, Step, Steps } from '../../contract.ts';
import type { Bases } from '../../merge.ts';
import type { CustomerKeys } from './links.ts';

/** Who is to be made, under this address. */
export interface Newcomer {
  readonly keys: CustomerKeys;
  readonly email: string;
  readonly identity: Identity;
}

/** The same of a call that was begun. */
export interface BegunNewcomer extends Newcomer {
  /** What was sent; absent in steps of before. */
  readonly body?: JsonObject;
}

/** What a step keeps; what is of the person is sealed. */
interface Kept {
  /** Of what was sent. */
  readonly fingerprint: string;
  readonly keys: CustomerKeys;
  readonly sealed: string;
  /** What was sent, by part; absent in steps of before. */
  readonly sent?: Bases;
}

/** The names of such steps begin with this. */
export const callSteps = 'customer:';

type Context = Pick<FlowContext, 'open' | 'fingerprint'> & { readonly steps: Pick<Steps, 'get' | 'begun'> };

/** Returns what a step keeps of a call, so that a later try recognises the customer. `fingerprint` stands for all that is sent, and `sent` tells it by part. */
export async function keptOfCall(
  { seal }: Pick<FlowContext, 'seal'>,
  { keys, ...person }: BegunNewcomer,
  fingerprint: string,
  sent: Bases,
): Promise<string> {
  const kept: Kept = { fingerprint, keys, sealed: await seal(person), sent };
  return JSON.stringify(kept);
}

/** Returns the fingerprint of what was sent; null where that is not known. */
export function sentFingerprint(step: Step | null): string | null {
  return keptIn(step)?.fingerprint ?? step?.reference ?? null;
}

/** Returns what was sent, by part; null where the step does not tell. */
export function sentParts(step: Step | null): Bases | null {
  return keptIn(step)?.sent ?? null;
}

/** Returns the keys of whoever is made; null where the step does not tell. They are not sealed. */
export function keysOfCall(step: Step | null): CustomerKeys | null {
  return keptIn(step)?.keys ?? null;
}

/** Returns who is made; null where the step does not tell. */
export async function newcomerOf(
  { open }: Pick<FlowContext, 'open'>,
  step: Pick<Step, 'reference'> | null,
): Promise<BegunNewcomer | null> {
  const kept = keptIn(step);
  const person = kept && (await open(kept.sealed));
  return kept && person ? { ...(person as Omit<BegunNewcomer, 'keys'>), keys: kept.keys } : null;
}

/** Whether there is such a step, and it makes no stranger. */
export async function isOwnStep(context: Context, name: string, { identity }: Newcomer): Promise<boolean> {
  const step = context.steps.get(name);
  if (step === null) return false;
  const made = await newcomerOf(context, step);
  return made === null || !areStrangers(made.identity, identity);
}

/**
 * Returns the names of all steps of this one; the first is the one to go on with. `fingerprint`: of what is to be sent. A step that has
 * sent just that is of this one too, whether it is one by address or by name.
 */
export async function stepsOf(
  context: Context,
  newcomer: Newcomer,
  fingerprint = '',
): Promise<readonly string[]> {
  const { steps } = context;
  const own: string[] = [];
  for (const name of namesOf(steps, newcomer.keys))
    if (await isOwnStep(context, name, newcomer)) own.push(name);
  if (fingerprint === '') return own;
  for (const who of await whosOf(context, newcomer)) {
    for (const name of namesOf(steps, { ...newcomer.keys, who })) {
      const isSent = sentFingerprint(steps.get(name)) === fingerprint;
      if (isSent && !own.includes(name) && (await isOwnStep(context, name, newcomer))) own.push(name);
    }
  }
  return own;
}

/** Returns the name of the step to go on with, or to begin. */
export async function stepOf(context: Context, newcomer: Newcomer, fingerprint: string): Promise<string> {
  const [begun] = await stepsOf(context, newcomer, fingerprint);
  if (begun !== undefined) return begun;
  const step = stepBy(newcomer.keys.who);
  if (context.steps.get(step) === null) return step;
  const [, named] = await whosOf(context, newcomer);
  return `${step}:${named}`;
}

/** What steps of everybody with these keys are called, strangers too. Before, the address alone told. */
export function namesOf(
  { get, begun }: Pick<Steps, 'get' | 'begun'>,
  { who, emailFingerprint }: CustomerKeys,
): readonly string[] {
  const before = stepBy(emailFingerprint);
  const names = begun(stepBy(who)).filter((name) => name !== before);
  const old = get(before);
  if (old === null) return names;
  return old.result === null ? [before, ...names] : [...names, before];
}

/** Whether the step of somebody with these keys may be called so, as `namesOf` has it. */
export function mayBeNamed(name: string, { who, emailFingerprint }: CustomerKeys): boolean {
  return name.startsWith(stepBy(who)) || name === stepBy(emailFingerprint);
}

function stepBy(who: string): string {
  return `${callSteps}${who}`;
}

/** Who it is by its address, and by its name. */
async function whosOf(
  { fingerprint }: Context,
  { email, identity }: Newcomer,
): Promise<readonly [string, named: string]> {
  return [await fingerprint(identityParts(email, identity)), await fingerprint(namedParts(email, identity))];
}

/** What was made is linked, or nothing was. */
export function endSteps(steps: Steps, names: readonly string[]): void {
  for (const name of names) if (steps.get(name) !== null) steps.forget(name);
}

/** Before, a step kept the fingerprint alone. */
function keptIn(step: Pick<Step, 'reference'> | null): Kept | null {
  return step?.reference?.startsWith('{') ? (JSON.parse(step.reference) as Kept) : null;
}
