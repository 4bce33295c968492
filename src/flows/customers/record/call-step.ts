/**
 * The step of the call that makes a customer. It is named by who the customer is, not by the task: all that is under way for one
 * new customer shares it. Private people who share an address share that name too, though they may be strangers. So a step keeps,
 * sealed, whom it makes: it is no stranger's, and whoever comes second has one by address and name. A step of a version of before, or
 * of somebody who was erased, is anybody's.
 */
import { areStrangers, type Identity, namedParts } from '../../../records/identity.ts';
import type { FlowContext, Step, Steps } from '../../contract.ts';
import type { CustomerKeys } from './links.ts';

/** Who is to be made, under this address. */
export interface Newcomer {
  readonly keys: CustomerKeys;
  readonly email: string;
  readonly identity: Identity;
}

/** What a step keeps; what is of the person is sealed. */
interface Kept {
  /** Of what was sent. */
  readonly fingerprint: string;
  readonly keys: CustomerKeys;
  readonly sealed: string;
}

type Context = Pick<FlowContext, 'open' | 'fingerprint'> & { readonly steps: Pick<Steps, 'get'> };

/** Returns what a step is to keep. `fingerprint`: of what is sent. */
export async function keptOfCall(
  { seal }: Pick<FlowContext, 'seal'>,
  { keys, ...person }: Newcomer,
  fingerprint: string,
): Promise<string> {
  const kept: Kept = { fingerprint, keys, sealed: await seal(person) };
  return JSON.stringify(kept);
}

/** Returns the fingerprint of what was sent; null where that is not known. */
export function sentFingerprint(step: Step | null): string | null {
  return keptIn(step)?.fingerprint ?? step?.reference ?? null;
}

/** Returns who is made; null where the step does not tell. */
export async function newcomerOf({ open }: Pick<FlowContext, 'open'>, step: Step | null) {
  const kept = keptIn(step);
  const person = kept && (await open(kept.sealed));
  return kept && person
    ? ({ ...(person as Omit<Newcomer, 'keys'>), keys: kept.keys } satisfies Newcomer)
    : null;
}

/** Whether there is such a step, and it makes no stranger. */
export async function isOwnStep(context: Context, name: string, { identity }: Newcomer): Promise<boolean> {
  const step = context.steps.get(name);
  if (step === null) return false;
  const made = await newcomerOf(context, step);
  return made === null || !areStrangers(made.identity, identity);
}

/** Returns the names of all steps of this one that there are. The first is the one to go on with. */
export async function stepsOf(context: Context, newcomer: Newcomer): Promise<readonly string[]> {
  const { steps } = context;
  const { keys } = newcomer;
  const [step, before] = callSteps(keys);
  const begun = steps.get(before);
  const shared = begun !== null && begun.result === null ? [before, step] : [step, before];
  const named = await namedStep(context, newcomer);
  const names = keptIn(steps.get(named))?.keys.who === keys.who ? [...shared, named] : shared;
  const own = await Promise.all(
    [...new Set(names)].map(async (name) => ((await isOwnStep(context, name, newcomer)) ? [name] : [])),
  );
  return own.flat();
}

/** Returns the name of the step to go on with, or to begin. */
export async function stepOf(context: Context, newcomer: Newcomer): Promise<string> {
  const [begun] = await stepsOf(context, newcomer);
  if (begun !== undefined) return begun;
  const [step] = callSteps(newcomer.keys);
  return context.steps.get(step) === null ? step : namedStep(context, newcomer);
}

/** What steps of everybody with these keys may be called. Before, the address alone told. */
export function callSteps({ who, emailFingerprint }: CustomerKeys): readonly [string, before: string] {
  return [`customer:${who}`, `customer:${emailFingerprint}`];
}

async function namedStep({ fingerprint }: Context, { keys, email, identity }: Newcomer): Promise<string> {
  const [step] = callSteps({ ...keys, who: await fingerprint(namedParts(email, identity)) });
  return step;
}

/** What was made is linked, or nothing was. */
export function endSteps(steps: Steps, names: readonly string[]): void {
  for (const name of names) if (steps.get(name) !== null) steps.forget(name);
}

/** Before, a step kept the fingerprint alone. */
function keptIn(step: Step | null): Kept | null {
  return step?.reference?.startsWith('{') ? (JSON.parse(step.reference) as Kept) : null;
}
