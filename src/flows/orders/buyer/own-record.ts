/** A record beside the one that somebody else keeps: of an order that says something else, or of another with its address. */
import type { ExistingCustomer } from '../../../connectors/contract/target.ts';
import { areStrangers, isOfKind } from '../../../records/identity.ts';
import { rejected } from '../../../records/problem.ts';
import type { Step } from '../../contract.ts';
import { sentFingerprint, stepsOf } from '../../customers/record/call-step.ts';
import type { CustomerPlan } from '../../customers/record/customer-plan.ts';
import { customersWith, mayBeBookedOn } from '../../customers/record/find-customer.ts';
import { type CustomerKeys, ownerOf } from '../../customers/record/links.ts';
import { looksAgainAt } from '../../write-once.ts';
import type { OrderWork } from '../work.ts';
import type { MeantBuyer } from './meant.ts';
import { saysSame } from './says-same.ts';

/** Returns the record, or null where it is gone, was put away, or has become somebody else. */
export async function ownRecord(
  { context, endpoints }: OrderWork,
  { identity }: MeantBuyer,
  id: string,
): Promise<ExistingCustomer | null> {
  const record = await endpoints.customers.get(context.target.api, id);
  if (record === null || record.archived || !isOfKind(record.identity, identity)) return null;
  return areStrangers(record.identity, identity) ? null : record;
}

/**
 * One that says the same already, else a new one. `fit` is the one that is kept; `others` those with its address, null where
 * nobody has looked. Throws `customer_ambiguous`.
 */
export async function planBeside(
  work: OrderWork,
  meant: MeantBuyer,
  keys: CustomerKeys,
  { fit, others }: { readonly fit: ExistingCustomer; readonly others: readonly ExistingCustomer[] | null },
): Promise<CustomerPlan> {
  const { context, endpoints } = work;
  const { body, identity, fingerprint } = meant;
  const found = (others ?? (await inUseWith(work, meant))).filter(({ id }) => id !== fit.id);
  const those = [fit, ...found];
  const instead = those.filter((each) => mayBeBookedOn(each, identity)).map(({ id }) => id);
  const same = found.find((each) => saysSame(work, meant, each));
  if (same) return { kind: 'adopt', id: same.id, keys, identity, fingerprint, body, instead };
  if (!context.settings.customer.create || !endpoints.customers.sharesEmails) {
    const { key, target } = context;
    throw rejected('customer_ambiguous', { of: 'kept', system: target.connector.name, ids: [fit.id], key });
  }
  return { kind: 'create', body, identity, keys, fingerprint, instead, besides: those.map(({ id }) => id) };
}

/**
 * Goes on with one that an order which says the same has begun to make, whatever has become of the others since. Returns null
 * where none is under way. It is none that is linked to somebody, nor `main`.
 */
export async function planBegun(
  work: OrderWork,
  meant: MeantBuyer,
  keys: CustomerKeys,
  main: string | undefined,
): Promise<CustomerPlan | null> {
  const { steps, links } = work.context;
  const { email, body, identity, fingerprint } = meant;
  // It may have been begun before `main` was kept by somebody.
  const isKept = main !== undefined && ownerOf(links, meant.keys, main) !== null;
  const names = await Promise.all(
    (isKept ? [keys, meant.keys] : [keys]).map((each) =>
      stepsOf(work.context, { keys: each, email, identity }),
    ),
  );
  const step = names.flat().find((name) => sentFingerprint(steps.get(name)) === fingerprint);
  if (step === undefined) return null;
  const inUse = await inUseWith(work, meant);
  const others = inUse.filter(
    (each) => !saysSame(work, meant, each) || links.recordsOf('customer', each.id).length > 0,
  );
  // Nothing came of it, or another order has taken that up: this one goes where it would go anyway.
  if (others.length === inUse.length && isOver(work, steps.get(step))) return null;
  const besides = [...others.map(({ id }) => id), ...(main === undefined ? [] : [main])];
  return { kind: 'create', body, identity, keys, step, fingerprint, besides };
}

/** Whether a call that was not answered can have made nothing any more that is not found by now. */
function isOver({ context: { target, now } }: OrderWork, step: Step | null): boolean {
  if (step === null || step.result !== null) return false;
  const { searchDelayMs: settleMs, commitDelayMs } = target.connector;
  return looksAgainAt(step.intendedAt, { settleMs, commitDelayMs }, now().getTime()) === null;
}

async function inUseWith(
  { context, endpoints }: OrderWork,
  { email }: MeantBuyer,
): Promise<readonly ExistingCustomer[]> {
  const all = await customersWith(endpoints.customers, context.target.api, email);
  return all.filter(({ archived }) => !archived);
}
