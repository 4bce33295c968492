import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rateText } from '../../../sandbox/jortt/administration/vat-rules.ts';
import { seededCustomers } from '../../../sandbox/jortt/seed.ts';
import { readAccount } from '../../../src/connectors/jortt/account.ts';
import { customerTarget } from '../../../src/connectors/jortt/customers/target.ts';
import { customerToWire } from '../../../src/connectors/jortt/customers/to-wire.ts';
import { documentTarget } from '../../../src/connectors/jortt/orders/target.ts';
import { invoiceToWire } from '../../../src/connectors/jortt/orders/to-wire.ts';
import { invoiceTotals } from '../../../src/connectors/jortt/orders/totals.ts';
import type { Customer } from '../../../src/records/customer.ts';
import type { Document, DocumentLine } from '../../../src/records/document.ts';
import { big } from '../../../src/records/money.ts';
import { percentToFraction } from '../../../src/records/vat.ts';
import { OfficeApi } from '../../connectors/jortt/office-api.ts';
import { findDocument, findFirst } from '../../support/fake-api.ts';
import { Office } from './office.ts';

const word = fc.constantFrom('Ann', 'de Wit', ' Bo ', 'Élise', '日本');
const address = { street: 'Molenweg 12', postalCode: '3511 AB', city: 'Utrecht', country: 'NL' };

const anyCustomer: fc.Arbitrary<Customer> = fc.record({
  kind: fc.constantFrom('person', 'company'),
  name: word,
  firstName: fc.option(word, { nil: '' }),
  company: word,
  email: fc.constantFrom('ann@mail.example', ' Ann@Mail.example '),
  phone: fc.constantFrom('', '+31 30 000 00 00'),
  language: fc.constantFrom('nl', 'de-AT', 'xx'),
  cocNumber: fc.constantFrom('', '00000003'),
  reverseCharge: fc.constant(false),
  address: fc.constantFrom(address, { ...address, country: 'DE', extra: '2. Stock' }),
});

/** Codes that book the order's percentage as it is. */
const rates = [
  { vatRate: '21', vatCode: '21' },
  { vatRate: '21', vatCode: '21:margin_goods_high' },
  { vatRate: '9', vatCode: '9' },
  { vatRate: '0', vatCode: '0' },
  { vatRate: '0', vatCode: 'exempt' },
];

const anyLine: fc.Arbitrary<DocumentLine> = fc
  .record({
    tenThousandths: fc.integer({ min: -900_000, max: 9_000_000 }),
    places: fc.constantFrom(2, 2, 3, 4),
    quantity: fc.constantFrom('1', '2', '3', '7', '12', '0.5', '3.14', '-1'),
    rate: fc.constantFrom(...rates),
    description: fc.constantFrom('Blue mug', '', 'very long '.repeat(60)),
  })
  .map(({ tenThousandths, places, quantity, rate, description }) => ({
    ...{ kind: 'item' as const, quantity, description, ...rate },
    unitPrice: big(String(tenThousandths)).div(10_000).round(places).toFixed(),
  }));

const anyDocument: fc.Arbitrary<Document> = fc.record({
  kind: fc.constant('invoice'),
  state: fc.constantFrom('draft', 'sent'),
  reference: fc.constantFrom('ORDER-10042', ' #7 '),
  date: fc.constantFrom('2026-03-02', '2025-12-31'),
  currency: fc.constant('EUR'),
  pricesIncludeVat: fc.boolean(),
  customerId: fc.constant(seededCustomers.anna),
  ...{ customer: anyCustomer, placedAt: fc.constant('2026-03-02T09:15:00.000Z'), vatByRate: fc.constant([]) },
  lines: fc.array(anyLine, { minLength: 1, maxLength: 10 }),
  paid: fc.boolean(),
  paymentTermDays: fc.constantFrom(0, 14),
  fields: fc.constantFrom({}, { remarks: 'note', delivery_period: '2026-03-01' }),
});

