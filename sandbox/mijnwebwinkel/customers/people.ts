/** What shoppers and the merchant do by hand: in the account, in the back office, at the checkout. */
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
import { act, deed as deedOf, finish } from '../orders/merchant.ts';
import { paid, pending } from '../orders/statuses.ts';
import { fault } from '../refusal.ts';
import { streetAndNumber } from '../sales/buyer.ts';
import { placeSale } from '../sales/placing.ts';
import { type AddressInput, sale } from '../sales/sale.ts';
import type { Shop } from '../shop.ts';
import { changedAddress, mainAddress, newAddress, newCustomer, withAddress } from './customer.ts';

export function peopleOf(shop: Shop): People {
  const keep = (customer: JsonObject) => {
    shop.customers.put(String(customer.id), customer);
    return String(customer.id);
  };
  return {
    add: (person) => {
      const [firstName, lastName] = nameParts(person.name);
      const customer = newCustomer(shop, { email: person.email, firstName, lastName });
      return keep(edited(shop, customer, { ...person, address: person.address ?? null }));
    },
    view: (id) => viewOf(shop.customer(id)),
    edit: (id, changes) => {
      keep(edited(shop, shop.customer(id), changes));
    },
    addAddress: (id, address) => {
      const customer = shop.customer(id);
      keep(withAddress(customer, newAddress(shop, customer, { ...names(customer), ...placeOf(address) })));
    },
    remove: (id) => {
      shop.customers.delete(String(shop.customer(id).id));
    },
    buy: (purchase) => buy(shop, purchase),
    act: (id, deed) => actOn(shop, id, deed),
  };
}

/** Company, VAT number and telephone stand in the main address: without one there is no place for them. */
function edited(shop: Shop, customer: JsonObject, edit: PersonEdit | Newcomer): JsonObject {
  const { email, name, company, vatNumber, phone, address } = edit;
  const holder = email === undefined ? undefined : shop.customerByEmail(email);
  if (holder !== undefined && holder.id !== customer.id)
    throw fault(409, 'This e-mail address is already used');
  const [firstName, lastName] = nameParts(name ?? '');
  const named = {
    ...customer,
    ...(email === undefined ? {} : { email }),
    ...(name === undefined ? {} : { firstName, lastName }),
  };
  const main = mainAddress(customer);
  if (address === null && main !== undefined) {
    return { ...named, addresses: objectsIn(customer.addresses).filter((each) => each !== main) };
  }
  const fields = {
    ...(name === undefined ? {} : names(named)),
    ...(company === undefined ? {} : { company }),
    ...(vatNumber === undefined ? {} : { taxNumber: vatNumber }),
    ...(phone === undefined ? {} : { phone }),
    ...(address == null ? {} : placeOf(address)),
  };
  if (Object.keys(fields).length === 0) return named;
  if (main !== undefined) return withAddress(named, changedAddress(shop, main, fields));
  const isNeeded = address != null || company != null || vatNumber != null || phone != null;
  if (!isNeeded) return named;
  const place = placeOf(address ?? somewhere);
  return withAddress(named, newAddress(shop, named, { ...names(named), ...place, ...fields }));
}

/** An address wants both names. */
function names({ firstName, lastName }: JsonObject): JsonObject {
  return { firstName: firstName || '-', lastName: lastName || '-' };
}

function placeOf({ street, extra, postalCode, city, country }: PersonAddress): JsonObject {
  const parted = streetAndNumber(extra === undefined ? street : `${street} ${extra}`);
  return {
    street: parted.street,
    streetNumber: parted.number || '-',
    zipCode: postalCode,
    city,
    countryCode: country,
  };
}

function viewOf(customer: JsonObject): PersonView {
  const main = mainAddress(customer);
  const text = (name: string) => (main === undefined ? '' : textIn(main, name).replace(/^-$/, ''));
  return {
    id: String(customer.id),
    email: textIn(customer, 'email'),
    name: `${textIn(customer, 'firstName')} ${textIn(customer, 'lastName')}`.trim(),
    company: text('company') || null,
    vatNumber: text('taxNumber') || null,
    phone: text('phone') || null,
    address:
      main === undefined
        ? null
        : {
            street: `${text('street')} ${text('streetNumber')}`.trim(),
            postalCode: text('zipCode'),
            city: text('city'),
            country: text('countryCode'),
          },
  };
}

function buy(shop: Shop, purchase: Purchase): string {
  const { amount, state, email, account, vatNumber, deliverTo } = purchase;
  const isPaid = state === 'paid';
  const given = sale.parse({
    about: 'by hand',
    buyer: {
      ...partyOf({ ...purchase, address: purchase.address ?? somewhere }),
      email,
      account,
      ...(vatNumber ? { taxnumber: vatNumber } : {}),
    },
    ...(deliverTo === undefined ? {} : { deliverTo: partyOf(deliverTo) }),
    lines: [{ name: 'Mok', price: amount }],
    status: isPaid ? paid : pending,
    became: isPaid ? 'captured' : 'pending',
    unfinished: state === 'draft',
  });
  const placedAt = timeOf(purchase);
  return placeSale(shop, given, placedAt === null ? {} : { placedAt }).number;
}

/** In the words of a sale. */
function partyOf({ name, company, phone, address }: NonNullable<Purchase['deliverTo']>): AddressInput {
  const { street, extra, postalCode, city, country } = address;
  return {
    name,
    ...streetAndNumber(extra === undefined ? street : `${street} ${extra}`),
    zipcode: postalCode,
    city,
    country,
    ...(company ? { company } : {}),
    ...(phone ? { phone } : {}),
  };
}

function actOn(shop: Shop, id: string, what: SaleDeed): void {
  if (what === 'place') {
    finish(shop, id);
    return;
  }
  const order = shop.order(id);
  const note = [order.internalComment, 'Gezien.'].filter((text) => text !== '').join('\n');
  act(shop, order, deedOf.parse(what === 'note' ? { internal: note } : { [what]: true }));
}
