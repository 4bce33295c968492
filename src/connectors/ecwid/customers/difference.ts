import { emailKey } from '../../../records/customer.ts';
import { compactVatNumber } from '../../../records/vat.ts';
import type { JsonObject } from '../../contract/target.ts';
import { contains } from '../../wire/contains.ts';
import { asObject, isObject, only } from '../../wire/objects.ts';
import { languageOf } from '../../wire/party.ts';
import { namesAfter } from './names.ts';
import { partsOfStored } from './parts.ts';
import { objectsIn } from './readable.ts';
import { secondPlaces } from './second-places.ts';

/** Made by Ecwid itself of other fields (sheet 3.9). */
const readOnly = new Set(['firstName', 'lastName', 'countryName', 'stateOrProvinceName']);

/**
 * What of a body is not in the existing customer yet: the body of `PUT /customers/{id}`, which leaves alone what it does
 * not name (sheet 2.4). The billing person goes whole, its other fields as they are: whether a part of it would empty
 * the rest is not known.
 */
export function customerDifference(wire: JsonObject, body: JsonObject): JsonObject {
  const person = personDifference(personOf(wire), body);
  const others = only(body, (name, value) => name !== 'billingPerson' && !isSame(name, wire[name], value));
  return {
    ...others,
    ...noNumber(wire, body),
    ...(person === null ? {} : { billingPerson: person }),
    ...secondPlaces(wire, asObject(body.billingPerson)),
  };
}

/** Of a company that becomes a person no VAT number is left, which would make one of it (party.ts). */
function noNumber(wire: JsonObject, body: JsonObject): JsonObject {
  if (body.taxId !== undefined || asObject(body.billingPerson).companyName !== '') return {};
  return wire.taxId && partsOfStored(wire).kind === 'company' ? { taxId: '' } : {};
}

/** Other ways to write the same are no change. */
function isSame(name: string, before: unknown, after: unknown): boolean {
  switch (name) {
    case 'email':
      return emailKey(String(before ?? '')) === emailKey(String(after));
    case 'taxId':
      return compactVatNumber(String(before ?? '')) === compactVatNumber(String(after));
    case 'lang':
      return (languageOf(String(before ?? '')) ?? '') === (languageOf(String(after)) ?? '');
    default:
      return contains(before, after);
  }
}

/** Without a billing person a customer is called as its saved address says (wire.ts), also when it gets one. */
function personOf({ billingPerson, shippingAddresses }: JsonObject): JsonObject {
  if (isObject(billingPerson)) return billingPerson;
  const saved = objectsIn(shippingAddresses);
  const named = saved.find(({ defaultAddress }) => defaultAddress === true) ?? saved[0] ?? {};
  return only(named, (name) => ['name', 'companyName', 'phone'].includes(name));
}

function personDifference(before: JsonObject, body: JsonObject): JsonObject | null {
  const { name: _, companyName: __, ...others } = asObject(body.billingPerson);
  const said = { ...others, ...namesAfter(before, body) };
  if (contains(before, said)) return null;
  const kept = only(before, (field) => !readOnly.has(field));
  return { ...kept, ...(isElsewhere(before, said) ? { stateOrProvinceCode: '' } : {}), ...said };
}

/** A province is left behind with its country, and with its town where the postal code is another too. */
function isElsewhere(before: JsonObject, after: JsonObject): boolean {
  if (!before.stateOrProvinceCode) return false;
  const isOther = (name: string) => after[name] !== undefined && !contains(before[name], after[name]);
  return isOther('countryCode') || (isOther('city') && isOther('postalCode'));
}
