/** A customer by part: what a body says, and what stands in a record. */
import type { JsonObject, Parts } from '../../contract/target.ts';
import { partsOfRecord } from '../../wire/customer-parts.ts';
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