describe('the connector’s bodies', () => {
  it('of any customer are accepted', async () => {
    const office = await Office.open();
    await fc.assert(
      fc.asyncProperty(anyCustomer, async (customer) => {
        const body = customerToWire({ customer, fields: {} });
        const id = await office.create('/v3/customers', body);
        expect(await office.read(`/v3/customers/${id}`)).toMatchObject(body);
      }),
    );
  });

  it('of any invoice are accepted, and come to the totals that it reckons', async () => {
    const office = await Office.open({ vatCategories: ['exempt', 'margin_goods_high'] }, true);
    await fc.assert(
      fc.asyncProperty(anyDocument, async (document) => {
        const id = await office.create('/v3/invoices', invoiceToWire(document));
        const invoice = office.jortt.state().invoices.find((each) => each.id === id);
        const { gross, vat, byRate } = invoiceTotals(document);
        expect(invoice?.invoice_status).toBe(document.state);
        expect(invoice?.invoice_total_incl_vat.amount).toBe(gross);
        expect(
          big(gross)
            .minus(invoice?.invoice_total.amount ?? 'none')
            .toFixed(2),
        ).toBe(vat);
        expect(invoice?.vatByRate).toEqual(
          Object.fromEntries(byRate.map((each) => [rateText(percentToFraction(each.rate)), each.vat])),
        );
      }),
    );
  });
});

describe('the connector', () => {
  it('reads the account', async () => {
    const office = await Office.open();
    expect(await readAccount(new OfficeApi(office))).toMatchObject({
      name: 'De Zandbak B.V.',
      traits: { oss: 'true', vatType: 'vat' },
    });
  });

  it('finds the right one of two alike addresses, and keeps what a merchant typed in', async () => {
    const office = await Office.open({}, true);
    const api = new OfficeApi(office);
    const anna = await findFirst(customerTarget, api, 'Anna@mail.example');
    expect(anna?.id).toBe(seededCustomers.anna);
    if (anna === null) return;
    await customerTarget.update(api, anna, { is_private: true, customer_name: 'Anna Bos' });
    expect(await office.read(`/v3/customers/${anna.id}`)).toMatchObject({
      customer_name: 'Anna Bos',
      payment_term: 14,
      additional_information: 'Belt liever dan dat ze mailt.',
    });
  });

  it('creates, finds, reads and credits an invoice', async () => {
    const office = await Office.open({ sendDelayMs: 1000 }, true);
    const api = new OfficeApi(office);
    const line = { kind: 'item', description: 'Mug', quantity: '1', unitPrice: '12.10' } as const;
    const buyer = { kind: 'person' as const, name: 'Anna Bos', reverseCharge: false, address: {} };
    const body = invoiceToWire({
      ...{ customer: buyer, placedAt: '2026-03-02T09:15:00.000Z', vatByRate: [] },
      ...{ kind: 'invoice', state: 'sent', reference: 'ORDER-1', date: '2026-03-02', currency: 'EUR' },
      ...{ pricesIncludeVat: true, customerId: seededCustomers.anna, paid: true, fields: {} },
      lines: [{ ...line, vatRate: '21', vatCode: '21' }],
    });
    const { id } = await documentTarget.create(api, body);
    const found = {
      id,
      gross: '12.10',
      vat: '2.10',
      currency: 'EUR',
      date: '2026-03-02',
      reference: 'ORDER-1',
      draft: true,
      customerId: seededCustomers.anna,
      credits: [],
    };
    expect(await findDocument(documentTarget, api, 'ORDER-1', api.now())).toEqual(found);
    office.world.pass(1000);
    const credit = await documentTarget.credit?.(api, id, 'sent');
    office.world.pass(1000);
    // A draft has no number yet.
    const credited = { ...found, draft: false, number: '202603-001', credits: [credit?.id] };
    expect(await documentTarget.get(api, id)).toEqual(credited);
    expect(await documentTarget.findCredit?.(api, id)).toEqual(credit);
    expect(await findDocument(documentTarget, api, 'ORDER-1', api.now())).toEqual(credited);
    expect(await documentTarget.get(api, seededCustomers.anna)).toBeNull();
    expect(await documentTarget.get(api, 'no-uuid')).toBeNull();
  });
});
