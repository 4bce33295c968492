/** Creating and changing customers, with the traps of the sheet's 9.4. */
import { isObject, type Json, type JsonObject, objectsIn, textIn } from '../../kit/json.ts';
import { shaped } from '../fields.ts';
import { noSuchEntity, type Refusal, refusal, severalProblems } from '../refusal.ts';
import type { Shop } from '../shop.ts';
import { defaultViewOf, type StoreView, viewById, websites } from '../stores/stores.ts';
import { replaceAddresses, withoutEmpty } from './addresses.ts';
import { customerShape } from './shapes.ts';

export const customerGroups: readonly JsonObject[] = [
  { id: 0, code: 'NOT LOGGED IN', tax_class_id: 3, tax_class_name: 'Particulier' },
  { id: 1, code: 'General', tax_class_id: 3, tax_class_name: 'Particulier' },
  { id: 2, code: 'Wholesale', tax_class_id: 3, tax_class_name: 'Particulier' },
  { id: 3, code: 'Retailer', tax_class_id: 3, tax_class_name: 'Particulier' },
  { id: 4, code: 'Btw verlegd', tax_class_id: 6, tax_class_name: 'Btw verlegd' },
];

export function createCustomer(shop: Shop, body: JsonObject, scope: StoreView): JsonObject {
  const given = shaped(body, customerShape);
  checkPerson(given);
  const websiteId = Number(
    given.website_id ?? viewById(Number(given.store_id))?.websiteId ?? scope.websiteId,
  );
  checkPlace(given, websiteId);
  const store = viewById(Number(given.store_id)) ?? defaultViewOf(websiteId);
  requireFreeEmail(shop, textIn(given, 'email'), websiteId, null);
  const id = shop.ids.next('customer');
  const at = shop.now();
  const { addresses, id: _, ...fields } = given;
  const customer: JsonObject = {
    id,
    group_id: 1,
    created_at: at,
    updated_at: at,
    created_in: store.name,
    disable_auto_group_change: 0,
    extension_attributes: { is_subscribed: false },
    ...fields,
    store_id: store.id,
    website_id: websiteId,
    addresses: [],
  };
  customer.custom_attributes = attributesOf(undefined, fields.custom_attributes);
  if (addresses !== undefined) replaceAddresses(shop, customer, objectsIn(addresses));
  // Whether or not there is a password (sheet 9.4).
  shop.mail('welcome', id);
  return shop.saveCustomer(withoutEmpty(customer));
}

/** Fields that are left out stay; a list of addresses replaces all that there are. */
export function updateCustomer(
  shop: Shop,
  stored: JsonObject,
  body: JsonObject,
  scope: StoreView,
): JsonObject {
  const given = shaped(body, customerShape);
  checkPerson(given);
  if (given.website_id === undefined) throw requiredValue('Associate to Website');
  const websiteId = Number(given.website_id);
  checkPlace(given, websiteId);
  requireFreeEmail(shop, textIn(given, 'email'), websiteId, Number(stored.id));
  const { addresses, ...fields } = given;
  const before = isObject(stored.extension_attributes) ? stored.extension_attributes : {};
  const customer: JsonObject = {
    ...structuredClone(stored),
    ...fields,
    id: stored.id ?? 0,
    created_at: stored.created_at ?? '',
    extension_attributes: {
      ...before,
      ...(isObject(fields.extension_attributes) ? fields.extension_attributes : {}),
    },
  };
  const { customerStoreReset, customerGroupReset } = shop.settings();
  if (fields.store_id === undefined && customerStoreReset) customer.store_id = scope.id;
  if (fields.group_id === undefined && customerGroupReset) customer.group_id = 1;
  customer.custom_attributes = attributesOf(stored.custom_attributes, fields.custom_attributes);
  if (addresses !== undefined) replaceAddresses(shop, customer, objectsIn(addresses));
  return shop.saveCustomer(withoutEmpty(customer));
}

/** Those that a call does not list stay; an empty value takes one away (sheet 3). */
function attributesOf(before: Json | undefined, given: Json | undefined): JsonObject[] {
  const kept = new Map(objectsIn(before).map((each) => [textIn(each, 'attribute_code'), each]));
  for (const attribute of objectsIn(given)) {
    const { attribute_code: code, value } = attribute;
    if (value === undefined || value === null || value === '') kept.delete(String(code));
    else kept.set(String(code), attribute);
  }
  return [...kept.values()];
}

export function requiredValue(label: string): Refusal {
  return refusal(400, `"${label}" is a required value.`);
}

/** One missing field is named in the message; several are listed under a common message. */
export function checkPerson(given: JsonObject): void {
  const needed = { firstname: 'First Name', lastname: 'Last Name', email: 'Email' };
  const missing = Object.entries(needed).flatMap(([name, label]) =>
    textIn(given, name).trim() === '' ? [label] : [],
  );
  const [first, ...others] = missing;
  if (first === undefined) {
    if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(textIn(given, 'email'))) return;
    throw refusal(400, '"Email" is not a valid email address.');
  }
  if (others.length === 0) throw requiredValue(first);
  const errors = missing.map((label) => ({ message: `"${label}" is a required value.` }));
  throw severalProblems(errors);
}

function checkPlace(given: JsonObject, websiteId: number): void {
  if (!websites.some(({ id }) => id === websiteId)) {
    throw refusal(
      400,
      "The website with id %1 that was requested wasn't found. Verify the website and try again.",
      [websiteId],
    );
  }
  const store = given.store_id === undefined ? undefined : viewById(Number(given.store_id));
  if (given.store_id !== undefined && store?.websiteId !== websiteId) {
    throw refusal(400, 'The store view is not in the associated website.');
  }
  const group = given.group_id;
  if (group !== undefined && (group === 0 || !customerGroups.some(({ id }) => id === group))) {
    throw noSuchEntity('id', group);
  }
}

function requireFreeEmail(shop: Shop, email: string, websiteId: number, except: number | null): void {
  const other = shop.customerByEmail(email, websiteId);
  if (other === undefined || other.id === except) return;
  throw refusal(400, 'A customer with the same email address already exists in an associated website.');
}
