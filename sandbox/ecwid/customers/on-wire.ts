import Big from 'big.js';
import { isObject, type Json, type JsonObject, numberIn, objectsIn, textIn } from '../../kit/json.ts';
import { asNumber } from '../../kit/money/cents.ts';
import type { Shop } from '../shop.ts';
import { dateText, readTimestamp } from '../timestamps.ts';
import { completedPerson } from './person-on-wire.ts';

/** A new customer as it is shown (sheet 7.3). `fields` are those that can be written. */
export function newCustomer(shop: Shop, fields: JsonObject, at: number): JsonObject {
  const base = {
    id: shop.ids.next('customerId'),
    email: '',
    registered: dateText(at),
    updated: dateText(at),
    totalOrderCount: 0,
    customerGroupId: 0,
    customerGroupName: 'General',
    shippingAddresses: [],
    contacts: [],
    taxExempt: false,
    taxId: '',
    taxIdValid: true,
    b2b_b2c: 'b2c',
    fiscalCode: '',
    electronicInvoicePecEmail: '',
    electronicInvoiceSdiCode: '',
    stats: { numberOfOrders: 0, salesValue: 0, averageOrderValue: 0 },
    privateAdminNotes: '',
    favorites: [],
  };
  return { ...base, ...completedFields(shop, fields, base, at) };
}

/** What the shop adds to the fields that somebody wrote. */
export function completedFields(shop: Shop, fields: JsonObject, before: JsonObject, at: number): JsonObject {
  const { billingPerson, shippingAddresses, contacts, primaryPhone, ...rest } = fields;
  const completed: JsonObject = { ...rest };
  if (isObject(billingPerson)) {
    completed.billingPerson = completedPerson(billingPerson);
    // A copy of it (sheet 7.3): the person that is sent replaces the stored one, so its name may be gone.
    completed.name = textIn(billingPerson, 'name');
  }
  if (Array.isArray(shippingAddresses)) {
    const known = idsIn(before.shippingAddresses);
    completed.shippingAddresses = shippingAddresses
      .filter(isObject)
      .map((address, index) => completedAddress(shop, address, known, index, at));
  }
  const email = typeof rest.email === 'string' ? rest.email : textIn(before, 'email');
  if (Array.isArray(contacts) || rest.email !== undefined || primaryPhone !== undefined) {
    // Contacts that are not sent stay; the address of before is no contact any more.
    const stays = objectsIn(before.contacts).filter(({ contact }) => contact !== before.email);
    const given = Array.isArray(contacts) ? contacts.filter(isObject) : stays;
    const hasPhone = typeof primaryPhone === 'string' && primaryPhone !== '';
    const phone = hasPhone ? [{ contact: primaryPhone, type: 'PHONE' }] : [];
    const own = [{ contact: email, type: 'EMAIL' }, ...phone];
    const missing = own.filter(({ contact }) => given.every((each) => each.contact !== contact));
    completed.contacts = [...missing, ...given].map((contact, index) => ({
      id: shop.ids.next('partId'),
      default: index === 0,
      orderBy: index,
      timestamp: dateText(at),
      ...contact,
    }));
  }
  return completed;
}

/** The customer's figures with one more order, which may be older than the known ones. */
export function countedOrder(customer: JsonObject, order: JsonObject): JsonObject {
  const stats = isObject(customer.stats) ? customer.stats : {};
  const numberOfOrders = numberIn(stats, 'numberOfOrders') + 1;
  const salesValue = Big(numberIn(stats, 'salesValue')).plus(numberIn(order, 'total'));
  const date = textIn(order, 'createDate');
  const first = textIn(stats, 'firstOrderDate') || date;
  const last = textIn(stats, 'lastOrderDate') || date;
  const time = (text: string) => readTimestamp(text) ?? 0;
  return {
    totalOrderCount: numberOfOrders,
    stats: {
      numberOfOrders,
      salesValue: asNumber(salesValue),
      averageOrderValue: asNumber(salesValue.div(numberOfOrders)),
      firstOrderDate: time(date) < time(first) ? date : first,
      lastOrderDate: time(date) > time(last) ? date : last,
    },
  };
}

function idsIn(list: Json | undefined): Set<Json | undefined> {
  return new Set(Array.isArray(list) ? list.filter(isObject).map(({ id }) => id) : []);
}

/** An address keeps its id only where the customer has one of that id (sheet 7.3). */
function completedAddress(
  shop: Shop,
  address: JsonObject,
  known: ReadonlySet<Json | undefined>,
  index: number,
  at: number,
): JsonObject {
  const person = completedPerson(address);
  const { id } = address;
  const parts = ['street', 'postalCode', 'city', 'countryName'].map((name) => textIn(person, name));
  return {
    defaultAddress: index === 0,
    orderBy: index,
    createdDate: dateText(at),
    ...person,
    id: id !== undefined && known.has(id) ? id : shop.ids.next('partId'),
    addressFormatted: parts.filter((part) => part !== '').join(', '),
  };
}
