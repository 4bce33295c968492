import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { orderTarget } from '../../../../src/connectors/salesforce/orders/target.ts';
import type { Document } from '../../../../src/records/document.ts';
import { findDocument } from '../../../support/fake-api.ts';
import { line, shopOrder } from '../../ecwid/documents.ts';
import { itemAnswer, rows } from '../answers.ts';
import { accountWith, FakeOrg } from '../fake-org.ts';

const contact = '003xx0000000001AAA';
const webshop = '01sxx0000000002AAA';
const mug = '01txx0000000001AAA';
const other = '01txx0000000009AAA';

type Traits = Readonly<Record<string, string | undefined>>;

function bodyOf(fields: Partial<Document> = {}, traits: Traits = {}) {
  return orderTarget.toWire(shopOrder({ customerId: contact, ...fields }), accountWith(traits)) as {
    order: Record<string, unknown>;
    items: Record<string, unknown>[];
    activate?: unknown;
  };
}

const entry = (product: string, more: Record<string, unknown> = {}) => ({
  Id: `01u${product.slice(3)}`,
  Product2Id: product,
  Pricebook2Id: webshop,
  IsActive: true,
  ...more,
});

const standing = {
  'FROM Contact WHERE Id = ': () => [{ Id: contact, AccountId: '001xx0000000001AAA' }],
  'FROM Product2 WHERE StockKeepingUnit = ': () => [{ Id: other }],
  'FROM PricebookEntry': () => [entry(mug), entry(other)],
};

function org(more: ConstructorParameters<typeof FakeOrg>[0] = {}) {
  return new FakeOrg({ ...more, queries: { ...standing, ...more?.queries } });
}

async function made(fields: Partial<Document> = {}, api = org()) {
  const { id } = await orderTarget.create(
    api,
    orderTarget.toWire(shopOrder({ customerId: contact, ...fields }), api.account),
  );
  return { api, id };
}

