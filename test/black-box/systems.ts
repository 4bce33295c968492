import Big from 'big.js';
import { z } from 'zod';
import { cancelled, sent } from '../../sandbox/mijnwebwinkel/orders/statuses.ts';
import { credentials } from '../support/systems.ts';
import type { Sandbox } from './sandbox.ts';

/** What was sold, by figures that are not of Koppel. Decimal strings. */
export interface Sold {
  /** The record's id at its source: the key of its task. */
  readonly key: string;
  /** What people call it, and what the document at the other side refers to. */
  readonly number: string;
  readonly gross: string;
  readonly vat: string;
  readonly bookable: boolean;
  readonly about: string;
}

interface Booked {
  readonly reference: string;
  readonly gross: string;
  readonly vat: string;
}

export interface Person {
  readonly email: string;
  /** Of the company, else of the person. */
  readonly name: string;
  readonly city: string;
}

/** One system as the sandbox plays it: its levers, and what it holds, told in one way for all of them. */
export interface System {
  readonly credentials: Readonly<Record<string, string>>;
  /** Settings of a flow that takes orders out of it. */
  readonly leaving: Readonly<Record<string, unknown>>;
  readonly sell: (sandbox: Sandbox, count: number) => Promise<void>;
  readonly sold: (sandbox: Sandbox) => Promise<Sold[]>;
  readonly booked: (sandbox: Sandbox) => Promise<Booked[]>;
  readonly people: (sandbox: Sandbox) => Promise<Person[]>;
}

const cents = (value: string | number) => Big(value).toFixed(2);
const amount = z.union([z.string(), z.number()]).transform(cents);
const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '');

const shopExpectations = z.array(
  z.looseObject({
    id: z.string(),
    number: z.string().optional(),
    gross: z.string(),
    tax: z.string(),
    bookable: z.boolean(),
    about: z.string(),
    why: z.string(),
  }),
);

function soldBy(system: string): System['sold'] {
  return async (sandbox) =>
    shopExpectations
      .parse(await sandbox.control('GET', `/${system}/expectations`))
      .map(({ id, number = id, gross, tax, bookable, about, why }) => ({
        ...{ key: id, number, gross, vat: tax, bookable },
        about: `${about} (${why})`,
      }));
}

const rate = z.looseObject({ amount });
const fullName = (first: string, last: string) => [first, last].filter(Boolean).join(' ');

const ccvState = z.object({
  orders: z.array(
    z.looseObject({
      total_price: amount,
      total_tax: amount,
      customer: z.looseObject({ reference: text }).nullable(),
    }),
  ),
  users: z.array(
    z.looseObject({
      info: z.looseObject({
        email: text,
        billingaddress: z.looseObject({ full_name: text, company: text, city: text }),
      }),
    }),
  ),
});

const ecwidState = z.object({
  orders: z.array(z.looseObject({ privateAdminNotes: text, total: amount, tax: amount })),
  customers: z.array(
    z.looseObject({
      email: text,
      billingPerson: z.looseObject({ name: text, companyName: text, city: text }).prefault({}),
    }),
  ),
});

const jorttInvoice = z.looseObject({
  id: z.string(),
  invoice_number: z.string().nullable(),
  reference: text,
  invoice_total: z.object({ amount }),
  invoice_total_incl_vat: z.object({ amount }),
});
const jorttState = z.object({
  invoices: z.array(jorttInvoice),
  customers: z.array(
    z.looseObject({
      customer_name: z.string(),
      email: text,
      address_city: text,
      archived: z.boolean(),
      deleted: z.boolean(),
    }),
  ),
});

const magentoState = z.object({
  orders: z.array(
    z.looseObject({ ext_order_id: z.string().nullish(), grand_total: amount, tax_amount: amount }),
  ),
  customers: z.array(
    z.looseObject({
      email: z.string(),
      website_id: z.number(),
      firstname: z.string(),
      middlename: text,
      lastname: z.string(),
      addresses: z.array(
        z.looseObject({ default_billing: z.boolean().optional(), company: text, city: z.string() }),
      ),
    }),
  ),
});

const mijnwebwinkelState = z.object({
  orders: z.array(
    z.looseObject({
      comments: z.object({ internal: text }),
      // One object where there is one rate.
      price: z.object({
        total: amount,
        tax: z.union([rate, z.array(rate)]).transform((tax) => [tax].flat()),
      }),
    }),
  ),
  customers: z.array(
    z.looseObject({
      email: z.string(),
      firstName: text,
      lastName: text,
      addresses: z.array(z.looseObject({ isDefaultForInvoice: z.boolean(), company: text, city: text })),
    }),
  ),
});

