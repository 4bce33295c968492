/** What shoppers and the merchant do by hand: in the account, in the back office, at the checkout. */
import { type JsonObject, textIn } from '../../kit/json.ts';
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
import { awaitingPayment, fresh } from '../orders/statuses.ts';
import { coded } from '../refusal.ts';
import { placeSale } from '../sales/placing.ts';
import { type PartyInput, sale } from '../sales/sale.ts';
import type { Shop } from '../shop.ts';
import { addressFields, typedStreet } from './address.ts';
import { changedInfo, partIn } from './personal-info.ts';
import type { User } from './user.ts';

export function peopleOf(shop: Shop): People {
  return {
    add: (person) => {
      const user = edited(shop, shop.newUser(person.email), person);
      return String(shop.saveUser(user).id);
    },
    view: (id) => viewOf(shop.user(id)),
    edit: (id, changes) => {
      shop.saveUser(edited(shop, shop.user(id), changes));
    },
    // An account has one more address and no others: that of deliveries.
    addAddress: (id, address) => {
      const user = shop.user(id);
      const deliveryaddress = addressFields({ name: viewOf(user).name, ...placeOf(address) }, false);
      shop.saveUser({ ...user, info: changedInfo(user.info, { deliveryaddress }) });
    },
    remove: (id) => {
      shop.users.delete(String(shop.user(id).id));
    },
    buy: (purchase) => buy(shop, purchase),
    act: (id, deed) => actOn(shop, id, deed),
  };
}

const emptyAddress: JsonObject = {
  company: '',
  street: '',
  housenumber: null,
  housenumber_suffix: '',
  address_line_2: '',
  zipcode: '',
  city: '',
  country_code: '',
};

function edited(shop: Shop, user: User, edit: PersonEdit | Newcomer): User {
  const { email, name, company, vatNumber, phone, address } = edit;
  const holder = email === undefined ? undefined : shop.userNamed(email);
  if (holder !== undefined && holder.id !== user.id) throw coded('500.40', 'username already exists');
  const [first, last] = nameParts(name ?? '');
  const typed = address == null ? {} : addressFields({ name: '', ...placeOf(address) }, true);
  const { street, housenumber, housenumber_suffix, address_line_2, zipcode, city, country_code } = typed;
  const place =
    address === undefined
      ? {}
      : address === null
        ? emptyAddress
        : { street, housenumber, housenumber_suffix, address_line_2, zipcode, city, country_code };
  const billing = {
    // What is undefined was not said.
    ...Object.fromEntries(Object.entries(place).filter(([, value]) => value !== undefined)),
    ...(name === undefined ? {} : { first_name: first, last_name: last }),
    ...(company === undefined ? {} : { company: company ?? '' }),
    ...(phone === undefined ? {} : { telephone: phone ?? '' }),
  } as JsonObject;
  const info = changedInfo(user.info, {
    ...(email === undefined ? {} : { email }),
    ...(vatNumber === undefined ? {} : { btw: vatNumber ?? '' }),
    ...(company === undefined ? {} : { customertype: company === null ? 'b2c' : 'b2b' }),
    billingaddress: billing,
  });
  return { ...user, username: email ?? user.username, info };
}

function placeOf({ street, extra, postalCode, city, country }: PersonAddress) {
  return { street, extra, zipcode: postalCode, city, country };
}

function viewOf({ id, info }: User): PersonView {
  const billing = partIn(info, 'billingaddress');
  const street = typedStreet(billing);
  const extra = textIn(billing, 'address_line_2');
  const isThere = street !== '' || textIn(billing, 'city') !== '';
  return {
    id: String(id),
    email: textIn(info, 'email'),
    name: textIn(billing, 'full_name'),
    company: textIn(billing, 'company') || null,
    vatNumber: textIn(info, 'btw') || null,
    phone: textIn(billing, 'telephone') || null,
    address: isThere
      ? {
          street,
          ...(extra === '' ? {} : { extra }),
          postalCode: textIn(billing, 'zipcode'),
          city: textIn(billing, 'city'),
          country: textIn(billing, 'country_code'),
        }
      : null,
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
      ...(vatNumber ? { vatNumber } : {}),
    },
    ...(deliverTo === undefined ? {} : { deliverTo: partyOf(deliverTo) }),
    lines: [{ name: 'Mok', price: amount, rate: '21' }],
    status: isPaid ? fresh : awaitingPayment,
    paid: isPaid,
    basket: state === 'draft',
  });
  const placedAt = timeOf(purchase);
  return String(placeSale(shop, given, placedAt === null ? {} : { placedAt }).id);
}

/** In the words of a sale. */
function partyOf({ name, company, phone, address }: NonNullable<Purchase['deliverTo']>): PartyInput {
  const { street, extra, postalCode, city, country } = address;
  return {
    name,
    street,
    ...(extra === undefined ? {} : { extra }),
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
  const deeds = {
    pay: { pay: true },
    ship: { ship: { code: '3SKOPPEL000001', carrier: 'PostNL' } },
    cancel: { cancel: true },
    note: { note: 'Gezien.' },
  } as const;
  act(shop, shop.order(id), deedOf.parse(deeds[what]));
}
