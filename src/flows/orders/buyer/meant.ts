import type { JsonObject } from '../../../connectors/contract/target.ts';
import { type Identity, namedParts } from '../../../records/identity.ts';
import { chosenClass, customerBody } from '../../customers/record/body.ts';
import type { CustomerKeys } from '../../customers/record/links.ts';
import type { OrderWork } from '../work.ts';

/** Who is to stand on the order's document, as the target would be told. */
export interface MeantBuyer {
  readonly email: string;
  readonly identity: Identity;
  readonly body: JsonObject;
  /** Keyed fingerprint of what the body says. */
  readonly fingerprint: string;
  readonly keys: CustomerKeys;
  /** The keys of a record beside the one that has `keys`: of somebody else with the address, or with other data. */
  ownKeys(): Promise<CustomerKeys>;
}

/** Makes no calls. `emailFingerprint` is that of `email`. */
export async function meantBuyer(
  { context, endpoints, order }: OrderWork,
  email: string,
  emailFingerprint: string,
): Promise<MeantBuyer> {
  const { customer } = order;
  const target = endpoints.customers;
  const chosen = chosenClass(context.settings.customer.classification, customer, 'customer.classification');
  const field = target.classificationField;
  const { body, identity, who, fingerprint } = await customerBody(context, target, customer, {
    part: 'customer',
    input: { order, customer },
    chosen: chosen === undefined || field === undefined ? {} : { [field]: chosen },
    account: context.target.api.account,
  });
  const ownKeys = async () => ({
    emailFingerprint,
    who: await context.fingerprint(namedParts(customer.email ?? '', identity)),
  });
  return { email, identity, body, fingerprint, keys: { emailFingerprint, who }, ownKeys };
}
