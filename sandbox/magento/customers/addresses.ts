/** The addresses of a customer, which are only ever replaced as a list (sheet 9.4). */
import { isObject, type JsonObject, objectsIn, textIn, without } from '../../kit/json.ts';
import { noSuchEntity, refusal, requireFields } from '../refusal.ts';
import type { Shop } from '../shop.ts';
import { regionById, regionsOf } from '../stores/regions.ts';

/** Those without an id are new, those that are not in the list are gone. */
export function replaceAddresses(shop: Shop, customer: JsonObject, given: readonly JsonObject[]): void {
  const before = objectsIn(customer.addresses);
  const addresses = given.map((address): JsonObject => {
    const old = before.find(({ id }) => id === address.id);
    if (address.id !== undefined && old === undefined) throw noSuchEntity('addressId', address.id);
    const merged: JsonObject = { ...old, ...address };
    // A region that is not sent belongs to the address as it was, unless that is in another country now.
    const isRegionNamed = address.region !== undefined || address.region_id !== undefined;
    if (!isRegionNamed && old !== undefined && old.country_id !== merged.country_id) {
      delete merged.region;
      delete merged.region_id;
    }
    checkAddress(shop, merged);
    return withoutEmpty({
      id: old === undefined ? shop.ids.next('customerAddress') : Number(old.id),
      customer_id: customer.id ?? 0,
      region: regionOf(merged),
      region_id: regionIdOf(merged),
      ...without(merged, 'id', 'customer_id', 'region', 'region_id'),
    });
  });
  for (const kind of ['default_billing', 'default_shipping'] as const) {
    const chosen = addresses.findLast((address) => address[kind] === true);
    for (const address of addresses) if (address !== chosen) delete address[kind];
    if (chosen === undefined) delete customer[kind];
    else customer[kind] = String(chosen.id);
  }
  customer.addresses = addresses;
}

/** An empty text is no value, and a value that is not there is left out (sheet 3; that "" is none is inferred). */
export function withoutEmpty(entity: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(entity).filter(
      ([name, value]) => value !== '' && !(name === 'custom_attributes' && objectsIn(value).length === 0),
    ),
  );
}

/** The id beside the region wins over the one in it; which of them counts is inferred. */
function regionIdOf({ region, region_id }: JsonObject): number {
  return Number(region_id ?? (isObject(region) ? region.region_id : undefined) ?? 0);
}

/** One of the list gets its code and name from there, whatever the caller called it. */
function regionOf(address: JsonObject): JsonObject {
  const id = regionIdOf(address);
  const listed = regionById(textIn(address, 'country_id'), id);
  if (listed !== undefined) return { region_code: listed.code, region: listed.name, region_id: id };
  const given = isObject(address.region) ? address.region : {};
  return { region_code: given.region_code || null, region: given.region || null, region_id: id };
}

/**
 * The sheet has no words on regions. Where the shop requires one, only an id of its list will do (sheet 15): the name
 * alone is refused, as is an id of another country. Both are inferred, and the harder reading.
 */
function checkAddress(shop: Shop, address: JsonObject): void {
  const country = textIn(address, 'country_id');
  const id = regionIdOf(address);
  const isRegionNeeded = shop.settings().regionRequired.includes(country) && regionsOf(country).length > 0;
  const needed = ['firstname', 'lastname', 'street', 'city', 'telephone', 'postcode', 'country_id'];
  requireFields(
    { ...address, regionId: id === 0 ? '' : id },
    isRegionNeeded ? [...needed, 'regionId'] : needed,
    (value) =>
      value === undefined || (Array.isArray(value) ? value.every((line) => line === '') : value === ''),
  );
  if (id === 0 || regionsOf(country).length === 0 || regionById(country, id) !== undefined) return;
  const text = 'Invalid value of "%value" provided for the %fieldName field.';
  throw refusal(400, text, { fieldName: 'regionId', value: id });
}
