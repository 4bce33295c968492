/** Addresses in the words of the API (sheet 6.4). A house number is whole; what follows it is its suffix. */
import { type JsonObject, numberIn, textIn } from '../../kit/json.ts';
import { countryName } from '../../kit/places/country-names.ts';
import { invalid } from '../refusal.ts';

const texts =
  'initials company address_line_1 address_line_2 street housenumber_suffix zipcode city province';
const shared = `${texts} telephone mobile comment`.split(' ');

export interface Place {
  readonly name: string;
  readonly company?: string | undefined;
  /** Street and number as they were typed. */
  readonly street: string;
  /** A second line. */
  readonly extra?: string | undefined;
  readonly zipcode: string;
  readonly city: string;
  readonly country: string;
  readonly phone?: string | undefined;
  readonly comment?: string | undefined;
}

/** The fields that the API takes. A delivery address has its name in one. */
export function addressFields(place: Place, isBilling: boolean): JsonObject {
  const { name, company = '', street, extra = '', zipcode, city, country, phone = '', comment = '' } = place;
  const [first = '', ...others] = name.trim().split(/\s+/);
  return {
    ...(isBilling ? { first_name: first, last_name: others.join(' ') } : { full_name: name }),
    company,
    ...streetParts(street),
    address_line_2: extra,
    zipcode,
    city,
    country_code: country,
    telephone: phone,
    comment,
  };
}

/** `Lindelaan 8 bis` is a street, a number and a suffix; what has no number is a street. */
function streetParts(line: string): JsonObject {
  const match = /^(.*?\D)\s+(\d{1,6})(?:\D.*)?$/.exec(line.trim());
  if (match === null) return { street: line.trim(), housenumber: null, housenumber_suffix: '' };
  const [, street = '', number = ''] = match;
  const suffix = line.trim().slice(street.length).trim().slice(number.length).trim();
  return { street, housenumber: Number(number), housenumber_suffix: suffix };
}

/** As it is kept and shown, from fields that were checked. */
export function billingFrom(sent: JsonObject): JsonObject {
  const names = [textIn(sent, 'first_name'), textIn(sent, 'last_name')];
  return {
    gender: sent.gender ?? null,
    first_name: names[0] ?? '',
    last_name: names[1] ?? '',
    full_name: names.filter((each) => each !== '').join(' ') || textIn(sent, 'full_name'),
    ...partsOf(sent),
    fax: textIn(sent, 'fax'),
  };
}

export function deliveryFrom(sent: JsonObject): JsonObject {
  return { gender: sent.gender ?? null, full_name: textIn(sent, 'full_name'), ...partsOf(sent) };
}

function partsOf(sent: JsonObject): JsonObject {
  const line = textIn(sent, 'address_line_1');
  const isLines = line !== '';
  // One way or the other (sheet 6.4).
  if (isLines && textIn(sent, 'street') !== '')
    throw invalid('Give the address lines, or street and housenumber');
  const parts = isLines ? streetParts(line) : sent;
  const number = typeof parts.housenumber === 'number' ? parts.housenumber : null;
  const suffix = textIn(parts, 'housenumber_suffix');
  const street = textIn(parts, 'street');
  const code = textIn(sent, 'country_code');
  if (code !== '' && !/^[A-Z]{2}$/.test(code)) throw invalid(`country_code ${code} is unknown`);
  return {
    ...Object.fromEntries(shared.map((name) => [name, textIn(sent, name)])),
    street,
    housenumber: number,
    housenumber_suffix: suffix,
    address_line_1: isLines ? line : typedLine(street, number, suffix),
    country: countryName(code || null, 'nl') ?? '',
    country_code: code || null,
  };
}

/** The address as somebody would type it. */
export function typedStreet(address: JsonObject): string {
  const number = address.housenumber === null ? null : numberIn(address, 'housenumber');
  return typedLine(textIn(address, 'street'), number, textIn(address, 'housenumber_suffix'));
}

/** `Kade 12a`, `Kade 12-III`, `Kade 12 bis`. */
function typedLine(street: string, number: number | null, suffix: string): string {
  const gap = /^([a-z]$|[-/])/i.test(suffix) ? '' : ' ';
  return [street, `${number ?? ''}${gap}${suffix}`.trim()].filter((each) => each !== '').join(' ');
}
