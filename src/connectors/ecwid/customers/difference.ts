import { emailKey } from '../../../records/customer.ts';
import { compactVatNumber } from '../../../records/vat.ts';
import type { JsonObject } from '../../contract/target.ts';
import { contains } from '../../wire/contains.ts';
import { asObject, only } from '../../wire/objects.ts';
import { languageOf } from '../../wire/party.ts';

/** Made by Ecwid itself of other fields (sheet 3.9). */
const readOnly = new Set(['firstName', 'lastName', 'countryName', 'stateOrProvinceName']);

/**
 * What of a body is not in the existing customer yet: the body of `PUT /customers/{id}`, which leaves alone what it does
 * not name (sheet 2.4). The billing person goes whole, its other fields as they are: whether a part of it would empty
 * the rest is not known.
 */
export function customerDifference(wire: JsonObject, body: JsonObject): JsonObject {
  const person = personDifference(asObject(wire.billingPerson), asObject(body.billingPerson));
  const others = only(body, (name, value) => name !== 'billingPerson' && !isSame(name, wire[name], value));
  return { ...others, ...(person === null ? {} : { billingPerson: person }) };
}

/** Other ways to write the same are no change. */
function isSame(name: string, before: unknown, after: unknown): boolean {
  switch (name) {
    case 'email':
      return emailKey(String(before ?? '')) === emailKey(String(after));
    case 'taxId':
      return compactVatNumber(String(before ?? '')) === compactVatNumber(String(after));
    case 'lang':
      return languageOf(String(before ?? '')) === languageOf(String(after));
    default:
      return contains(before, after);
  }
}

function personDifference(before: JsonObject, body: JsonObject): JsonObject | null {
  const { name, ...rest } = body;
  // A company without a contact lends its own name; that is no reason to take the contact away.
  const lent = name === body.companyName && String(before.name ?? '') !== '';
  const after = lent ? rest : body;
  if (contains(before, after)) return null;
  const kept = only(before, (field) => !readOnly.has(field));
  const { stateOrProvinceCode: _, ...elsewhere } = kept;
  const moved = after.countryCode !== undefined && after.countryCode !== before.countryCode;
  return { ...(moved ? elsewhere : kept), ...after };
}
