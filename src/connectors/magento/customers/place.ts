/** The place of an address: street, town, region and country, which change together. */
import type { JsonObject } from '../../contract/target.ts';
import { contains } from '../../wire/contains.ts';
import { present, textIn } from '../../wire/fields.ts';
import { isObject, only } from '../../wire/objects.ts';
import { placeholder } from '../../wire/placeholder.ts';
import { addressOf } from '../party.ts';
import { isNamed } from './region-names.ts';
import { customerAddressWire } from './wire.ts';

const ofPlace = new Set(['street', 'city', 'postcode', 'country_id', 'region', 'region_id']);

export function isOfPlace(name: string): boolean {
  return ofPlace.has(name);
}

/** The country stays: Magento takes no address without one. */
export const emptiedPlace = { street: [placeholder], city: placeholder, postcode: placeholder };

export function hasPlace(address: JsonObject): boolean {
  return Object.keys(placeOf(address)).length > 0;
}

/** The address with another place. A street that is the same stays as the shop has spread it over lines. */
export function placeAfter(address: JsonObject, wanted: JsonObject): JsonObject {
  const { region: _, region_id: __, ...others } = address;
  const { region: ___, region_id: ____, ...place } = only(wanted, isOfPlace);
  const [here, there] = [placeOf(address), placeOf(wanted)];
  const isSameStreet = here.street === there.street && here.extra === there.extra;
  return {
    ...others,
    ...place,
    ...(isSameStreet ? { street: address.street } : {}),
    ...regionAfter(address, wanted),
  };
}

/**
 * A region of the shop's list has an id, which would go before another name; it stays as long as it is the one. Where none is
 * named it is left behind with its country, and with its town where the postal code is another too.
 */
function regionAfter(address: JsonObject, wanted: JsonObject): JsonObject {
  const [here, there] = [placeOf(address), placeOf(wanted)];
  const isAbroad = !contains(wanted.country_id, address.country_id);
  const isElsewhere = here.city !== there.city && here.postalCode !== there.postalCode;
  const isSame = there.region === undefined ? !isElsewhere : isRegionOf(address, there.region);
  if (!isAbroad && isSame) return keptRegion(address);
  return { region: wanted.region ?? noRegion };
}

/** Whether an address stands in the region of this name or code. */
export function isRegionOf({ region, country_id: country }: JsonObject, named: string): boolean {
  const { region: name, region_code: code } = isObject(region) ? region : { region };
  return isNamed({ code: textIn(code), name: textIn(name) }, named, textIn(country) ?? '');
}

/** One of another place is gone even where the new one has none. */
const noRegion = { region_code: '', region: '', region_id: 0 };

/** Where there is no region it is told as an object of nulls (sheet 9.3). */
export function keptRegion({ region, region_id: id }: JsonObject): JsonObject {
  return textIn(isObject(region) ? region.region : region) !== undefined
    ? { region, ...present({ region_id: id }) }
    : {};
}

function placeOf(address: JsonObject) {
  const read = addressOf(customerAddressWire.safeParse(address).data) ?? {};
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined)) as typeof read;
}
