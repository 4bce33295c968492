/** A customer of Shopify by part (sheet 6): what a body says, what stands in a record, and a body that says less. */
import type { JsonObject, Parts, StoredCustomer } from '../../contract/target.ts';
import { isWhole, namesOfKind, partsOfRecord } from '../../wire/customer-parts.ts';
import { countryCode, textIn } from '../../wire/fields.ts';
import { asObject, isObject, only } from '../../wire/objects.ts';
import { type CustomerWire, customerWire } from './customer.graphql.ts';
import { cocField, vatField } from './numbers.ts';
import { isOwn } from './target-fields.ts';
import { customerFromWire } from './to-record.ts';

export function inputOf(body: JsonObject): JsonObject {
  return asObject(body.input);
}

/** The one address of a body; empty where it says none. */
export function addressIn(body: JsonObject): JsonObject {
  const { addresses } = inputOf(body);
  return asObject(Array.isArray(addresses) ? addresses[0] : undefined);
}

/** A number that a body says; an empty text takes it away. */
export function numberIn(body: JsonObject, key: string): string | undefined {
  const { metafields } = inputOf(body);
  const found = Array.isArray(metafields) ? metafields.find((each) => asObject(each).key === key) : undefined;
  return found === undefined ? undefined : String(asObject(found).value ?? '');
}

export function partsOfBody(body: JsonObject): Parts {
  const { email, ...input } = inputOf(body);
  const { countryCode: country, provinceCode, ...address } = addressIn(body);
  const stored = {
    ...input,
    defaultEmailAddress: { emailAddress: email },
    defaultAddress: { ...address, countryCodeV2: country, provinceCode },
    vat: { value: numberIn(body, vatField.key) },
    coc: { value: numberIn(body, cocField.key) },
  };
  return partsOf(stored, input);
}

export function partsOfStored(wire: JsonObject): Parts {
  return partsOf(wire, wire);
}

function partsOf(wire: JsonObject, own: JsonObject): Parts {
  return partsOfRecord(
    customerFromWire(readable(wire), true),
    only(own, (name, value) => isOwn(name) && value !== false),
  );
}

/** What of a customer can be understood; a region goes by its code, which is what can be written. */
export function readable(wire: JsonObject): CustomerWire {
  const { defaultAddress: at, companyContactProfiles: firms } = wire;
  const texts = (of: unknown, names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, textIn(asObject(of)[name])]));
  const names = 'id firstName lastName name company address1 address2 zip city provinceCode phone'.split(' ');
  const country = countryCode.safeParse(asObject(at).countryCodeV2).data;
  return customerWire.parse({
    ...texts(wire, ['firstName', 'lastName', 'locale', 'note']),
    id: textIn(wire.id) ?? '0',
    defaultEmailAddress: texts(wire.defaultEmailAddress, ['emailAddress']),
    defaultPhoneNumber: texts(wire.defaultPhoneNumber, ['phoneNumber']),
    ...(isObject(at) ? { defaultAddress: { ...texts(at, names), countryCodeV2: country } } : {}),
    vat: texts(wire.vat, ['value']),
    coc: texts(wire.coc, ['value']),
    companyContactProfiles: Array.isArray(firms) ? firms.filter(isObject) : [],
  });
}

/** No text is a country: null says that there is none. */
const noPlace = { address1: '', address2: '', zip: '', city: '', provinceCode: '', countryCode: null };

/**
 * Shopify leaves alone what is not named, so what is to be emptied is named. Everybody has a language: one that nobody says any more stays.
 * The address has names of its own, which are read where the customer has none. With a kind that is said alone go the names that stand.
 * A telephone that is taken away goes from the customer too: it would be read there.
 */
export function narrowedBody(
  body: JsonObject,
  parts: ReadonlySet<string>,
  { wire }: Pick<StoredCustomer, 'wire'>,
): JsonObject {
  const { kind } = partsOfBody(body);
  const isCompany = kind === 'company';
  const { email = '', firstName = '', lastName = '', locale } = inputOf(body);
  const { firstName: _, lastName: __, company = '', phone = '', ...place } = addressIn(body);
  const wants = (...names: readonly string[]) => names.some((name) => parts.has(name));
  const names = (isCompany ? wants('contact') : wants('name')) ? { firstName, lastName } : {};
  const isAlone = wants('kind') && !wants('name');
  const { company: firm, ...along } = isAlone
    ? namesOfKind(partsOfStored(wire), textIn(company) ?? '')
    : { company };
  const address = {
    ...(wants('address')
      ? { ...(isWhole(recordOf(place)) || Object.keys(place).length === 0 ? noPlace : {}), ...place }
      : {}),
    ...(firm !== undefined && (wants('kind') || (isCompany && wants('name'))) ? { company: firm } : {}),
    ...(wants('phone') ? { phone } : {}),
    ...names,
    ...along,
  };
  const numbers = [
    { field: vatField, isWanted: wants('vatNumber') },
    { field: cocField, isWanted: wants('cocNumber') },
  ]
    .filter(({ isWanted }) => isWanted || (wants('kind') && !isCompany))
    .map(({ field }) => ({ ...field, value: numberIn(body, field.key) ?? '' }));
  const own = [...parts].filter(isOwn).map((name) => [name, inputOf(body)[name] ?? emptied(name)]);
  return {
    input: {
      ...(wants('email') ? { email } : {}),
      ...(wants('phone') && phone === '' ? { phone: null } : {}),
      ...names,
      ...along,
      ...(wants('language') && locale !== undefined ? { locale } : {}),
      ...(Object.keys(address).length === 0 ? {} : { addresses: [address] }),
      ...(numbers.length === 0 ? {} : { metafields: numbers }),
      ...Object.fromEntries(own),
    },
  };
}

function recordOf({ address1, zip, city }: JsonObject) {
  return { street: textIn(address1), postalCode: textIn(zip), city: textIn(city) };
}

function emptied(name: string): unknown {
  return name === 'tags' ? [] : name === 'taxExempt' ? false : '';
}
