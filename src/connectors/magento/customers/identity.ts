import { buyerKind, vatNumberIn } from '../../../records/business.ts';
import { type Identity, identityOf } from '../../../records/identity.ts';
import type { CustomerDraft, JsonObject } from '../../contract/target.ts';
import { textIn } from '../../wire/fields.ts';
import { customerFromWire, customerWire } from './wire.ts';

/** The one that the source would read. An account without address and VAT number may be anybody's. */
export function identityOfWire(wire: JsonObject): Identity {
  const read = customerWire.safeParse(wire);
  if (!read.success) return { kind: null, name: '', vatNumber: undefined };
  const identity = identityOf(customerFromWire(read.data));
  const says = identity.vatNumber !== undefined || read.data.addresses.length > 0;
  return says ? identity : { ...identity, kind: null };
}

export function identityOfDraft({ customer, fields }: CustomerDraft): Identity {
  const company = textIn(fields.company) ?? customer.company;
  const vatNumber =
    vatNumberIn(textIn(fields.vat_id)) ?? vatNumberIn(textIn(fields.taxvat)) ?? customer.vatNumber;
  const kind = customer.kind === 'company' ? 'company' : buyerKind({ company, vatNumber });
  return identityOf({ ...customer, kind, company, vatNumber });
}
