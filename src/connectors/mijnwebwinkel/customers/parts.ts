/** A customer by part: what a body says, and what stands in a record; and the body of an update that says less. */
import type { JsonObject, Parts, StoredCustomer } from '../../contract/target.ts';
import { namesOfKind, partsOfRecord } from '../../wire/customer-parts.ts';
import { countryCode, textIn } from '../../wire/fields.ts';
import { asObject, isObject, only } from '../../wire/objects.ts';
import { isOwn } from './target-fields.ts';
import { type CustomerWire, customerFromWire, customerWire, mainAddress } from './wire.ts';

/** As it came, where it is a list of objects. */
export function addressesIn(wire: JsonObject): readonly JsonObject[] {
  return Array.isArray(wire.addresses) ? wire.addresses.filter(isObject) : [];
}

/** What of a record or a body can be understood. */
export function readable(wire: JsonObject): CustomerWire {
  const texts = (fields: JsonObject) =>
    Object.fromEntries(Object.keys(fields).map((name) => [name, textIn(fields[name])]));
  const addresses = addressesIn(wire).map((address) => ({
    ...texts(address),
    countryCode: countryCode.safeParse(address.countryCode).data,
    isDefaultForInvoice: address.isDefaultForInvoice === true,
  }));
  return customerWire.parse({ ...texts(wire), id: textIn(wire.id) ?? '0', addresses });
}

export function partsInStored(wire: JsonObject): Parts {
  const address = mainAddress(addressesIn(wire)) ?? {};
  const own = only({ ...address, ...wire }, isOwn);
  // A VAT number is whatever was typed there.
  return partsOfRecord({ ...customerFromWire(readable(wire)), vatNumber: textIn(address.taxNumber) }, own);
}

/** A body that says no company, not even that there is none, was narrowed, and says no kind. */
export function partsOfBody(body: JsonObject): Parts {
  const { address } = body;
  const { kind, ...parts } = partsInStored({ ...body, addresses: isObject(address) ? [address] : [] });
  return asObject(address).company === undefined ? parts : { kind, ...parts };
}

const ofPart: Readonly<Record<string, readonly string[]>> = {
  vatNumber: ['taxNumber'],
  phone: ['phone'],
  address: ['street', 'streetNumber', 'zipCode', 'city', 'countryCode'],
};

/** What is to be emptied is named: PATCH leaves alone what it does not name. With a kind that is said alone go the names that stand. */
export function narrowedBody(
  body: JsonObject,
  parts: ReadonlySet<string>,
  { wire }: Pick<StoredCustomer, 'wire'>,
): JsonObject {
  const said = asObject(body.address);
  const isCompany = textIn(said.company) !== undefined;
  const { firstName, lastName } = body;
  const top: Record<string, unknown> = {};
  const address: Record<string, unknown> = {};
  for (const part of parts) {
    if (part === 'email') top.email = body.email;
    if (part === (isCompany ? 'contact' : 'name')) Object.assign(top, { firstName, lastName });
    if (part === 'kind' || (part === 'name' && isCompany)) address.company = said.company ?? '';
    // It would make a company of a person.
    if (part === 'kind' && !isCompany) address.taxNumber = '';
    for (const name of ofPart[part] ?? [])
      address[name] = said[name] ?? (name === 'countryCode' ? undefined : '');
    if (isOwn(part))
      Object.assign(part in said || part === 'iban' || part === 'gender' ? address : top, {
        [part]: body[part] ?? said[part] ?? '',
      });
  }
  if (parts.has('kind') && !parts.has('name')) {
    const { company, ...names } = namesOfKind(partsInStored(wire), textIn(said.company) ?? '');
    Object.assign(top, names);
    address.company = company;
  }
  const isStated = (_: string, value: unknown) => value !== undefined;
  const stated = only(address, isStated);
  return {
    ...only(top, isStated),
    ...(Object.keys(stated).length === 0 ? {} : { address: stated }),
  };
}
