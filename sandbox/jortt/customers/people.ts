/** What the merchant's bookkeeper does by hand in Jortt's own pages. */
import Big from 'big.js';
import {
  type Newcomer,
  nameParts,
  type People,
  type PersonEdit,
  type PersonView,
  type Purchase,
  type SaleDeed,
  somewhere,
  timeOf,
} from '../../kit/people/levers.ts';
import { localDate } from '../../kit/time/local-time.ts';
import { fieldsOf } from '../fields.ts';
import { creditInvoice } from '../invoices/actions.ts';
import { addInvoice, deleteInvoice, existingInvoice } from '../invoices/endpoints.ts';
import { dueAmount } from '../invoices/on-wire.ts';
import { checkSendable } from '../invoices/rules.ts';
import { invalidOperation } from '../refusal.ts';
import type { Service } from '../service.ts';
import { type Customer, readCustomer } from './customer.ts';
import { addCustomer, existingCustomer } from './endpoints.ts';

type Written = Record<string, unknown>;

export function peopleOf(service: Service): People {
  const { books } = service;
  const add = (person: Newcomer) => addCustomer(service, readCustomer(fieldsOf(written(person, null)))).id;
  return {
    add,
    view: (id) => view(existingCustomer(service, id)),
    edit: (id, changes) => {
      const customer = existingCustomer(service, id);
      const input = readCustomer(fieldsOf({ ...customer, ...written(changes, customer) }));
      books.customers.put(id, { ...customer, ...input });
    },
    addAddress: (id) => {
      existingCustomer(service, id);
      throw invalidOperation('Customer::OneAddress', 'A customer has one address.');
    },
    remove: (id) => books.customers.put(id, { ...existingCustomer(service, id), deleted: true }),
    buy: (purchase) => invoiceFor(service, purchase, add),
    act: (id, deed) => actOn(service, id, deed),
  };
}

/** The name of a firm's contact is `attn`. */
function view(customer: Customer): PersonView {
  const isFirm = !customer.is_private;
  const { address_street: street, address_extra_information: extra } = customer;
  return {
    id: customer.id,
    email: customer.email ?? '',
    name: (isFirm ? customer.attn : customer.customer_name) ?? '',
    company: isFirm ? customer.customer_name : null,
    vatNumber: customer.vat_number,
    phone: customer.phonenumber,
    address:
      street === null
        ? null
        : {
            street,
            ...(extra ? { extra } : {}),
            postalCode: customer.address_postal_code ?? '',
            city: customer.address_city ?? '',
            country: customer.address_country_code ?? 'NL',
          },
  };
}

/** The fields of the API that an edit comes to. Who is no firm any more has no firm's fields. */
function written(person: Newcomer | PersonEdit, customer: Customer | null): Written {
  const { email, vatNumber, phone, address } = person;
  const before = customer === null ? null : view(customer);
  const company = person.company === undefined ? (before?.company ?? null) : person.company;
  const name = person.name ?? before?.name ?? '';
  const [first_name, last_name] = nameParts(name);
  const who =
    company === null
      ? { is_private: true, customer_name: name, attn: null, first_name, last_name, shift_vat: false }
      : { is_private: false, customer_name: company, attn: name || null, first_name: null, last_name: null };
  return {
    ...(person.name === undefined && person.company === undefined ? {} : who),
    ...(email === undefined ? {} : { email: email || null }),
    ...(vatNumber === undefined ? {} : { vat_number: vatNumber }),
    ...(phone === undefined ? {} : { phonenumber: phone }),
    ...(address === undefined ? {} : onWire(address)),
  };
}

function onWire(address: Newcomer['address']): Written {
  return {
    address_street: address?.street ?? null,
    address_extra_information: address?.extra ?? null,
    address_postal_code: address?.postalCode ?? null,
    address_city: address?.city ?? null,
    address_country_code: address?.country ?? 'NL',
  };
}

/** To a record of its own, or with `account` to the one that has the e-mail address. */
function invoiceFor(service: Service, purchase: Purchase, add: (person: Newcomer) => string): string {
  const { account, amount, state, deliverTo, placedAt: _, ...person } = purchase;
  if (deliverTo !== undefined) throw invalidOperation('Invoice::NoGoods', 'Books send no goods.');
  const earlier = timeOf(purchase);
  const email = person.email.toLowerCase();
  const known = account
    ? service.books.customers.all().find((each) => !each.deleted && each.email?.toLowerCase() === email)
    : undefined;
  const { id } = addInvoice(service, {
    customer_id: known?.id ?? add({ ...person, address: person.address ?? somewhere }),
    net_amounts: true,
    ...(earlier === null ? {} : { invoice_date: localDate(earlier) }),
    line_items: [
      {
        description: 'Mok',
        quantity: '1',
        amount: { amount, currency: 'EUR' },
        vat: { value: '0.21', category: null },
      },
    ],
    ...(state === 'draft' ? {} : { send_method: 'self' }),
  });
  if (state === 'paid') {
    // Also where sending takes a while: the money was there first.
    const invoice = existingInvoice(service, id);
    service.books.invoices.put(id, { ...invoice, paid: dueAmount(invoice).toFixed(2) });
  }
  return id;
}

/** What is still due is paid, or this amount in euros. What is on its way is sent first. */
export function payInvoice(service: Service, id: string, amount?: string): void {
  service.sending.runDue();
  const invoice = existingInvoice(service, id);
  if (invoice.sent === null) throw invalidOperation('Invoice::NotSent', 'An unsent invoice is not paid.');
  const paid = Big(invoice.paid).plus(amount ?? dueAmount(invoice));
  service.books.invoices.put(id, { ...invoice, paid: paid.toFixed(2) });
}

function actOn(service: Service, id: string, deed: SaleDeed): void {
  const invoice = existingInvoice(service, id);
  switch (deed) {
    case 'place':
      if (invoice.sent !== null || invoice.isOnItsWay) {
        throw invalidOperation('Invoice::AlreadySent', 'The invoice has been sent.');
      }
      checkSendable(invoice, service.books, service.settings());
      service.sending.request(invoice, 'self');
      return;
    case 'pay':
      payInvoice(service, id);
      return;
    case 'note':
      throw invalidOperation('Invoice::NoNotes', 'Books have no notes on an invoice.');
    case 'ship':
      throw invalidOperation('Invoice::NoGoods', 'Books send no goods.');
    case 'cancel':
      if (invoice.sent === null) deleteInvoice(service, id);
      else creditInvoice(service, id, 'self');
      return;
  }
}
