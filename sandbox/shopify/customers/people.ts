/** What shoppers and the merchant do by hand. */
import { Refusal } from '../../kit/http/refusal.ts';
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
import { gid } from '../ids.ts';
import { setMetafields } from '../metafields/metafield.ts';
import { act } from '../orders/merchant.ts';
import type { Order } from '../orders/order.ts';
import { placeSale } from '../sales/placing.ts';
import { sale } from '../sales/sale.ts';
import type { Shop } from '../shop.ts';
import { addressFrom } from './address-input.ts';
import type { Address, Customer } from './customer.ts';
import { nameOf } from './view.ts';
import { type CustomerFields, create, customerIn, removeCustomer, update } from './writes.ts';

/** Where the shop's own pages keep the VAT number: customers have no field for it (sheet 6). */
export const vatMetafield = {
  namespace: 'custom',
  key: 'btw_nummer',
  type: 'single_line_text_field',
} as const;

export function peopleOf(shop: Shop): People {
  const found = (id: string) => customerIn(shop, gid('Customer', id), 'id');
  return {
    add: (person) => {
      const customer = create(shop, fieldsOf(person), 'input');
      return saved(shop, customer, person).id;
    },
    view: (id) => viewOf(shop, found(id)),
    edit: (id, changes) => {
      saved(shop, update(shop, found(id), fieldsOf(changes), 'input'), changes);
    },
    addAddress: (id, address) => {
      const customer = found(id);
      const [main] = customer.addresses;
      const more = {
        ...addressFields(address),
        firstName: main?.firstName ?? customer.firstName,
        lastName: main?.lastName ?? customer.lastName,
      };
      shop.saveCustomer({
        ...customer,
        addresses: [...customer.addresses, addressFrom(shop, more)],
        updatedAt: shop.world.now(),
      });
    },
    remove: (id) => removeCustomer(shop, found(id)),
    buy: (purchase) => buy(shop, purchase),
    act: (id, what) => {
      const order = shop.orders.get(id);
      if (order === undefined) throw new Refusal(404, 'There is no such order.', null);
      shop.changeOrder(order, act(shop, order, deedOf(order, what)));
    },
  };
}

function deedOf(order: Order, what: SaleDeed): Parameters<typeof act>[2] {
  switch (what) {
    case 'place':
      throw new Refusal(409, 'Orders come placed.', null);
    case 'pay':
      return { pay: true };
    case 'ship':
      return { send: true };
    case 'cancel':
      return { cancel: {} };
    case 'note':
      return { note: order.note === null ? 'Gezien.' : `${order.note}\nGezien.` };
  }
}

function fieldsOf({ name, email, phone }: Newcomer | PersonEdit): CustomerFields {
  const [firstName, lastName] = nameParts(name ?? '');
  return {
    ...(email === undefined ? {} : { email }),
    ...(phone === undefined ? {} : { phone: phone === null ? null : asDialled(phone) }),
    ...(name === undefined ? {} : { firstName, lastName }),
  };
}

/** Customers have international numbers only: the shop's pages write a Dutch one out. */
function asDialled(phone: string): string {
  const digits = phone.replace(/[^\d+]/g, '');
  return digits.startsWith('0') ? `+31${digits.slice(1)}` : digits;
}

/** The company is a word in the address; the VAT number a metafield. */
function saved(
  shop: Shop,
  customer: Customer,
  { name, company, address, vatNumber, phone }: Newcomer | PersonEdit,
): Customer {
  const owner = gid('Customer', customer.id);
  if (vatNumber) setMetafields(shop, owner, [{ ...vatMetafield, value: vatNumber }], 'metafields');
  if (vatNumber === null)
    shop.metafields.set(
      owner,
      (shop.metafields.get(owner) ?? []).filter(({ key }) => key !== vatMetafield.key),
    );
  const [main, ...others] = customer.addresses;
  if (address === null)
    return shop.saveCustomer({ ...customer, addresses: others, updatedAt: shop.world.now() });
  const isTouched = [name, company, address, phone].some((each) => each !== undefined);
  if (!isTouched || (main === undefined && address === undefined && !company)) return customer;
  const [firstName, lastName] =
    name === undefined ? [customer.firstName, customer.lastName] : nameParts(name);
  const given = addressFrom(shop, {
    ...main,
    ...(address === undefined ? {} : addressFields(address)),
    ...(company === undefined ? {} : { company }),
    ...(phone === undefined ? {} : { phone }),
    ...{ firstName, lastName },
  });
  return shop.saveCustomer({
    ...customer,
    addresses: [{ ...given, id: main?.id ?? given.id }, ...others],
    updatedAt: shop.world.now(),
  });
}

function addressFields({ street, extra, postalCode, city, country }: PersonAddress) {
  return { address1: street, address2: extra ?? null, zip: postalCode, city, countryCode: country };
}

function viewOf(shop: Shop, customer: Customer): PersonView {
  const [main] = customer.addresses;
  const vat = shop.metafields.get(gid('Customer', customer.id))?.find(({ key }) => key === vatMetafield.key);
  return {
    id: customer.id,
    email: customer.email ?? '',
    name: nameOf(customer),
    company: main?.company ?? null,
    vatNumber: vat?.value ?? null,
    phone: shownPhone(customer),
    address: main === undefined || main.address1 === null ? null : shownAddress(main),
  };
}

/** As it was typed, in the address, unless the account has another number. */
function shownPhone({ phone, addresses }: Customer): string | null {
  const typed = addresses[0]?.phone ?? null;
  return typed !== null && (phone === null || asDialled(typed) === phone) ? typed : phone;
}

function shownAddress({ address1, address2, zip, city, countryCode }: Address): PersonAddress {
  return {
    street: address1 ?? '',
    ...(address2 === null ? {} : { extra: address2 }),
    ...{ postalCode: zip ?? '', city: city ?? '', country: countryCode ?? 'NL' },
  };
}

function buy(shop: Shop, purchase: Purchase): string {
  const { amount, state, email, account, vatNumber, deliverTo } = purchase;
  if (state === 'draft') throw new Refusal(409, 'A draft is no order here.', null);
  const given = sale.parse({
    about: 'by hand',
    buyer: {
      ...party({ ...purchase, address: purchase.address ?? somewhere }),
      email,
      account,
      vatNumber: vatNumber ?? null,
    },
    ...(deliverTo === undefined ? {} : { deliverTo: party(deliverTo) }),
    basket: { lines: [{ sku: 'MOK', name: 'Mok', price: amount }] },
    state: state === 'open' ? 'pending' : 'paid',
  });
  const placedAt = timeOf(purchase);
  return placeSale(shop, given, placedAt === null ? {} : { placedAt }).id;
}

function party({ name, company, phone, address }: NonNullable<Purchase['deliverTo']>) {
  const { street, extra, postalCode, city, country } = address;
  return {
    name,
    company: company ?? null,
    phone: phone ?? null,
    street,
    extra: extra ?? null,
    postalCode,
    city,
    country,
  };
}
