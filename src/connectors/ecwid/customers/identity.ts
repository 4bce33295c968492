import { type Identity, identityOf } from '../../../records/identity.ts';
import type { CustomerDraft, JsonObject } from '../../contract/target.ts';
import { textIn } from '../../wire/fields.ts';
import { customerFromWire, customerWire } from './wire.ts';

/** The one that the source would read: both tell a company by the same rule. */
export function identityOfWire(wire: JsonObject): Identity {
  const read = customerWire.safeParse(wire);
  return read.success
    ? { ...identityOf(customerFromWire(read.data)), vatNumber: read.data.taxId }
    : { kind: null, name: '', vatNumber: undefined };
}

export function identityOfDraft({ customer, fields }: CustomerDraft): Identity {
  const { companyName, taxId } = fields;
  const company = textIn(companyName) ?? customer.company;
  const isCompany = customer.kind === 'company' || textIn(companyName) !== undefined;
  const vatNumber = textIn(taxId) ?? customer.vatNumber;
  return identityOf({ ...customer, kind: isCompany ? 'company' : 'person', company, vatNumber });
}
