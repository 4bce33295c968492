import type { ExistingCustomer } from '../../connectors/contract/target.ts';
import { areStrangers, type Identity, likenessOf, namedParts } from '../../records/identity.ts';
import type { FlowContext, Step } from '../contract.ts';
import { waitForCreate } from './late-work.ts';
import { callSteps, isOwnStep, keysOfCall, mayBeNamed, newcomerOf } from './record/call-step.ts';
import type { CustomerKeys } from './record/links.ts';
import { type BegunCustomer, createSteps, isAsSent, sentBy } from './record/sent-customer.ts';
import type { CustomersSettings } from './settings.ts';
import { reverseOf } from './way-back.ts';

type Context = FlowContext<CustomersSettings>;

/** A record of the source that nothing is known of. */
interface Unknown {
  readonly email: string;
  readonly keys: CustomerKeys;
  readonly identity: Identity;
  /** As it stands there; null where nothing goes back. */
  readonly standing: ExistingCustomer | null;
}

/** A call of the other direction, with its step. */
interface Call {
  readonly name: string;
  readonly step: Step;
}

/**
 * Throws a `wait` problem where the other direction has begun to make somebody like this, for an order or to keep in step, and does
 * not know yet what became of it: this record may be just that. It is no news then, and nobody may follow it. Where it is what was
 * sent, but for what somebody has changed of it since, the other direction is told so, as it would look for it in vain.
 */
export async function checkUnderWay(context: Context, record: Unknown): Promise<void> {
  const { now, source, stepsBack, key } = context;
  const waitFor = (call: Call | undefined) => call && waitForCreate(call, source.connector, now());
  const sent = await sentLike(context, record);
  const calls = openCalls(context);
  if (calls.length === 0) return;
  const found = waitFor(calls.find(({ name }) => name === sent?.step));
  if (sent && found) stepsBack.finish(sent.step, key);
  const wait = found ?? (await callsLike(context, record, calls)).map(waitFor).find(Boolean);
  if (wait) throw wait;
}

/** Nothing is known of them yet, or that they have made just this record. */
function openCalls({ key, stepsBack }: Context): readonly Call[] {
  return stepsBack.begun(callSteps).flatMap((name) => {
    const step = stepsBack.get(name);
    return step !== null && (step.result === null || step.result === key) ? [{ name, step }] : [];
  });
}

/**
 * Those of these calls that would take this record for what they have made: by their name all of whoever it is, strangers too. What is half made
 * says less than was sent, and a company looks like its contact; a system may keep no VAT number. So the others go by the address, and by what the
 * record itself tells of its kind.
 */
async function callsLike(
  { key, source, open, fingerprint }: Context,
  { email, keys, identity, standing }: Unknown,
  calls: readonly Call[],
): Promise<readonly Call[]> {
  const named = { ...keys, who: await fingerprint(namedParts(email, identity)) };
  const isNamed = ({ name }: Call) => mayBeNamed(name, keys) || mayBeNamed(name, named);
  const ofAddress = calls.filter(
    (call) => !isNamed(call) && keysOfCall(call.step)?.emailFingerprint === keys.emailFingerprint,
  );
  const like = calls.filter(isNamed);
  if (ofAddress.length === 0) return like;
  const there = standing ?? (await source.connector.customers?.target?.get(source.api, key)) ?? null;
  if (there === null) return like;
  for (const call of ofAddress) {
    const made = await newcomerOf({ open }, call.step);
    if (made !== null && mayBeOne(there.identity, made.identity)) like.push(call);
  }
  return like;
}

function mayBeOne(one: Identity, other: Identity): boolean {
  return likenessOf(one, other) !== 'none' && !areStrangers(one, other);
}

/** What the other direction has sent, and this record is. */
async function sentLike(context: Context, { standing }: Unknown): Promise<BegunCustomer | null> {
  const { stepsBack } = context;
  const reverse = reverseOf(context);
  if (reverse === null || standing === null) return null;
  const stands = reverse.target.partsIn(standing);
  for (const name of stepsBack.begun(createSteps)) {
    const step = stepsBack.get(name);
    const sent = step && (await sentBy(context, stepsBack, step));
    const isIts = sent && (await isOwnStep({ ...context, steps: stepsBack }, sent.step, sent));
    if (isIts && isAsSent(sent, stands)) return sent;
  }
  return null;
}