const shopifyState = z.object({
  orders: z.array(z.looseObject({ sourceIdentifier: text, total: amount, tax: amount })),
  customers: z.array(
    z.looseObject({
      email: text,
      firstName: text,
      lastName: text,
      addresses: z.array(z.looseObject({ company: text, city: text })),
    }),
  ),
});

const deletable = { Id: z.string(), IsDeleted: z.boolean() };
const salesforceState = z.object({
  Order: z.array(z.looseObject({ ...deletable, KoppelKey__c: text })),
  OrderItem: z.array(
    z.looseObject({
      OrderId: z.string(),
      Quantity: z.number(),
      UnitPrice: z.number(),
      VatRate__c: z.number(),
    }),
  ),
  Account: z.array(z.looseObject({ ...deletable, Name: text, BillingCity: text })),
  Contact: z.array(z.looseObject({ ...deletable, Email: text, AccountId: text })),
});

/** Of net lines, each to the cent, with the VAT of their sum at every rate. */
function figuresOf(
  items: readonly { readonly Quantity: number; readonly UnitPrice: number; readonly VatRate__c: number }[],
) {
  const rates = new Map<number, Big>();
  for (const { Quantity, UnitPrice, VatRate__c } of items)
    rates.set(VatRate__c, (rates.get(VatRate__c) ?? Big(0)).plus(Big(Quantity).times(UnitPrice).round(2)));
  const net = [...rates.values()].reduce((sum, each) => sum.plus(each), Big(0));
  const vat = [...rates].reduce((sum, [rate, of]) => sum.plus(of.times(rate).div(100).round(2)), Big(0));
  return { gross: net.plus(vat).toFixed(2), vat: vat.toFixed(2) };
}

const vatOf = (invoice: z.infer<typeof jorttInvoice>) =>
  cents(Big(invoice.invoice_total_incl_vat.amount).minus(invoice.invoice_total.amount).toString());

/** Towns in countries whose regions Magento insists on: without one an account there comes without its address. */
export const townsWithoutRegion: readonly string[] = ['Cádiz', 'Genève'];

