import type { Source } from '../../connectors/contract/source.ts';
import type { CustomerTarget, ExistingCustomer, JsonObject } from '../../connectors/contract/target.ts';
import { type Customer, emailKey } from '../../records/customer.ts';
import { type Reason, reason } from '../../records/reason.ts';
import type { FlowContext } from '../contract.ts';
import type { CustomerLink } from '../links.ts';
import type { Bases } from '../merge.ts';
import { checkBegunOtherwise } from './begun-otherwise.ts';
import { lateOfOthers, lateWork } from './late-work.ts';
import { basesWith, begunBy, hasNews, type Met, meet } from './meet.ts';
import { sentParts, stepsOf } from './record/call-step.ts';
import { type CustomerKeys, knownCustomer, orderedOf } from './record/links.ts';
import { checkAmbiguous, checkStranger } from './record/plan-missing.ts';
import { updateStep } from './record/write-customer.ts';
import { type Saying, sayingOf, shortFingerprint } from './saying.ts';
import type { CustomersSettings } from './settings.ts';
import { checkNewAddress, isOthers, stayingAmong } from './shared-address.ts';
import { isLinkedToAnother, orderedBy, ownLink, standingIn } from './standing-in.ts';
import { checkUnderWay } from './under-way.ts';

type Context = FlowContext<CustomersSettings>;

/** The capabilities that the customers flow needs of source and target. */
export interface Endpoints {
  readonly source: Source<Customer>;
  readonly target: CustomerTarget;
}

/** A customer that can be found: it has an address. */
export interface FindableCustomer {
  readonly customer: Customer;
  readonly email: string;
  readonly emailFingerprint: string;
  /** The record as it stands in the source; null where nothing goes back. */
  readonly standing: ExistingCustomer | null;
}

/** `use`: it is linked, and there is nothing new. `gone`: it was linked to a record that is not in the target any more. */
export type CustomersPlan =
  | { readonly kind: 'skip' }
  | { readonly kind: 'use'; readonly id: string }
  | { readonly kind: 'gone'; readonly id: string }
  | { readonly kind: 'create'; readonly besides: readonly string[] }
  | { readonly kind: 'meet'; readonly existing: ExistingCustomer; readonly met: Met };

type PlanReason =
  | 'nothing_new'
  | 'created'
  | 'not_created'
  | 'archived'
  | 'left_gone'
  | 'already_so'
  | 'updated'
  | 'not_updated';

export interface Planned {
  readonly plan: CustomersPlan;
  readonly keys: CustomerKeys;
  /** Steps of calls that make this one, whoever began them. */
  readonly begun: readonly string[];
  readonly saying: Saying;
  /** Why it goes that way, for people. */
  readonly reason: Reason;
  /** What the target would be sent, also where it is not. Of an update only what it sets. */
  readonly body: JsonObject;
}

/**
 * Plans everything up to the first write. Throws `email_shared`, `email_taken`, `customer_ambiguous` and
 * `customer_kind_differs`.
 */
export async function planCustomer(
  context: Context,
  endpoints: Endpoints,
  known: FindableCustomer,
): Promise<Planned> {
  const { settings, links, asked } = context;
  const { target } = endpoints;
  const saying = await sayingOf(context, target, known.customer, context.target.api.account);
  const keys: CustomerKeys = { emailFingerprint: known.emailFingerprint, who: saying.who };
  const begun = await stepsOf(context, { keys, email: known.email, identity: saying.identity });
  const planned = (plan: CustomersPlan, code: PlanReason, body = saying.body): Planned => ({
    plan,
    keys,
    begun,
    saying,
    reason: reason(code, {}),
    body,
  });
  const own = ownLink(context, keys);
  // A write that may have happened is looked at: the source may have been changed back since.
  const isSettled =
    !asked && context.steps.get(updateStep(context.key)) === null && own?.facts.late === undefined;
  if (own !== null && isSettled && (await isKnown(context, own, saying))) {
    return planned({ kind: 'use', id: own.targetId }, 'nothing_new');
  }
  if (own === null) checkBegunOtherwise(context, context.key, 'orders', keys);
  if (own === null && !context.named) {
    const { email, standing } = known;
    await checkUnderWay(context, { email, standing, keys, identity: saying.identity });
  }
  const linked = knownCustomer(links, keys) ?? orderedBy(context, keys, begun);
  const asking = { endpoints, known, keys, identity: saying.identity };
  const isTheirs = linked?.isSure === true && (await isOthers(context, asking, linked.targetId));
  const found = await standingIn(context, asking, { own, linked, isTheirs });
  const { fit } = found;
  if (fit === null) {
    if (found.archived) return planned({ kind: 'skip' }, 'archived');
    if (own !== null && own.targetId !== '' && !context.named) {
      if (asked && (await isKnown(context, own, saying))) return planned({ kind: 'skip' }, 'nothing_new');
      return own.facts.gone === 'left'
        ? planned({ kind: 'skip' }, 'left_gone')
        : planned({ kind: 'gone', id: own.targetId }, 'left_gone');
    }
    const others = await stayingAmong(context, asking, found.others);
    checkAmbiguous(context, target, { ...found, others }, settings.create);
    const besides = found.others.map(({ id }) => id).filter((id) => isLinkedToAnother(context, keys, id));
    return settings.create
      ? planned({ kind: 'create', besides }, 'created')
      : planned({ kind: 'skip' }, 'not_created');
  }
  if (fit.id !== own?.targetId) checkStranger(context, fit, saying.identity);
  const bases = basesWith(own, fit.id);
  const ofOthers = lateOfOthers(context, keys, fit.id)?.sent ?? [];
  const ours = [...lateWork(own, fit.id), orderedOf(links, keys, fit.id), ...ofOthers];
  const pair = { saying, existing: fit, standing: known.standing, bases, late: ours };
  const met = await meet(context, target, { ...pair, begun: begunWith(context, begun, fit.id, bases) });
  const isNewAddress = emailKey(fit.record?.email ?? '') !== emailKey(known.email);
  if (isNewAddress && met.writes.has('email')) await checkNewAddress(context, asking, fit);
  const plan = { kind: 'meet', existing: fit, met } as const;
  if (!settings.update && met.writes.size + met.conflicts.length > 0) return planned(plan, 'not_updated');
  if (met.writes.size === 0) return planned(plan, 'already_so');
  return planned(plan, 'updated', target.narrowed(saying.body, met.writes, fit));
}

/** A link of a version of before knows the body as a whole only. */
async function isKnown(
  context: Context,
  { facts, fingerprint }: CustomerLink,
  saying: Saying,
): Promise<boolean> {
  if (facts.bases === undefined) return fingerprint === saying.fingerprint;
  return !(await hasNews(saying, facts.bases, shortFingerprint(context)));
}

/** What a write sent that may have happened: an update, or the create that made this record. */
function begunWith(
  { steps, key }: Context,
  calls: readonly string[],
  id: string,
  bases: Bases,
): Bases | null {
  const made = calls
    .map((name) => steps.get(name))
    .find((step) => step === null || step.result === null || step.result === id);
  return (
    begunBy(steps.get(updateStep(key)), id, bases) ?? (made === undefined ? null : (sentParts(made) ?? {}))
  );
}
