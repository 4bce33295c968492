import type { Account } from '../../connectors/contract/account.ts';
import {
  type CustomerTarget,
  customerParts,
  type JsonObject,
  type Parts,
} from '../../connectors/contract/target.ts';
import type { Customer } from '../../records/customer.ts';
import { basesOfSent } from '../bases.ts';
import type { FlowContext } from '../contract.ts';
import { type Bases, type Fingerprint, isNone } from '../merge.ts';
import { chosenFields, chosenNames } from './chosen-fields.ts';
import { type CustomerBody, customerBody } from './record/body.ts';
import type { CustomersSettings } from './settings.ts';

type Context = FlowContext<CustomersSettings>;

/** What a flow says of a customer: the whole body, and the same by part. */
export interface Saying extends CustomerBody {
  readonly said: Parts;
  /** Every part that it could say of anybody: those that all systems know, and those of settings and mapping. */
  readonly speaks: ReadonlySet<string>;
}

/** Makes no calls. Mapped fields have the target's plain names here, and read `customer`. */
export async function sayingOf(
  context: Pick<Context, 'mapping' | 'settings' | 'fingerprint'>,
  target: CustomerTarget,
  customer: Customer,
  account: Account,
): Promise<Saying> {
  const chosen = chosenFields(context.settings, target, customer);
  const whole = await customerBody(context, target, customer, {
    part: '',
    input: { customer },
    chosen,
    account,
  });
  const said = Object.entries(target.partsOf(whole.body)).filter(([, value]) => !isNone(value));
  return { ...whole, said: Object.fromEntries(said), speaks: speaksOf(context, target) };
}

export function speaksOf(
  { settings, mapping }: Pick<Context, 'mapping' | 'settings'>,
  target: CustomerTarget,
): ReadonlySet<string> {
  const own = [...chosenNames(settings, target), ...Object.keys(settings.fixed), ...Object.keys(mapping)];
  return new Set([...customerParts, ...own]);
}

/** Returns what a body says of a new record, by part. */
export function basesOfBody(
  context: Pick<Context, 'fingerprint'>,
  target: CustomerTarget,
  body: JsonObject,
): Promise<Bases> {
  const said = target.partsOf(body);
  return basesOfSent(Object.keys(said), said, {}, shortFingerprint(context));
}

/** Bases are many, and twelve characters tell values of one part of one record apart. */
export function shortFingerprint({ fingerprint }: Pick<Context, 'fingerprint'>): Fingerprint {
  return async (value) => (await fingerprint(value)).slice(0, 12);
}