describe('what is made', () => {
  test('is an order with its items in one call, a draft first and activated last', async () => {
    const lines = [
      line({ articleId: mug }),
      line({ kind: 'shipping', description: 'Bezorgen', quantity: '1', unitPrice: '6.05' }),
    ];
    const { api, id } = await made({ lines, state: 'sent', note: 'Bellen' });
    expect(id).toMatch(/^801/);
    expect(api.calls.map(({ method, path }) => `${method} ${path.split('/').at(-1)}`)).toEqual([
      'GET query',
      'GET query',
      'GET query',
      'POST composite',
    ]);
    expect(api.calls.at(-1)?.body).toMatchObject({ allOrNone: true, collateSubrequests: false });
    expect(api.parts.map(({ method, url }) => [method, url])).toEqual([
      ['POST', '/services/data/v66.0/sobjects/Order'],
      ['POST', '/services/data/v66.0/composite/sobjects'],
      ['PATCH', '/services/data/v66.0/sobjects/Order/@{order.id}'],
    ]);
    const [order, items, activation] = api.parts.map(({ body }) => body);
    expect(order).toEqual({
      AccountId: '001xx0000000001AAA',
      BillToContactId: contact,
      EffectiveDate: '2026-03-01',
      Status: 'Draft',
      Pricebook2Id: webshop,
      OrderReferenceNumber: '10042',
      Description: 'Referentie: 10042\nGemaakt door Koppel\nBellen',
      BillingStreet: 'Kade 12',
      BillingPostalCode: '8011 AB',
      BillingCity: 'Zwolle',
      BillingCountry: 'Netherlands',
      ShippingStreet: 'Kade 12',
      ShippingPostalCode: '8011 AB',
      ShippingCity: 'Zwolle',
      ShippingCountry: 'Netherlands',
    });
    const item = { attributes: { type: 'OrderItem' }, OrderId: '@{order.id}', Btw__c: 21 };
    expect(items).toEqual({
      allOrNone: true,
      records: [
        { ...item, PricebookEntryId: entry(mug).Id, Quantity: 2, UnitPrice: 10, Description: 'Mug' },
        { ...item, PricebookEntryId: entry(other).Id, Quantity: 1, UnitPrice: 5, Description: 'Bezorgen' },
      ],
    });
    // They must come first (sheet 3.6).
    expect(JSON.stringify(items)).toContain('"records":[{"attributes"');
    expect(activation).toEqual({ Status: 'Activated' });
  });

  test('says nothing in fields that may not be written', async () => {
    const closed = 'Order.Description,Order.BillToContactId,Order.OrderReferenceNumber,OrderItem.Btw__c';
    const key = { closed, orderKeyField: 'Koppel__c', vatRate: '21' };
    const { api } = await made({ note: 'Bellen' }, org({ traits: key }));
    const [order, items] = api.parts.map(({ body }) => body as Record<string, unknown>);
    expect(order).toMatchObject({ Koppel__c: '10042' });
    for (const name of ['Description', 'BillToContactId', 'OrderReferenceNumber'])
      expect(order).not.toHaveProperty(name);
    expect(JSON.stringify(items)).not.toContain('Btw__c');
    expect(() => bodyOf({}, { closed })).toThrow(expect.objectContaining({ code: 'org_lacks' }));
    // Nobody could read the rate again.
    expect(() => bodyOf({}, { closed: 'OrderItem.Btw__c' })).toThrow(
      expect.objectContaining({ code: 'org_lacks', params: expect.objectContaining({ field: 'Btw__c' }) }),
    );
  });

  test('stays a draft where the flow says so, and is called as the org calls one', () => {
    expect(bodyOf({ state: 'draft' })).not.toHaveProperty('activate');
    const words = { draftStatus: 'Concept', activatedStatus: 'Actief' };
    expect(bodyOf({ state: 'sent' }, words)).toMatchObject({
      order: { Status: 'Concept' },
      activate: { Status: 'Actief' },
    });
  });

  test('bears Koppel’s key, currency and codes of countries where the org has them', () => {
    const traits = {
      orderKeyField: 'Koppel__c',
      currencies: 'EUR,USD',
      countryCodes: 'yes',
      states: 'NL-OV,US-CA',
    };
    const at = (region: string) => ({
      ...shopOrder().customer,
      address: { ...shopOrder().customer.address, region },
    });
    const { order } = bodyOf({ currency: 'USD', customer: at('OV') }, traits);
    expect(order).toMatchObject({
      Koppel__c: '10042',
      CurrencyIsoCode: 'USD',
      BillingCountryCode: 'NL',
      BillingStateCode: 'OV',
    });
    expect(order).not.toHaveProperty('BillingCountry');
    // One that the org does not list for that country would refuse the order.
    expect(bodyOf({ customer: at('CA') }, traits).order).not.toHaveProperty('BillingStateCode');
    expect(bodyOf({ customer: at('Overijssel') }).order).toMatchObject({ BillingState: 'Overijssel' });
  });

  test('says what its prices miss in a line of its own', () => {
    // 3 × 9.99 with VAT: 24.77 without, and 3 × 8.26 is 24.78.
    const { items } = bodyOf({ lines: [line({ quantity: '3', unitPrice: '9.99' })] });
    expect(items.map(({ Quantity, UnitPrice, Description }) => [Quantity, UnitPrice, Description])).toEqual([
      [3, 8.26, 'Mug'],
      [1, -0.01, 'Afronding 21%'],
    ]);
    const finer = bodyOf({ lines: [line({ quantity: '3', unitPrice: '9.99' })] }, { priceDecimals: '4' });
    expect(finer.items.map(({ UnitPrice }) => UnitPrice)).toEqual([8.2562]);
  });

  test('tells in words what the org cannot count, and takes off below zero', () => {
    const lines = [
      line({ description: 'Touw', quantity: '1.005', unitPrice: '12.10' }),
      line({ description: 'Retour', quantity: '-1', unitPrice: '12.10' }),
      line({ kind: 'discount', description: 'LENTE', quantity: '1', unitPrice: '-2.42' }),
    ];
    const { items } = bodyOf({ lines });
    expect(items.map(({ Quantity, UnitPrice, Description }) => [Quantity, UnitPrice, Description])).toEqual([
      [1, 10.05, '1.005 × Touw'],
      [1, -10, 'Retour'],
      [1, -2, 'LENTE'],
    ]);
    const { items: whole } = bodyOf({ lines: [line({ quantity: '1.005' })] }, { quantityDecimals: '3' });
    expect(whole[0]).toMatchObject({ Quantity: 1.005, UnitPrice: 10 });
  });

  test('is not made without a place for its rates, its own fields, or orders at all', () => {
    const lines = [line({ vatRate: '9' })];
    const code = (fields: Partial<Document>, traits: Traits) => {
      try {
        bodyOf(fields, traits);
        return 'made';
      } catch (error) {
        return error as { code: string; params: unknown };
      }
    };
    expect(code({ lines }, { vatRateField: undefined })).toMatchObject({
      code: 'org_lacks',
      params: { object: 'OrderItem' },
    });
    expect(code({ lines }, { vatRateField: undefined, vatRate: '9' })).toBe('made');
    expect(code({}, { requiredOfOrder: 'Status,Region__c,Channel__c' })).toMatchObject({
      code: 'fields_missing',
      params: { object: 'Order', fields: ['Region__c', 'Channel__c'] },
    });
    const custom = { Region__c: 'Oost', Channel__c: 'Web' };
    expect(code({ fields: { custom } }, { requiredOfOrder: 'Region__c,Channel__c' })).toBe('made');
    expect(code({}, { requiredOfItem: 'Batch__c' })).toMatchObject({
      params: { object: 'OrderItem', fields: ['Batch__c'] },
    });
    expect(code({}, { orders: undefined })).toMatchObject({ code: 'org_lacks' });
    expect(code({ kind: 'credit' }, {})).toMatchObject({ code: 'credit_unsupported' });
  });

  test('of an org that hides what it may is found by Koppel’s own key, or not made', async () => {
    const traits = { ownOfOrder: '', orderKeyField: 'Koppel__c' };
    const api = org({ traits, queries: { 'FROM Order WHERE': () => [] } });
    await made({}, api);
    expect(Object.keys(api.written('order')[0] as object)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/Reference|Description|Contact/)]),
    );
    expect(await findDocument(orderTarget, api, '10042')).toBeNull();
    expect(api.asked.at(-1)).not.toMatch(/Reference|BillTo/);
    expect(() => bodyOf({}, { ownOfOrder: '' })).toThrow(expect.objectContaining({ code: 'org_lacks' }));
  });

  test('is for the account of a person, or of whoever a record was merged into', async () => {
    const person = '001xx0000000007AAA';
    const api = org({ queries: { 'FROM Account WHERE Id = ': () => [{ Id: person }] } });
    await made({ customerId: '001xx0000000007' }, api);
    expect(api.written('order')[0]).toMatchObject({ AccountId: person });
    expect(api.written('order')[0]).not.toHaveProperty('BillToContactId');

    const merged = org({
      queries: {
        'FROM Contact WHERE Id = ': (q) =>
          q.includes(contact) ? [] : [{ Id: '003xx0000000002AAA', AccountId: person }],
        'SELECT MasterRecordId FROM Contact': (q) =>
          q.includes(contact) ? [{ MasterRecordId: '003xx0000000002AAA' }] : [],
      },
    });
    await made({}, merged);
    expect(merged.written('order')[0]).toMatchObject({
      AccountId: person,
      BillToContactId: '003xx0000000002AAA',
    });
    await expect(made({}, org({ queries: { 'FROM Contact': () => [] } }))).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  test('with more lines than a collection takes is one call still', async () => {
    const lines = Array.from({ length: 450 }, () => line({ articleId: mug }));
    const { api } = await made({ lines });
    expect(api.parts.map(({ referenceId }) => referenceId)).toEqual(['order', 'items0', 'items1', 'items2']);
  });
});