export const systems = {
  ccv: {
    credentials: credentials.ccv,
    leaving: {},
    sell: (sandbox, count) => sandbox.control('POST', '/ccv/orders', { count }),
    sold: soldBy('ccv'),
    booked: async (sandbox) =>
      ccvState
        .parse(await sandbox.control('GET', '/state/ccv'))
        .orders.map(({ customer, total_price, total_tax }) => ({
          reference: /^Koppel (.+)$/.exec(customer?.reference ?? '')?.[1] ?? '',
          gross: total_price,
          vat: total_tax,
        })),
    people: async (sandbox) =>
      ccvState.parse(await sandbox.control('GET', '/state/ccv')).users.map(
        ({
          info: {
            email,
            billingaddress: { full_name, company, city },
          },
        }) => ({
          ...{ email: email.toLowerCase(), city },
          name: company || full_name,
        }),
      ),
  },
  ecwid: {
    credentials: credentials.ecwid,
    leaving: {},
    sell: (sandbox, count) => sandbox.control('POST', '/ecwid/orders', { count }),
    sold: soldBy('ecwid'),
    booked: async (sandbox) =>
      ecwidState
        .parse(await sandbox.control('GET', '/state/ecwid'))
        .orders.map(({ privateAdminNotes, total, tax }) => ({
          reference: /^Referentie: (.+)$/m.exec(privateAdminNotes)?.[1] ?? '',
          gross: total,
          vat: tax,
        })),
    people: async (sandbox) =>
      ecwidState
        .parse(await sandbox.control('GET', '/state/ecwid'))
        .customers.map(({ email, billingPerson: { name, companyName, city } }) => ({
          ...{ email: email.toLowerCase(), city },
          name: companyName || name,
        })),
  },
  jortt: {
    credentials: credentials.jortt,
    leaving: { statuses: ['sent'] },
    sell: (sandbox, count) => sandbox.control('POST', '/jortt/invoices', { count }),
    sold: async (sandbox) =>
      jorttState.parse(await sandbox.control('GET', '/state/jortt')).invoices.map((invoice) => ({
        key: invoice.id,
        number: invoice.invoice_number ?? '',
        gross: invoice.invoice_total_incl_vat.amount,
        vat: vatOf(invoice),
        bookable: true,
        about: 'an invoice',
      })),
    booked: async (sandbox) =>
      jorttState.parse(await sandbox.control('GET', '/state/jortt')).invoices.map((invoice) => ({
        ...{ reference: invoice.reference, vat: vatOf(invoice) },
        gross: invoice.invoice_total_incl_vat.amount,
      })),
    people: async (sandbox) =>
      jorttState
        .parse(await sandbox.control('GET', '/state/jortt'))
        .customers.filter(({ archived, deleted }) => !archived && !deleted)
        .map(({ email, customer_name, address_city }) => ({
          email,
          name: customer_name,
          city: address_city,
        })),
  },
  magento: {
    credentials: credentials.magento,
    leaving: {},
    sell: (sandbox, count) => sandbox.control('POST', '/magento/orders', { count }),
    sold: soldBy('magento'),
    booked: async (sandbox) =>
      magentoState
        .parse(await sandbox.control('GET', '/state/magento'))
        .orders.map(({ ext_order_id, grand_total, tax_amount }) => ({
          ...{ reference: ext_order_id ?? '', gross: grand_total, vat: tax_amount },
        })),
    // Of the website of the connection: others have accounts of their own.
    people: async (sandbox) =>
      magentoState
        .parse(await sandbox.control('GET', '/state/magento'))
        .customers.filter(({ website_id }) => website_id === 1)
        .map(({ email, firstname, middlename, lastname, addresses }) => {
          const billing = addresses.find(({ default_billing }) => default_billing);
          const name = [firstname, middlename, lastname].filter(Boolean).join(' ');
          return { email, name: billing?.company || name, city: billing?.city ?? '' };
        }),
  },
  mijnwebwinkel: {
    credentials: {
      ...credentials.mijnwebwinkel,
      sentStatus: String(sent),
      cancelledStatus: String(cancelled),
    },
    leaving: {},
    sell: (sandbox, count) => sandbox.control('POST', '/mijnwebwinkel/orders', { count }),
    sold: soldBy('mijnwebwinkel'),
    booked: async (sandbox) =>
      mijnwebwinkelState
        .parse(await sandbox.control('GET', '/state/mijnwebwinkel'))
        .orders.map(({ comments, price: { total, tax } }) => ({
          reference: /^Referentie: (.+)$/m.exec(comments.internal)?.[1] ?? '',
          gross: total,
          vat: cents(tax.reduce((sum, each) => sum.plus(each.amount), Big(0)).toString()),
        })),
    people: async (sandbox) =>
      mijnwebwinkelState
        .parse(await sandbox.control('GET', '/state/mijnwebwinkel'))
        .customers.map(({ email, firstName, lastName, addresses }) => {
          const billing = addresses.find(({ isDefaultForInvoice }) => isDefaultForInvoice);
          const name = billing?.company || fullName(firstName, lastName);
          return { email: email.toLowerCase(), name, city: billing?.city ?? '' };
        }),
  },
  salesforce: {
    credentials: credentials.salesforce,
    leaving: {},
    sell: (sandbox, count) => sandbox.control('POST', '/salesforce/orders', { count }),
    sold: soldBy('salesforce'),
    booked: async (sandbox) => {
      const { Order: orders, OrderItem: items } = salesforceState.parse(
        await sandbox.control('GET', '/state/salesforce'),
      );
      return orders
        .filter(({ IsDeleted }) => !IsDeleted)
        .map(({ Id, KoppelKey__c }) => ({
          reference: KoppelKey__c,
          ...figuresOf(items.filter(({ OrderId }) => OrderId === Id)),
        }));
    },
    people: async (sandbox) => {
      const { Account: accounts, Contact: contacts } = salesforceState.parse(
        await sandbox.control('GET', '/state/salesforce'),
      );
      return contacts
        .filter(({ IsDeleted }) => !IsDeleted)
        .flatMap(({ Email, AccountId }) => {
          const account = accounts.find(({ Id }) => Id === AccountId);
          return account === undefined
            ? []
            : [{ email: Email.toLowerCase(), name: account.Name, city: account.BillingCity }];
        });
    },
  },
  shopify: {
    credentials: credentials.shopify,
    leaving: {},
    sell: (sandbox, count) => sandbox.control('POST', '/shopify/orders', { count }),
    sold: soldBy('shopify'),
    booked: async (sandbox) =>
      shopifyState
        .parse(await sandbox.control('GET', '/state/shopify'))
        .orders.map(({ sourceIdentifier, total, tax }) => ({
          ...{ reference: sourceIdentifier, gross: total, vat: tax },
        })),
    people: async (sandbox) =>
      shopifyState
        .parse(await sandbox.control('GET', '/state/shopify'))
        .customers.map(({ email, firstName, lastName, addresses: [main] }) => ({
          ...{ email: email.toLowerCase(), city: main?.city ?? '' },
          name: main?.company || fullName(firstName, lastName),
        })),
  },
} satisfies Readonly<Record<string, System>>;

export type SystemId = keyof typeof systems;
