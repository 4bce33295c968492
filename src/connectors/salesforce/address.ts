/** Addresses (sheet 5.1, 5.3): the same five fields before which their use stands, and codes where the org has lists. */
import { z } from 'zod';
import type { Address } from '../../records/address.ts';
import type { JsonObject } from '../contract/target.ts';
import { countryCode, text, textIn } from '../wire/fields.ts';
import { addressOrNone, streetLines, streetOf } from '../wire/party.ts';
import { codeOf, countryText, nameOf } from './countries.ts';
import type { Org } from './org.ts';

export type Use = 'Billing' | 'Shipping';

/** What is asked for of an address. */
export function addressFields(use: Use, { countryCodes }: Org): string[] {
  const parts = ['Street', 'PostalCode', 'City', 'State', 'Country'];
  return [...parts, ...(countryCodes ? ['StateCode', 'CountryCode'] : [])].map((part) => `${use}${part}`);
}

const wire = z.object({
  Street: text,
  PostalCode: text,
  City: text,
  State: text,
  StateCode: text,
  Country: countryText,
  CountryCode: countryCode,
});

/** The schema of a record's address, which gives it in the form of records; undefined where there is none. */
export function addressWire(use: Use) {
  return z
    .record(z.string(), z.unknown())
    .transform((record) =>
      Object.fromEntries(Object.keys(wire.shape).map((part) => [part, record[`${use}${part}`]])),
    )
    .pipe(wire)
    .transform(({ Street, PostalCode, City, State, StateCode, Country, CountryCode }) =>
      addressOrNone({
        ...streetOf(linesOf(Street)),
        postalCode: PostalCode,
        city: City,
        region: StateCode ?? State,
        country: CountryCode ?? Country,
      }),
    );
}

function linesOf(street: string | undefined): string[] {
  return (street ?? '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Of what is looked at and may be anything: a country that is none is left out. */
export function addressIn(use: Use, record: JsonObject): Address | undefined {
  const part = (name: string) => textIn(record[`${use}${name}`]);
  return addressOrNone({
    ...streetOf(linesOf(part('Street'))),
    postalCode: part('PostalCode'),
    city: part('City'),
    region: part('StateCode') ?? part('State'),
    country: codeOf(part('CountryCode')) ?? codeOf(part('Country')),
  });
}

/**
 * What is said of an address. A province goes where the org has a text for it, or lists it for that country; one that it does not know is left
 * out, as it would refuse the record.
 */
export function addressToWire(use: Use, address: Address, { countryCodes, states }: Org): JsonObject {
  const { postalCode, city, region, country } = address;
  const isListed = country !== undefined && region !== undefined && states.has(`${country}-${region}`);
  const place = countryCodes
    ? { StateCode: isListed ? region : undefined, CountryCode: country }
    : { State: region?.trim(), Country: country === undefined ? undefined : nameOf(country) };
  const parts = {
    Street: streetLines(address).join('\n'),
    PostalCode: postalCode?.trim(),
    City: city?.trim(),
    ...place,
  };
  return Object.fromEntries(
    Object.entries(parts).flatMap(([part, value]) => (value ? [[`${use}${part}`, value]] : [])),
  );
}
