/** What shoppers and the merchant do by hand: in the account, in the shop's pages, at the checkout. */
import { type JsonObject, objectsIn, textIn } from '../../kit/json.ts';
import {
  type Newcomer,
  nameParts,
  type People,
  type PersonAddress,
  type PersonEdit,
  type PersonView,
  type Purchase,
  type SaleDeed,
  somewhere,
  timeOf,
} from '../../kit/people/levers.ts';
import { act } from '../orders/merchant.ts';
import { refusal } from '../refusal.ts';
import { placeAt } from '../sales/placing.ts';
import { type AddressInput, sale } from '../sales/sale.ts';
import type { Shop } from '../shop.ts';
import { defaultView, viewById } from '../stores/stores.ts';
import { createCustomer, updateCustomer } from './save.ts';

export function peopleOf(shop: Shop): People {
  return {
    add: (person) => String(createCustomer(shop, fieldsOf(person, undefined), defaultView).id),
    view: (id) => view(shop.customer(id)),
    edit: (id, changes) => save(shop, id, fieldsOf(changes, shop.customer(id))),
    addAddress: (id, address) => {
      const { addresses, firstname = '', lastname = '', ...stored } = shop.customer(id);
      const telephone = textIn(mainAddress({ addresses: addresses ?? [] }) ?? {}, 'telephone');
      const more = { firstname, lastname, telephone: telephone || '0200000000', ...onWire(address) };
      save(shop, String(stored.id), { addresses: [...objectsIn(addresses), more] });
    },
    remove: (id) => void shop.deleteCustomer(String(shop.customer(id).id)),
    buy: (purchase) => buy(shop, purchase),
    act: (id, deed) => actOn(shop, id, deed),
  };
}

/** Says again what every call has to say (sheet 9.4). */
function save(shop: Shop, id: string, fields: JsonObject): void {
  const stored = shop.customer(id);
  const who = ['email', 'firstname', 'lastname', 'website_id', 'store_id', 'group_id'].flatMap((name) =>
    stored[name] === undefined ? [] : [[name, stored[name]] as const],
  );
  const scope = viewById(Number(stored.store_id)) ?? defaultView;
  updateCustomer(shop, stored, { ...Object.fromEntries(who), ...fields }, scope);
}

/** Where the firm and the telephone stand: the address of the invoice, else the only one. */
function mainAddress(customer: JsonObject): JsonObject | undefined {
  const addresses = objectsIn(customer.addresses);
  return addresses.find(({ default_billing }) => default_billing === true) ?? addresses[0];
}

function view(customer: JsonObject): PersonView {
  const main = mainAddress(customer);
  const [street = '', extra] = Array.isArray(main?.street) ? main.street.map(String) : [];
  const of = (name: string) => (main === undefined ? '' : textIn(main, name));
  return {
    id: String(customer.id),
    email: textIn(customer, 'email'),
    name: `${textIn(customer, 'firstname')} ${textIn(customer, 'lastname')}`,
    company: of('company') || null,
    vatNumber: textIn(customer, 'taxvat') || of('vat_id') || null,
    phone: of('telephone') || null,
    address:
      main === undefined
        ? null
        : {
            street,
            ...(extra ? { extra } : {}),
            postalCode: of('postcode'),
            city: of('city'),
            country: of('country_id'),
          },
  };
}

/** In the words of the API. The addresses are among them only when one of them is to change. */
function fieldsOf(person: Newcomer | PersonEdit, stored: JsonObject | undefined): JsonObject {
  const { email, name, vatNumber } = person;
  const [firstname, lastname] = nameParts(name ?? '');
  const addresses = addressesOf(person, stored);
  return {
    ...(email === undefined ? {} : { email }),
    ...(name === undefined ? {} : { firstname, lastname }),
    ...(vatNumber === undefined ? {} : { taxvat: vatNumber ?? '' }),
    ...(addresses === undefined ? {} : { addresses }),
  };
}

function addressesOf(
  person: Newcomer | PersonEdit,
  stored: JsonObject | undefined,
): JsonObject[] | undefined {
  const { address, company, phone, vatNumber } = person;
  const known = stored === undefined ? undefined : mainAddress(stored);
  const others = objectsIn(stored?.addresses).filter((each) => each !== known);
  if (address === null) return known === undefined ? undefined : others;
  const hasOwnNumber = known !== undefined && textIn(known, 'vat_id') !== '';
  const changes: JsonObject = {
    ...(company === undefined ? {} : { company: company ?? '' }),
    ...(phone === undefined ? {} : { telephone: phone ?? '' }),
    ...(vatNumber !== undefined && hasOwnNumber ? { vat_id: vatNumber ?? '' } : {}),
    ...(address === undefined ? {} : onWire(address)),
  };
  if (known !== undefined) {
    return Object.keys(changes).length === 0 ? undefined : [{ ...known, ...changes }, ...others];
  }
  if (address === undefined) return undefined;
  const [firstname, lastname] = nameParts(person.name ?? (stored === undefined ? '' : view(stored).name));
  return [{ firstname, lastname, ...changes, default_billing: true, default_shipping: true }, ...others];
}

function onWire({ street, extra, postalCode, city, country }: PersonAddress): JsonObject {
  return {
    street: extra === undefined ? [street] : [street, extra],
    postcode: postalCode,
    city,
    country_id: country,
  };
}

function buy(shop: Shop, purchase: Purchase): string {
  const { amount, state, email, account, vatNumber, deliverTo } = purchase;
  const given = sale.parse({
    about: 'by hand',
    buyer: {
      ...party({ ...purchase, address: purchase.address ?? somewhere }),
      email,
      account,
      ...(vatNumber ? { vatId: vatNumber, taxvat: vatNumber } : {}),
    },
    ...(deliverTo === undefined ? {} : { deliverTo: party(deliverTo) }),
    basket: { lines: [{ productId: 9001, sku: 'MOK', name: 'Mok', price: amount, rate: '21' }] },
    state: state === 'draft' ? 'pending_payment' : 'new',
    deeds: state === 'paid' ? [{ invoice: true }] : [],
  });
  return placeAt(shop, given, timeOf(purchase));
}

/** In the words of a sale. */
function party({ name, company, phone, address }: NonNullable<Purchase['deliverTo']>): AddressInput {
  const { street, extra, postalCode, city, country } = address;
  const [firstname, lastname] = nameParts(name);
  return {
    firstname,
    lastname,
    street: extra === undefined ? [street] : [street, extra],
    postcode: postalCode,
    city,
    country,
    ...(company ? { company } : {}),
    ...(phone ? { telephone: phone } : {}),
  };
}

function actOn(shop: Shop, id: string, deed: SaleDeed): void {
  const order = shop.order(id);
  switch (deed) {
    case 'place':
      if (order.state !== 'pending_payment') throw refusal(409, 'The order has been placed.');
      shop.saveOrder({ ...structuredClone(order), state: 'new', status: 'pending' });
      return;
    case 'pay':
      act(shop, id, { invoice: true });
      return;
    case 'ship':
      act(shop, id, { ship: true });
      return;
    case 'cancel':
      act(shop, id, { cancel: true });
      return;
    case 'note':
      act(shop, id, { comment: 'Gezien.', status: textIn(order, 'status') });
      return;
  }
}
