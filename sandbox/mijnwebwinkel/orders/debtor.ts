import { each, together, within } from '../../kit/fields/shape.ts';
import { isObject, type JsonObject, objectsIn, textIn } from '../../kit/json.ts';
import { countryName } from '../../kit/places/country-names.ts';
import type { FieldKind } from '../fields.ts';
import { requireFields } from '../fields.ts';
import { invalid } from '../refusal.ts';
import type { Shop } from '../shop.ts';

const address = together<FieldKind>(
  each('text', 'gender name company phone street number zipcode city country country_code'),
  each('uuid', 'id'),
);

export const debtorShape = together<FieldKind>(
  each('text', 'email gender name company phone bankaccount'),
  each('uuid', 'id'),
  each('flag', 'link_to_account'),
  within({
    address: within({ invoice: together(address, each('text', 'taxnumber bankaccount')), delivery: address }),
  }),
);

/** Who buys, as an order keeps it (sheets 7.5, 7.7). Throws a `Refusal`. */
export function debtorFrom(shop: Shop, sent: JsonObject, isB2b: boolean): JsonObject {
  requireFields(sent, 'email', 'address');
  const account = shop.customerByEmail(textIn(sent, 'email'));
  const given = isObject(sent.address) ? sent.address : {};
  if (!isObject(given.invoice)) throw invalid('debtor.address.invoice: This value is required.');
  const invoice = addressFrom(given.invoice, account);
  if (isB2b && !textIn(invoice, 'company'))
    throw invalid('debtor.address.invoice.company: Required for B2B.');
  if (!isB2b && textIn(invoice, 'taxnumber'))
    throw invalid('debtor.address.invoice.taxnumber: Only for B2B.');
  const delivery = isObject(given.delivery) ? { delivery: addressFrom(given.delivery, account) } : {};
  const isLinked = sent.link_to_account === true && account !== undefined;
  return {
    ...(isLinked ? { id: account.id ?? null } : {}),
    email: textIn(sent, 'email'),
    link_to_account: isLinked,
    address: { invoice, ...delivery },
  };
}

/** One that names a stored address needs nothing else, but the e-mail address must be that of its owner. */
function addressFrom(sent: JsonObject, account: JsonObject | undefined): JsonObject {
  if (typeof sent.id === 'string') {
    const stored = objectsIn(account?.addresses).find(({ id }) => id === sent.id);
    if (stored === undefined)
      throw invalid('debtor.address: The address is unknown for this e-mail address.');
    return storedAddress(stored);
  }
  requireFields(sent, 'name', 'zipcode');
  const code = textIn(sent, 'country_code') || 'NL';
  if (!/^[A-Z]{2}$/.test(code)) throw invalid('debtor.address.country_code: No country.');
  const fields = Object.entries(sent).filter(([, value]) => value !== null);
  return { ...Object.fromEntries(fields), country: countryName(code, 'nl'), country_code: code };
}

/** An address of a customer in the words of an order: the name is one field here. */
export function storedAddress(address: JsonObject): JsonObject {
  const text = (name: string) => textIn(address, name);
  const code = text('countryCode');
  const gender = address.gender === 'F' ? { gender: 'V' } : address.gender === 'M' ? { gender: 'M' } : {};
  return {
    id: address.id ?? null,
    ...gender,
    name: `${text('firstName')} ${text('lastName')}`.trim(),
    company: text('company'),
    street: text('street'),
    number: text('streetNumber'),
    zipcode: text('zipCode'),
    city: text('city'),
    country: countryName(code, 'nl'),
    country_code: code,
    phone: text('phone'),
    ...(text('taxNumber') ? { taxnumber: text('taxNumber') } : {}),
  };
}
