import { each, type Shape, together } from '../../kit/fields/shape.ts';
import { type JsonObject, objectsIn, textIn } from '../../kit/json.ts';
import { isDate } from '../../kit/time/local-time.ts';
import { checked, type FieldKind } from '../fields.ts';
import { problem } from '../refusal.ts';
import { storeId } from '../settings.ts';
import type { Shop } from '../shop.ts';

const created = each<FieldKind>('text', 'email firstName lastName');
/** All but the e-mail address (sheet 7.10). */
const changeable = each<FieldKind>('text', 'firstName lastName dateOfBirth description');
const required = ['firstName', 'lastName', 'street', 'streetNumber', 'zipCode', 'city', 'countryCode'];
const postable = each<FieldKind>('text', `${required.join(' ')} company gender phone taxNumber iban`);
/** The two defaults can be set only later. */
const patchable = together(postable, each<FieldKind>('flag', 'isDefaultForDelivery isDefaultForInvoice'));

/** Throws 422, as all of these do. */
export function newCustomer(shop: Shop, body: JsonObject): JsonObject {
  const sent = fields(shop, body, created);
  const email = textIn(sent, 'email').trim();
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw problem({ email: 'This value is not a valid email address.' });
  if (!shop.settings().duplicateEmails && shop.customerByEmail(email) !== undefined) {
    throw problem({ email: 'This value is already used.' });
  }
  return {
    id: shop.assortment.newUuid(),
    storeId,
    email,
    firstName: sent.firstName ?? null,
    lastName: sent.lastName ?? null,
    dateOfBirth: null,
    description: null,
    addresses: [],
  };
}

export function changedCustomer(shop: Shop, customer: JsonObject, body: JsonObject): JsonObject {
  const sent = fields(shop, body, changeable);
  if (typeof sent.dateOfBirth === 'string' && !isDate(sent.dateOfBirth)) {
    throw problem({ dateOfBirth: 'This value is not a valid date.' });
  }
  return { ...customer, ...sent };
}

/** The first address of a customer is the default for both. */
export function newAddress(shop: Shop, customer: JsonObject, body: JsonObject): JsonObject {
  const isFirst = objectsIn(customer.addresses).length === 0;
  const none = { company: null, gender: null, phone: null, taxNumber: null, iban: null };
  return checkedAddress({
    id: shop.assortment.newUuid(),
    ...none,
    ...fields(shop, body, postable),
    isDefaultForDelivery: isFirst,
    isDefaultForInvoice: isFirst,
  });
}

export function changedAddress(shop: Shop, address: JsonObject, body: JsonObject): JsonObject {
  return checkedAddress({ ...address, ...fields(shop, body, patchable) });
}

/** The customer with the address, new or changed: another one that was the default is it no longer. */
export function withAddress(customer: JsonObject, address: JsonObject): JsonObject {
  const before = objectsIn(customer.addresses);
  const others = before.map(
    (one): JsonObject => ({
      ...one,
      isDefaultForDelivery: one.isDefaultForDelivery === true && address.isDefaultForDelivery !== true,
      isDefaultForInvoice: one.isDefaultForInvoice === true && address.isDefaultForInvoice !== true,
    }),
  );
  const isKnown = before.some(({ id }) => id === address.id);
  const addresses = isKnown
    ? others.map((one) => (one.id === address.id ? address : one))
    : [...others, address];
  return { ...customer, addresses };
}

/** The address for invoices, if there is one. */
export function mainAddress(customer: JsonObject): JsonObject | undefined {
  const addresses = objectsIn(customer.addresses);
  return addresses.find(({ isDefaultForInvoice }) => isDefaultForInvoice === true) ?? addresses[0];
}

function checkedAddress(address: JsonObject): JsonObject {
  const missing = required.filter((name) => textIn(address, name).trim() === '');
  if (missing.length > 0) {
    throw problem(Object.fromEntries(missing.map((name) => [name, 'This value should not be blank.'])));
  }
  if (!/^[A-Z]{2}$/.test(textIn(address, 'countryCode'))) throw problem({ countryCode: 'No country.' });
  const { gender = null } = address;
  if (gender !== null && gender !== 'F' && gender !== 'M') throw problem({ gender: 'One of F, M.' });
  return address;
}

function fields(shop: Shop, body: JsonObject, shape: Shape<FieldKind>): JsonObject {
  return checked(body, shape, shop.settings(), (name, message) => problem({ [name]: message }));
}
