import type { CustomerTarget, ExistingCustomer, JsonObject } from '../../../connectors/contract/target.ts';
import { areStrangers, type Identity } from '../../../records/identity.ts';
import { rejected } from '../../../records/problem.ts';
import type { FlowContext } from '../../contract.ts';
import type { CustomerPlan } from './customer-plan.ts';
import { type FoundCustomer, mayBeBookedOn } from './find-customer.ts';
import type { CustomerKeys } from './links.ts';

interface Meant {
  readonly body: JsonObject;
  readonly fingerprint: string;
  readonly identity: Identity;
  readonly keys: CustomerKeys;
  /** Whether a new one may be made. */
  readonly create: boolean;
}

/**
 * Plans what to do where the target has nobody in use that is meant. One that was put away there and says all of it already
 * serves as it is; it is never written to. Throws `customer_missing` and `customer_ambiguous`.
 */
export function planMissing(
  context: FlowContext,
  target: CustomerTarget,
  found: FoundCustomer,
  { body, fingerprint, identity, keys, create }: Meant,
): CustomerPlan {
  const { archived } = found;
  if (archived !== null && (!create || target.isUpToDate(archived, body))) {
    return { kind: 'adopt', id: archived.id, keys, identity, fingerprint: '', said: fingerprint };
  }
  checkAmbiguous(context, target, found, create);
  if (!create) throw rejected('customer_missing', {});
  const { others } = found;
  return {
    ...{ kind: 'create', body, identity, keys, fingerprint },
    besides: others.map(({ id }) => id),
    instead: others.filter((each) => mayBeBookedOn(each, identity)).map(({ id }) => id),
  };
}

/**
 * Throws `customer_ambiguous`: a private person under a wholly other name has the address, and nobody knows whether that is the
 * same one.
 */
export function checkStranger(
  { key, target: { connector } }: Pick<FlowContext, 'key' | 'target'>,
  record: ExistingCustomer,
  meant: Identity,
): void {
  if (!areStrangers(record.identity, meant)) return;
  throw rejected('customer_ambiguous', { of: 'stranger', system: connector.name, ids: [record.id], key });
}

/** Throws `customer_ambiguous`: Koppel would have to guess, or to write over somebody else. */
export function checkAmbiguous(
  { key, target: { connector } }: FlowContext,
  { sharesEmails }: CustomerTarget,
  { tied, others }: FoundCustomer,
  create: boolean,
): void {
  const system = connector.name;
  const ids = (these: FoundCustomer['others']) => these.map(({ id }) => id);
  if (tied.length > 1) throw rejected('customer_ambiguous', { of: 'several', system, ids: ids(tied), key });
  if (others.length > 0 && !(create && sharesEmails)) {
    throw rejected('customer_ambiguous', { of: create ? 'taken' : 'another', system, ids: ids(others), key });
  }
}
