/** What of a customer can be understood, for looking at records that the source refuses and at bodies that are on their way. */
import type { JsonObject } from '../../contract/target.ts';
import { countryCode, textIn } from '../../wire/fields.ts';
import { isObject } from '../../wire/objects.ts';
import { type CustomerWire, customerWire, invoiceAddress } from './wire.ts';

const ofAccount = ['email', 'firstname', 'middlename', 'lastname', 'taxvat'];
const ofAddress = [
  'id firstname middlename lastname company city postcode telephone vat_id',
  'default_billing default_shipping',
].flatMap((names) => names.split(' '));

export function readable(wire: JsonObject): CustomerWire {
  return customerWire.parse({
    ...textsOf(wire, ofAccount),
    id: textIn(wire.id) ?? '0',
    addresses: objectsIn(wire.addresses).map((address) => ({
      ...textsOf(address, ofAddress),
      default_billing: isTrue(address.default_billing),
      default_shipping: isTrue(address.default_shipping),
      street: [address.street].flat().map(textIn),
      country_id: countryCode.safeParse(textIn(address.country_id)).data,
      region: textIn(isObject(address.region) ? address.region.region : address.region),
    })),
  });
}

/** The address that a customer is read with, as it came. */
export function invoiceAddressIn(wire: JsonObject): JsonObject | undefined {
  return invoiceAddress(objectsIn(wire.addresses));
}

/** The objects of a list, as they came. */
export function objectsIn(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function isTrue(value: unknown): boolean {
  return value === true || /^(?:1|true)$/.test(textIn(value) ?? '');
}

function textsOf(fields: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(names.map((name) => [name, textIn(fields[name])]));
}
