/** What shoppers and the merchant do by hand: in the account, in the shop's pages, at the checkout. */
import { isObject, type JsonObject, objectsIn, textIn } from '../../kit/json.ts';
import {
  type Newcomer,
  type People,
  type PersonEdit,
  type PersonView,
  type Purchase,
  type SaleDeed,
  somewhere,
  timeOf,
} from '../../kit/people/levers.ts';
import { act, deed as deedOf } from '../orders/merchant.ts';
import { refusal } from '../refusal.ts';
import { placeSale } from '../sales/placing.ts';
import { type AddressInput, sale } from '../sales/sale.ts';
import type { Shop } from '../shop.ts';
import { checkedCustomer } from './endpoints.ts';
import { completedFields, newCustomer } from './on-wire.ts';

export function peopleOf(shop: Shop): People {
  return {
    add: (person) => {
      const fields = checkedCustomer(shop, fieldsOf(person, {}));
      const customer = newCustomer(shop, fields, shop.world.now());
      shop.addCustomer(customer);
      return String(customer.id);
    },
    view: (id) => view(shop.customer(id)),
    edit: (id, changes) => save(shop, id, fieldsOf(changes, shop.customer(id))),
    addAddress: (id, address) => {
      const customer = shop.customer(id);
      const more = { name: view(customer).name, ...onWire(address) };
      save(shop, id, { shippingAddresses: [...objectsIn(customer.shippingAddresses), more] });
    },
    remove: (id) => shop.deleteCustomer(shop.customer(id)),
    buy: (purchase) => buy(shop, purchase),
    act: (id, deed) => actOn(shop, id, deed),
  };
}

function save(shop: Shop, id: string, changes: JsonObject): void {
  const customer = shop.customer(id);
  const fields = checkedCustomer(shop, changes, customer);
  shop.changeCustomer(customer, completedFields(shop, fields, customer, shop.world.now()));
}

function view(customer: JsonObject): PersonView {
  const billing = isObject(customer.billingPerson) ? customer.billingPerson : {};
  const [street = '', extra] = textIn(billing, 'street').split('\n');
  const phone = objectsIn(customer.contacts).find(({ type }) => type === 'PHONE');
  return {
    id: String(customer.id),
    email: textIn(customer, 'email'),
    name: textIn(billing, 'name'),
    company: textIn(billing, 'companyName') || null,
    vatNumber: textIn(customer, 'taxId') || null,
    phone: textIn(billing, 'phone') || (phone === undefined ? '' : textIn(phone, 'contact')) || null,
    address:
      street === ''
        ? null
        : {
            street,
            ...(extra ? { extra } : {}),
            postalCode: textIn(billing, 'postalCode'),
            city: textIn(billing, 'city'),
            country: textIn(billing, 'countryCode'),
          },
  };
}

const nowhere = { street: '', postalCode: '', city: '', countryCode: '', stateOrProvinceCode: '' };

/** In the words of the API: a change of the person sends the whole person. */
function fieldsOf(person: Newcomer | PersonEdit, stored: JsonObject): JsonObject {
  const { email, name, company, vatNumber, phone, address } = person;
  const before = isObject(stored.billingPerson) ? stored.billingPerson : {};
  const changes: JsonObject = {
    ...(name === undefined ? {} : { name }),
    ...(company === undefined ? {} : { companyName: company ?? '' }),
    ...(phone === undefined ? {} : { phone: phone ?? '' }),
    ...(address === undefined ? {} : address === null ? nowhere : onWire(address)),
  };
  return {
    ...(email === undefined ? {} : { email }),
    ...(vatNumber === undefined ? {} : { taxId: vatNumber ?? '' }),
    ...(company === undefined ? {} : { b2b_b2c: company === null ? 'b2c' : 'b2b' }),
    ...(Object.keys(changes).length === 0 ? {} : { billingPerson: { ...before, ...changes } }),
    ...(phone === undefined ? {} : { contacts: contactsWith(stored, phone) }),
  };
}

/** The shop's page has one telephone number for the person, which is a contact as well. */
function contactsWith(stored: JsonObject, phone: string | null): JsonObject[] {
  const others = objectsIn(stored.contacts).filter(({ type }) => type !== 'PHONE');
  return phone === null ? others : [...others, { contact: phone, type: 'PHONE' }];
}

function onWire({ street, extra, postalCode, city, country }: NonNullable<Newcomer['address']>): JsonObject {
  return {
    ...nowhere,
    street: extra === undefined ? street : `${street}\n${extra}`,
    postalCode,
    city,
    countryCode: country,
  };
}

const states = { draft: 'INCOMPLETE', open: 'AWAITING_PAYMENT', paid: 'PAID' } as const;

function buy(shop: Shop, purchase: Purchase): string {
  const { amount, state, email, account, vatNumber, deliverTo } = purchase;
  const given = sale.parse({
    about: 'by hand',
    buyer: {
      ...party({ ...purchase, address: purchase.address ?? somewhere }),
      email,
      account,
      ...(vatNumber ? { vatNumber } : {}),
    },
    ...(deliverTo === undefined ? {} : { deliverTo: party(deliverTo) }),
    basket: { lines: [{ sku: 'MOK', name: 'Mok', price: amount, rate: '21' }] },
    paymentStatus: states[state],
  });
  const placedAt = timeOf(purchase);
  return textIn(placeSale(shop, given, placedAt === null ? {} : { placedAt }), 'id');
}

/** In the words of a sale. */
function party({ name, company, phone, address }: NonNullable<Purchase['deliverTo']>): AddressInput {
  const { street, extra, postalCode, city, country } = address;
  return {
    name,
    street: extra === undefined ? street : `${street}\n${extra}`,
    postalCode,
    city,
    country,
    ...(company ? { companyName: company } : {}),
    ...(phone ? { phone } : {}),
  };
}

function actOn(shop: Shop, id: string, deed: SaleDeed): void {
  const order = shop.order(id);
  switch (deed) {
    case 'place':
      if (order.paymentStatus !== 'INCOMPLETE') throw refusal(409, 'PLACED', 'The order has been placed.');
      shop.changeOrder(order, { paymentStatus: 'AWAITING_PAYMENT' });
      return;
    case 'pay':
      act(shop, order, deedOf.parse({ pay: true }));
      return;
    case 'ship':
      act(shop, order, deedOf.parse({ fulfillmentStatus: 'SHIPPED' }));
      return;
    case 'cancel':
      act(shop, order, deedOf.parse({ cancel: true }));
      return;
    case 'note': {
      const before = textIn(order, 'privateAdminNotes');
      const privateAdminNotes = before === '' ? 'Gezien.' : `${before}\nGezien.`;
      act(shop, order, deedOf.parse({ privateAdminNotes }));
      return;
    }
  }
}
