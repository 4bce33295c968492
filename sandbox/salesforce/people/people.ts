/** What the staff does by hand to accounts and orders, in the org's own pages. */
import Big from 'big.js';
import type { JsonObject } from '../../kit/json.ts';
import { textIn } from '../../kit/json.ts';
import { cents } from '../../kit/money/cents.ts';
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
import type { Org } from '../org.ts';
import { byHand, deleteRecord, updateRecord } from '../records/writing.ts';
import { invalid, notFound } from '../refusal.ts';
import { isActivated } from '../rules/order.ts';
import { placeSale } from '../sales/placing.ts';
import { type Sale, sale } from '../sales/sale.ts';
import { codeOfCountry } from '../schema/countries.ts';
import { contactOf, newAccount, objectNamed, type Parties, placeFields } from './accounts.ts';
import { newestWhole } from './reducing.ts';

/** A customer goes by its contact; a person's account, or one without contacts, by itself. */
export function peopleOf(org: Org): People {
  const found = (id: string): Parties => {
    const contact = org.row('Contact', id);
    const account = org.row('Account', contact === undefined ? id : textIn(contact.fields, 'AccountId'));
    if (account === undefined) throw notFound();
    return { account, contact: contact ?? contactOf(org, account) };
  };
  return {
    add: (person) =>
      org.asStaff(() => {
        const { account, contact } = newAccount(org, buyerOf(person));
        return (contact ?? account).id;
      }),
    view: (id) => viewOf(found(id)),
    edit: (id, changes) => org.asStaff(() => org.tables.transaction(() => edit(org, found(id), changes))),
    addAddress: (id, address) =>
      org.asStaff(() => {
        updateRecord(
          org,
          objectNamed(org, 'Account'),
          found(id).account.id,
          streetFields('Shipping', address),
          byHand,
        );
      }),
    remove: (id) => org.asStaff(() => remove(org, found(id))),
    buy: (purchase) => buy(org, purchase),
    act: (id, deed) => org.asStaff(() => act(org, id, deed)),
  };
}

function buyerOf({
  email,
  name,
  company,
  vatNumber,
  phone,
  address,
}: Newcomer): Omit<Sale['buyer'], 'account'> {
  return {
    name: name || '-',
    email,
    company: company ?? '',
    phone: phone ?? '',
    vatNumber: vatNumber ?? '',
    ...(address == null ? { street: '', postalCode: '', city: '', country: 'NL' } : partsOf(address)),
  };
}

function partsOf({ street, extra, postalCode, city, country }: PersonAddress) {
  return { street: extra === undefined ? street : `${street}\n${extra}`, postalCode, city, country };
}

function streetFields(prefix: string, address: PersonAddress): JsonObject {
  return placeFields(prefix, partsOf(address));
}

/** With the last of its contacts an account goes too. */
function remove(org: Org, { account, contact }: Parties): void {
  const hasOthers = org.children('Contact', 'AccountId', account.id).some(({ id }) => id !== contact?.id);
  if (contact !== undefined && hasOthers) deleteRecord(org, objectNamed(org, 'Contact'), contact.id);
  else deleteRecord(org, objectNamed(org, 'Account'), account.id);
}

function viewOf({ account, contact }: Parties): PersonView {
  const { fields } = account;
  const isPerson = fields.IsPersonAccount === true;
  const of = (name: string) => textIn(isPerson ? fields : (contact?.fields ?? {}), name);
  const name = isPerson ? textIn(fields, 'Name') : of('Name');
  const company = isPerson || textIn(fields, 'Name') === name ? null : textIn(fields, 'Name');
  const [street = '', ...extra] = textIn(fields, 'BillingStreet').split('\n');
  const country = textIn(fields, 'BillingCountryCode') || codeOfCountry(textIn(fields, 'BillingCountry'));
  return {
    id: (contact ?? account).id,
    email: isPerson ? of('PersonEmail') : of('Email'),
    name,
    company,
    vatNumber: textIn(fields, 'VatNumber__c') || null,
    phone: textIn(fields, 'Phone') || null,
    address:
      street === ''
        ? null
        : {
            street,
            ...(extra.length > 0 ? { extra: extra.join('\n') } : {}),
            postalCode: textIn(fields, 'BillingPostalCode'),
            city: textIn(fields, 'BillingCity'),
            country: country || 'NL',
          },
  };
}