describe('entries of the price book', () => {
  const lines = [line({ articleId: mug })];
  const standard = '01sxx0000000001AAA';
  /** Rows of the standard book and of another currency are no answer to what is asked. */
  const found = (...entries: unknown[]) => ({ 'FROM PricebookEntry': () => entries });

  test('are asked for by product, book and currency', async () => {
    const api = org({ traits: { currencies: 'EUR,USD' } });
    await made({ lines }, api);
    expect(api.asked.find((q) => q.includes('PricebookEntry'))).toBe(
      `SELECT Id, Product2Id, Pricebook2Id, UnitPrice, IsActive FROM PricebookEntry WHERE Product2Id IN ('${mug}') AND Pricebook2Id IN ('${webshop}','${standard}') AND CurrencyIsoCode = 'EUR'`,
    );
  });

  test.each([
    ['absent', [entry(mug, { Pricebook2Id: standard })]],
    ['inactive', [entry(mug, { IsActive: false })]],
  ])('that are %s park the order, and never is another one taken', async (why, entries) => {
    const api = org({ queries: found(...entries) });
    await expect(made({ lines }, api)).rejects.toMatchObject({
      kind: 'rejected',
      code: 'entry_missing',
      params: { product: mug, pricebook: webshop, why },
    });
    expect(api.parts).toEqual([]);
  });

  test('are made where the connection says so, the standard one first, and inactive ones are switched on', async () => {
    const traits = { entries: 'make', currencies: 'EUR' };
    let stands: unknown[] = [];
    const queries = { 'FROM PricebookEntry': () => stands.splice(0, stands.length, entry(mug)) };
    const api = org({ traits, queries });
    await made({ lines }, api);
    const price = { Product2Id: mug, UnitPrice: 10, IsActive: true, CurrencyIsoCode: 'EUR' };
    expect(api.parts.slice(0, 2).map(({ body }) => body)).toEqual([
      { Pricebook2Id: standard, ...price },
      { Pricebook2Id: webshop, ...price },
    ]);
    stands = [entry(mug, { IsActive: false })];
    const off = org({ traits, queries });
    await made({ lines }, off);
    expect(off.parts[0]).toMatchObject({
      method: 'PATCH',
      url: `/services/data/v66.0/sobjects/PricebookEntry/${entry(mug).Id}`,
      body: { IsActive: true },
    });
  });

  test('are made with VAT in a price book that has it, while the line stays without', async () => {
    const traits = { entries: 'make', pricesIncludeVat: 'true' };
    const stands: unknown[] = [];
    const queries = { 'FROM PricebookEntry': () => stands.splice(0, stands.length, entry(mug)) };
    const api = org({ traits, queries });
    await made({ lines }, api);
    const [first, second] = api.parts.map(({ body }) => body as { UnitPrice: number });
    expect([first?.UnitPrice, second?.UnitPrice]).toEqual([12.1, 12.1]);
    expect(JSON.stringify(api.written('items0'))).toContain('"UnitPrice":10');
  });

  test('are made in the digits of the currency', async () => {
    const traits = { entries: 'make', pricesIncludeVat: 'true', currencies: 'EUR,JPY' };
    const queries = (stands: unknown[]) => ({
      'FROM PricebookEntry': () => stands.splice(0, stands.length, entry(mug)),
    });
    const priced = async (currency: string, unitPrice: string) => {
      const api = org({ traits, queries: queries([]) });
      await made({ lines: [line({ articleId: mug, unitPrice })], pricesIncludeVat: false, currency }, api);
      return api.parts.map(({ body }) => (body as { UnitPrice: number }).UnitPrice)[0];
    };
    expect(await priced('JPY', '999')).toBe(1209);
    expect(await priced('EUR', '9.99')).toBe(12.09);
  });

  test('of lines without a product of their own need the product for that', async () => {
    const queries = { 'FROM Product2 WHERE StockKeepingUnit = ': () => [] };
    await expect(made({}, org({ queries }))).rejects.toMatchObject({
      code: 'entry_missing',
      params: { why: 'no_product' },
    });
    const api = org({
      queries: {
        ...queries,
        'FROM PricebookEntry': (q: string) => [entry(/IN \('(\w+)'/.exec(q)?.[1] ?? '')],
      },
      traits: { entries: 'make' },
    });
    await made({}, api);
    expect(api.sent[0]).toEqual({ Name: 'Koppel', StockKeepingUnit: 'KOPPEL', IsActive: true });
  });
});

describe('many lines', () => {
  const lines = (count: number) => Array.from({ length: count }, () => line({ articleId: mug }));

  test('go in no more lists than a call may have, and one by one behind those', async () => {
    const { api } = await made({ lines: lines(1_003), state: 'sent', pricesIncludeVat: false });
    expect(api.parts.filter(({ url }) => url.endsWith('/composite/sobjects'))).toHaveLength(5);
    const singles = api.parts.filter(({ url }) => url.endsWith('/sobjects/OrderItem'));
    expect(singles.map(({ body }) => body)).toMatchObject(Array(3).fill({ OrderId: '@{order.id}' }));
    expect(api.parts.at(-1)?.referenceId).toBe('active');
  });

  test('that one call has no room for are for a person, and nothing is made', async () => {
    const api = org();
    const making = made({ lines: lines(1_019), state: 'sent', pricesIncludeVat: false }, api);
    await expect(making).rejects.toMatchObject({ kind: 'rejected', code: 'too_many_lines' });
    expect(api.parts).toEqual([]);
  });
});

describe('a refusal', () => {
  const refusing = (errorCode: string, traits = {}) =>
    org({
      traits,
      refuses: ({ referenceId }) =>
        referenceId === 'items0' ? [{ errorCode, message: 'It says no', fields: ['UnitPrice'] }] : undefined,
    });

  test.each([
    ['FIELD_CUSTOM_VALIDATION_EXCEPTION', 'rejected', 'refused'],
    ['INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', 'rejected', 'refused'],
    ['UNABLE_TO_LOCK_ROW', 'retry', 'conflict'],
    ['DUPLICATE_VALUE', 'rejected', 'refused'],
    ['ENTITY_IS_DELETED', 'rejected', 'not_found'],
  ])('%s of a part is one of all: %s, %s', async (systemCode, kind, code) => {
    await expect(made({}, refusing(systemCode))).rejects.toMatchObject({
      kind,
      code,
      params: { systemCode },
    });
  });

  test('of a key that stands there already may be of what an earlier call made', async () => {
    const keyed = refusing('DUPLICATE_VALUE', { orderKeyField: 'Koppel__c' });
    await expect(made({}, keyed)).rejects.toMatchObject({ kind: 'outcome-unknown', code: 'conflict' });
  });

  test('of an entry that somebody has made meanwhile is looked for', async () => {
    const api = org({
      traits: { entries: 'make' },
      queries: { 'FROM PricebookEntry': () => [] },
      refuses: ({ referenceId }) =>
        referenceId.startsWith('new') ? [{ errorCode: 'DUPLICATE_VALUE', message: 'no' }] : undefined,
    });
    await expect(made({}, api)).rejects.toMatchObject({ kind: 'outcome-unknown', code: 'conflict' });
  });
});

describe('what was made', () => {
  const row = {
    Id: '801xx0000000001AAA',
    OrderNumber: '00000107',
    EffectiveDate: '2026-03-01',
    StatusCode: 'Draft',
    OrderReferenceNumber: '10042',
    AccountId: '001xx0000000001AAA',
    BillToContactId: contact,
    OrderItems: rows([itemAnswer(1, 4.17, 21), itemAnswer(2, 2, 9)]),
  };
  const found = {
    id: row.Id,
    number: '00000107',
    gross: '21.68',
    vat: '3.17',
    currency: 'EUR',
    date: '2026-03-01',
    reference: '10042',
    draft: true,
    customerId: contact,
  };

  test('is found by its reference, and read with what it comes to', async () => {
    const api = org({ queries: { 'FROM Order WHERE': () => [row] } });
    expect(await findDocument(orderTarget, api, '10042')).toEqual(found);
    expect(api.asked[0]).toContain("WHERE OrderReferenceNumber IN ('10042')");
    expect(await orderTarget.get(api, row.Id)).toEqual(found);
    expect(await findDocument(orderTarget, api, '1004')).toBeNull();
  });

  test('is looked for in as many questions as fit into addresses', async () => {
    const api = org();
    await orderTarget.find(
      api,
      Array.from({ length: 50 }, (_, index) => `${'„é'.repeat(40)}${index}`),
      new Date(0),
    );
    expect(api.asked.length).toBeGreaterThan(1);
    for (const q of api.asked) expect(encodeURIComponent(q).length).toBeLessThan(12_000);
  });

  test('is found by Koppel’s own key where the connection names one', async () => {
    const api = org({
      traits: { orderKeyField: 'Koppel__c' },
      queries: {
        'FROM Order WHERE': () => [{ ...row, OrderReferenceNumber: 'changed', Koppel__c: '10042' }],
      },
    });
    expect(await findDocument(orderTarget, api, '10042')).toEqual(found);
    expect(api.asked[0]).toContain("WHERE Koppel__c IN ('10042')");
  });

  test('comes to what was meant, whatever the basket', () => {
    const cents = fc.integer({ min: 1, max: 20_000 }).map((each) => (each / 100).toFixed(2));
    const lines = fc.array(
      fc.record({
        quantity: fc.constantFrom('1', '2', '3', '0.5', '3.145'),
        unitPrice: cents,
        vatRate: fc.constantFrom('21', '9', '0'),
      }),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(lines, fc.boolean(), (parts, pricesIncludeVat) => {
        const document = shopOrder({
          pricesIncludeVat,
          customerId: contact,
          lines: parts.map((part) => line(part)),
        });
        const { items } = orderTarget.toWire(document, accountWith({})) as {
          items: { Quantity: number; UnitPrice: number; Btw__c: number }[];
        };
        // Added up in whole cents, as the org does.
        const nets = new Map<number, number>();
        for (const { Quantity, UnitPrice, Btw__c: rate } of items) {
          const hundredths = Math.round(Quantity * 100) * Math.round(UnitPrice * 100);
          const total = Math.sign(hundredths) * Math.round(Math.abs(hundredths) / 100);
          nets.set(rate, (nets.get(rate) ?? 0) + total);
        }
        const vats = [...nets].map(([rate, net]) => Math.sign(net) * Math.round(Math.abs(net * rate) / 100));
        const vat = vats.reduce((sum, each) => sum + each, 0);
        const gross = [...nets.values()].reduce((sum, each) => sum + each, vat);
        const { gross: meant, vat: meantVat } = orderTarget.totals(document);
        expect([gross, vat]).toEqual([Math.round(Number(meant) * 100), Math.round(Number(meantVat) * 100)]);
      }),
    );
  });
});

describe('a credit', () => {
  const id = '801xx0000000001AAA';
  const queries = {
    'FROM Order WHERE Id = ': () => [
      { Id: id, AccountId: '001xx0000000001AAA', BillToContactId: null, Pricebook2Id: webshop },
    ],
    'FROM OrderItem WHERE OrderId = ': () => [itemAnswer(1, 4.17, 21)],
  };

  test('is an order of its own that gives all of it back, where the org has such', async () => {
    const api = org({ traits: { reductions: 'yes' }, queries });
    expect((await orderTarget.credit?.(api, id, 'sent'))?.id).toMatch(/^801/);
    expect(api.written('order')).toEqual([
      {
        AccountId: '001xx0000000001AAA',
        Pricebook2Id: webshop,
        EffectiveDate: '2026-03-02',
        Status: 'Draft',
        IsReductionOrder: true,
        OriginalOrderId: id,
      },
    ]);
    expect(api.written('items0')).toMatchObject([
      { records: [{ OriginalOrderItemId: '802xx0000000001AAA', Quantity: -3, UnitPrice: 4.17, Btw__c: 21 }] },
    ]);
    expect(api.written('active')).toEqual([{ Status: 'Activated' }]);
  });

  test('is found again by giving all of it back; one of a part is somebody else’s', async () => {
    const row = (number: number, TotalAmount: number) => ({
      ...{ Id: `801xx000000000${number}AAA`, TotalAmount, IsReductionOrder: number > 1 },
    });
    const among = async (...totals: readonly number[]) => {
      const rows = [row(1, 24.2), ...totals.map((total, index) => row(index + 2, total))];
      const found = org({ traits: { reductions: 'yes' }, queries: { 'OriginalOrderId = ': () => rows } });
      return (await orderTarget.findCredit?.(found, id)) ?? null;
    };
    expect(await among(-4.2)).toBeNull();
    expect(await among(-4.2, -24.2)).toEqual({ id: '801xx0000000003AAA' });
    expect(await among()).toBeNull();
  });

  test('is none elsewhere', async () => {
    await expect(orderTarget.credit?.(org({ queries }), id, 'sent')).rejects.toMatchObject({
      code: 'credit_unsupported',
    });
    expect(await orderTarget.findCredit?.(org(), id)).toBeNull();
  });
});
