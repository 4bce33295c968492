/** What is sent over a customer that exists: its addresses are replaced as a whole, so all of them go back (sheet 9.4). */
import type { JsonObject } from '../../contract/target.ts';
import { contains } from '../../wire/contains.ts';
import { present } from '../../wire/fields.ts';
import { asObject, only } from '../../wire/objects.ts';
import { placeholder } from '../fields.ts';
import { addressOf } from '../party.ts';
import { completed } from '../party-to-wire.ts';
import { customerAddressWire } from './wire.ts';

/** Whatever modules add to an address stays where it is; what is not understood is never sent back (sheet 3). */
const keptOfAddress = [
  'id customer_id prefix firstname middlename lastname suffix company vat_id telephone fax',
  'street postcode city region region_id country_id default_shipping default_billing custom_attributes',
].flatMap((names) => names.split(' '));

/** The same for every website and store view: a link's fingerprint outlives a change of the shop's own. */
export function saidOfCustomer(body: JsonObject): JsonObject {
  const { account, address } = wantedOf(body);
  return address === undefined ? account : { ...account, addresses: [address] };
}

export function holdsCustomer(wire: JsonObject, body: JsonObject): boolean {
  const { account, address: wanted } = wantedOf(body);
  if (!contains(wire, named(wire, account))) return false;
  if (wanted === undefined) return true;
  const stored = invoiceAddress(listOf(wire.addresses));
  return stored !== undefined && holdsAddress(wire, stored, wanted);
}

/**
 * What a new customer's body says of one that is there already: that one stays in its website and store view, and what
 * stands where nobody knows a value is none.
 */
function wantedOf({ customer }: JsonObject) {
  const { addresses, website_id: _, store_id: __, ...account } = asObject(customer);
  const [address] = listOf(addresses);
  const isKnown = (name: string, value: unknown) => name !== 'default_shipping' && value !== placeholder;
  return { account: only(account, isKnown), address: address && only(address, isKnown) };
}

/** By what is said, not by how it is spread over the street's lines, or over address and account. */
function holdsAddress(wire: JsonObject, stored: JsonObject, wanted: JsonObject): boolean {
  const { street: _, region: __, default_billing: ___, ...others } = changesOf(wire, stored, wanted);
  const said = { vat_id: wire.taxvat, ...present(stored) };
  const [here, there] = [placeOf(stored), placeOf(wanted)];
  return contains(said, others) && contains(here.street, there.street) && isRegionOf(here, there);
}

/** An address in another name than the account's is somebody else's: its names stay. */
function changesOf(wire: JsonObject, stored: JsonObject, wanted: JsonObject): JsonObject {
  return nameOf(wire) === nameOf(stored) ? named(stored, wanted) : withoutNames(wanted);
}

function nameOf({ firstname, middlename, lastname }: JsonObject): string {
  return [firstname, middlename, lastname].filter(Boolean).join(' ').replace(/\s+/g, ' ').trim();
}

/** The same name stays as the shop has split it ("van" may be a field of its own); another takes the place of all of it. */
function named(stored: JsonObject, wanted: JsonObject): JsonObject {
  if (wanted.middlename !== undefined || wanted.firstname === undefined) return wanted;
  if (nameOf(wanted) === nameOf(stored)) return withoutNames(wanted);
  return wanted.lastname !== undefined && stored.middlename ? { ...wanted, middlename: '' } : wanted;
}

function withoutNames(fields: JsonObject): JsonObject {
  const { firstname: _, middlename: __, lastname: ___, ...others } = fields;
  return others;
}

interface Place {
  readonly street: readonly (string | undefined)[];
  readonly region: string | undefined;
}

function placeOf(address: JsonObject): Place {
  const place = addressOf(customerAddressWire.safeParse(address).data);
  return { street: [place?.street, place?.extra], region: place?.region };
}

/** Required even where nothing of it changes, or reset when left out (sheet 9.4). */
const alwaysSent = ['email', 'firstname', 'lastname', 'website_id', 'store_id', 'group_id'];

export function mergedCustomer(id: string, wire: JsonObject, body: JsonObject): JsonObject {
  const kept = Object.fromEntries(alwaysSent.map((name) => [name, wire[name]]));
  const { account, address: wanted } = wantedOf(body);
  return {
    ...present(kept),
    ...named(wire, account),
    id: Number(id),
    ...(wanted === undefined ? {} : { addresses: mergedAddresses(wire, wanted) }),
  };
}

/** Where there is no region it is told as an object of nulls (sheet 9.3). */
function keptAddress(address: JsonObject): JsonObject {
  const {
    region,
    region_id: regionId,
    ...others
  } = present(only(address, (name) => keptOfAddress.includes(name)));
  const named = placeOf(address).region !== undefined;
  return named ? { ...others, region, ...present({ region_id: regionId }) } : others;
}

function mergedAddresses(wire: JsonObject, wanted: JsonObject): JsonObject[] {
  const kept = listOf(wire.addresses).map(keptAddress);
  const billing = billingOf(kept);
  if (billing === undefined) {
    const first = !kept.some((address) => address.default_shipping === true);
    return [...kept, completed({ ...wanted, ...(first ? { default_shipping: true } : {}) })];
  }
  return kept.map((address) =>
    address === billing ? completed(overwritten(address, changesOf(wire, address, wanted))) : address,
  );
}

function overwritten(address: JsonObject, wanted: JsonObject): Record<string, unknown> {
  const { region: _, region_id: __, ...others } = address;
  const { region: ___, ...changes } = wanted;
  return present({ ...others, ...changes, ...regionFields(address, wanted) });
}

/** A region of the shop's list has an id, which would go before another name; it stays as long as it is the one. */
function regionFields(address: JsonObject, wanted: JsonObject): JsonObject {
  if (wanted.country_id === address.country_id && isRegionOf(placeOf(address), placeOf(wanted))) {
    return only(address, (name) => name === 'region' || name === 'region_id');
  }
  return { region: wanted.region ?? (address.region === undefined ? undefined : noRegion) };
}

/** One of another country is gone even where the new one has none. */
const noRegion = { region_code: '', region: '', region_id: 0 };

function isRegionOf(stored: Place, wanted: Place): boolean {
  return wanted.region === undefined || wanted.region === stored.region;
}

/** The one that a customer is read with (wire.ts). */
function invoiceAddress(addresses: readonly JsonObject[]): JsonObject | undefined {
  const shipping = addresses.find((address) => address.default_shipping === true);
  return billingOf(addresses) ?? shipping ?? addresses[0];
}

function billingOf(addresses: readonly JsonObject[]): JsonObject | undefined {
  return addresses.find((address) => address.default_billing === true);
}

function listOf(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value : [];
}
