/** What is sent over a customer that exists: its addresses are replaced as a whole, so all of them go back (sheet 9.4). */
import type { JsonObject } from '../connector.ts';
import { contains } from '../contains.ts';
import { customerAddressWire } from './customer-wire.ts';
import { addressOf } from './person.ts';
import { completed } from './person-to-wire.ts';
import { present } from './wire.ts';

/** Whatever modules add to an address stays where it is; what is not understood is never sent back (sheet 3). */
const keptOfAddress = [
  ...[
    'id',
    'customer_id',
    'region',
    'region_id',
    'country_id',
    'street',
    'company',
    'telephone',
    'fax',
    'postcode',
  ],
  ...['city', 'firstname', 'lastname', 'middlename', 'prefix', 'suffix', 'vat_id'],
  ...['default_shipping', 'default_billing', 'custom_attributes'],
];

export function holdsCustomer(wire: JsonObject, body: JsonObject): boolean {
  const { addresses, ...account } = body;
  const [wanted] = listOf(addresses);
  if (!contains(wire, named(wire, account))) return false;
  if (wanted === undefined) return true;
  const billing = billingOf(listOf(wire.addresses));
  return billing !== undefined && holdsAddress(billing, wanted);
}

/** By what is said, not by how it is spread over the street's lines. */
function holdsAddress(stored: JsonObject, wanted: JsonObject): boolean {
  const { street: _, region: _region, ...others } = wanted;
  return contains(stored, named(stored, others)) && contains(placeOf(stored), placeOf(wanted));
}

/** A last name with its prefix may stand in two fields ("van" "Dijk"): it stays so, or the first of them goes. */
function named(stored: JsonObject, wanted: JsonObject): JsonObject {
  const { middlename, lastname } = stored;
  if (typeof middlename !== 'string' || middlename === '') return wanted;
  if (wanted.lastname === undefined || wanted.middlename !== undefined) return wanted;
  return wanted.lastname === `${middlename} ${lastname}`
    ? { ...wanted, middlename, lastname }
    : { ...wanted, middlename: '' };
}

function placeOf(address: JsonObject): { street: unknown; region: unknown } {
  const place = addressOf(customerAddressWire.safeParse(address).data);
  return { street: [place?.street, place?.extra], region: place?.region };
}

/** Required even where nothing of it changes, or reset when left out (sheet 9.4). */
const alwaysSent = ['email', 'firstname', 'lastname', 'website_id', 'store_id'];

export function mergedCustomer(id: string, wire: JsonObject, body: JsonObject): JsonObject {
  const kept = Object.fromEntries(alwaysSent.map((name) => [name, wire[name]]));
  const { addresses, ...account } = body;
  const [wanted] = listOf(addresses);
  return {
    ...present(kept),
    ...named(wire, account),
    id: Number(id),
    ...(wanted === undefined ? {} : { addresses: mergedAddresses(listOf(wire.addresses), wanted) }),
  };
}

function mergedAddresses(stored: readonly JsonObject[], wanted: JsonObject): JsonObject[] {
  const kept = stored.map((address) => present(pick(address, keptOfAddress)));
  const billing = billingOf(kept);
  if (billing === undefined) {
    const first = !kept.some((address) => address.default_shipping === true);
    return [...kept, completed({ ...wanted, ...(first ? { default_shipping: true } : {}) })];
  }
  return kept.map((address) => (address === billing ? completed(overwritten(address, wanted)) : address));
}

/** A region of the list has an id, which would go before a new name. */
function overwritten(address: JsonObject, wanted: JsonObject): Record<string, unknown> {
  const sameRegion = contains(placeOf(address).region, placeOf(wanted).region);
  const sameCountry = wanted.country_id === address.country_id;
  const { region, region_id: regionId, ...others } = address;
  const { region: newRegion, ...changes } = named(address, wanted);
  const regions =
    sameCountry && (newRegion === undefined || sameRegion)
      ? { region, region_id: regionId }
      : { region: newRegion, region_id: newRegion === undefined ? undefined : 0 };
  return present({ ...others, ...changes, ...regions });
}

function billingOf(addresses: readonly JsonObject[]): JsonObject | undefined {
  return addresses.find((address) => address.default_billing === true);
}

function listOf(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value : [];
}

function pick(fields: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => names.includes(name)));
}
