import type { ExistingCustomer } from '../../connectors/contract/target.ts';
import { areStrangers, type Identity, likenessOf, namedParts } from '../../records/identity.ts';
import type { FlowContext } from '../contract.ts';
import { waitForCreate } from './late-work.ts';
import { callSteps, isOwnStep, keysOfCall, namesOf, newcomerOf } from './record/call-step.ts';
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

/**
 * Throws a `wait` problem where the other direction has begun to make somebody like this, for an order or to keep in step, and does
 * not know yet what became of it: this record may be just that. It is no news then, and nobody may follow it. Where it is what was
 * sent, but for what somebody has changed of it since, the other direction is told so, as it would look for it in vain.
 */
export async function checkUnderWay(context: Context, record: Unknown): Promise<void> {
  const { key, now, source, stepsBack } = context;
  const waitFor = (name: string) => {
    const step = stepsBack.get(name);
    if (step === null || (step.result !== null && step.result !== key)) return null;
    return waitForCreate({ name, step }, source.connector, now());
  };
  const named = await context.fingerprint(namedParts(record.email, record.identity));
  const names = [record.keys, { ...record.keys, who: named }].flatMap((keys) => namesOf(stepsBack, keys));
  const sent = await sentLike(context, record);
  const found = sent === null ? null : waitFor(sent.step);
  if (sent !== null && found !== null) stepsBack.finish(sent.step, key);
  const wait =
    found ?? [...names, ...(await callsLike(context, record))].map(waitFor).find((each) => each !== null);
  if (wait) throw wait;
}

/**
 * Names of calls of the other direction that would take this record for what they have made. What is half made says less than was sent, and a
 * company looks like its contact; a system may keep no VAT number. So they go by the address, and by what the record itself tells of its kind.
 */
async function callsLike({ key, source, stepsBack, open }: Context, { keys, standing }: Unknown) {
  const target = source.connector.customers?.target;
  const isOfAddress = (name: string) =>
    keysOfCall(stepsBack.get(name))?.emailFingerprint === keys.emailFingerprint;
  const names = stepsBack.begun(callSteps).filter(isOfAddress);
  if (target === undefined || names.length === 0) return [];
  const there = standing ?? (await target.get(source.api, key));
  if (there === null) return [];
  const { identity } = there;
  const like: string[] = [];
  for (const name of names) {
    const made = await newcomerOf({ open }, stepsBack.get(name));
    if (
      made !== null &&
      likenessOf(identity, made.identity) !== 'none' &&
      !areStrangers(identity, made.identity)
    )
      like.push(name);
  }
  return like;
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