function edit(org: Org, { account, contact }: Parties, changes: PersonEdit): void {
  const before = viewOf({ account, contact });
  const isPerson = account.fields.IsPersonAccount === true;
  const { email, phone, vatNumber, address } = changes;
  const name = changes.name ?? before.name;
  const company = changes.company === undefined ? before.company : changes.company;
  if (isPerson && company !== null)
    throw invalid('INVALID_FIELD_FOR_INSERT_UPDATE', 'A person account is no company');
  const [first, last] = nameParts(name);
  const names =
    last === '' ? { FirstName: null, LastName: first || '-' } : { FirstName: first, LastName: last };
  const nowhere = { street: '', postalCode: '', city: '', country: '' };
  const place =
    address === undefined ? {} : placeFields('Billing', address === null ? nowhere : partsOf(address));
  const known = (object: string, fields: JsonObject) =>
    Object.fromEntries(
      Object.entries(fields).filter(
        ([each]) => org.schema.field(objectNamed(org, object), each) !== undefined,
      ),
    );
  updateRecord(
    org,
    objectNamed(org, 'Account'),
    account.id,
    known('Account', {
      ...(isPerson
        ? {
            ...(changes.name === undefined ? {} : names),
            ...(email === undefined ? {} : { PersonEmail: email || null }),
          }
        : { Name: company ?? name }),
      ...(phone === undefined ? {} : { Phone: phone }),
      ...(vatNumber === undefined ? {} : { VatNumber__c: vatNumber }),
      ...place,
    }),
    byHand,
  );
  if (contact === undefined) return;
  const personal = {
    ...(changes.name === undefined ? {} : names),
    ...(email === undefined ? {} : { Email: email || null }),
    ...(phone === undefined ? {} : { Phone: phone }),
    ...(address == null ? {} : streetFields('Mailing', address)),
  };
  if (Object.keys(personal).length > 0)
    updateRecord(org, objectNamed(org, 'Contact'), contact.id, personal, byHand);
}

function buy(org: Org, purchase: Purchase): string {
  const { amount, state, account, deliverTo } = purchase;
  const net = cents(Big(amount).div('1.21')).toFixed(2);
  const address = purchase.address ?? somewhere;
  const given = sale.parse({
    about: 'by hand',
    buyer: { ...buyerOf({ ...purchase, address }), account },
    ...(deliverTo === undefined
      ? {}
      : {
          deliverTo: {
            name: deliverTo.name,
            company: deliverTo.company ?? '',
            phone: deliverTo.phone ?? '',
            ...partsOf(deliverTo.address),
          },
        }),
    lines: [{ sku: 'MOK', name: 'Mok', price: net }],
    state: state === 'draft' ? 'draft' : 'activated',
  });
  const placedAt = timeOf(purchase);
  return placeSale(org, given, placedAt === null ? {} : { placedAt }).id;
}

/** Cancels the newest order of which nothing was taken back; its id, or null when there is none. */
export function cancelNewest(org: Org): string | null {
  const newest = newestWhole(org, () => true);
  if (newest === undefined) return null;
  org.asStaff(() => act(org, newest.id, 'cancel'));
  return newest.id;
}

/** Orders know neither payments nor parcels. */
function act(org: Org, id: string, deed: SaleDeed): void {
  const order = org.row('Order', id);
  if (order === undefined) throw notFound();
  const object = objectNamed(org, 'Order');
  const { orderStatuses } = org.settings();
  const isActive = isActivated(org, order);
  switch (deed) {
    case 'note':
      updateRecord(
        org,
        object,
        id,
        { Description: [textIn(order.fields, 'Description'), 'Gezien.'].join('\n').trim() },
        byHand,
      );
      return;
    case 'place': {
      const status = orderStatuses.find(({ category }) => category === 'Activated')?.value;
      if (isActive || status === undefined) throw invalid('INVALID_STATUS', 'The order has been activated');
      updateRecord(org, object, id, { Status: status }, byHand);
      return;
    }
    case 'cancel': {
      const draft = orderStatuses.find(({ category }) => category === 'Draft')?.value ?? 'Draft';
      const word = orderStatuses.find(
        ({ value, category }) => category === 'Draft' && /cancel|annul/i.test(value),
      )?.value;
      if (isActive || word !== undefined) updateRecord(org, object, id, { Status: word ?? draft }, byHand);
      if (word === undefined) deleteRecord(org, object, id);
      return;
    }
    case 'pay':
    case 'ship':
      throw invalid('INVALID_STATUS', 'An order here is neither paid nor sent');
  }
}
