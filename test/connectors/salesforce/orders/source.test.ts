import { describe, expect, test } from 'vitest';
import { orderSource } from '../../../../src/connectors/salesforce/orders/source.ts';
import { order } from '../../../../src/records/order.ts';
import { partsTotal } from '../../../../src/records/order-parts.ts';
import { changesIn } from '../../read-changes.ts';
import { accountAnswer, contactAnswer, itemAnswer, moreItemsAnswer, orderRow, rows } from '../answers.ts';
import { FakeOrg } from '../fake-org.ts';

const key = '801xx0000000001AAA';

const more = { 'GET .*/query/0r8xx0000000000001-1': () => moreItemsAnswer };

function orgWith(row: Record<string, unknown>, traits: Record<string, string | undefined> = {}) {
  return new FakeOrg({ traits, routes: more, queries: { 'FROM Order WHERE Id = ': () => [row] } });
}

async function read(row: Record<string, unknown>, traits: Record<string, string | undefined> = {}) {
  return order.parse(await orderSource.get(orgWith(row, traits), key));
}

describe('an order', () => {
  test('is read with all pages of its items, and its VAT is that of the lines', async () => {
    const record = await read(orderRow());
    expect(record).toMatchObject({
      number: '00000107',
      date: '2026-03-02',
      placedAt: '2026-03-01T23:30:00.000Z',
      currency: 'EUR',
      customer: {
        id: contactAnswer.Id,
        kind: 'company',
        company: 'Smit Licht B.V.',
        name: 'Wilma Smit',
        email: 'wilma@example.nl',
        vatNumber: 'NL999999990B57',
        phone: '+31 229 555 017',
        address: { street: 'Dijk 5b', postalCode: '1621 AA', city: 'Hoorn', country: 'NL' },
      },
      gross: '21.68',
      vat: '3.17',
      // 12.51 at 21 % and 6.00 at 9 %.
      vatByRate: [
        { rate: '21', vat: '2.63' },
        { rate: '9', vat: '0.54' },
      ],
    });
    expect(record.lines.map(({ sku, quantity, unitPrice }) => [sku, quantity, unitPrice])).toEqual([
      ['KRS-1', '3', '4.17'],
      ['KRS-2', '3', '2'],
    ]);
    expect(partsTotal(record, record.vat).toFixed(2)).toBe(record.gross);
    expect(record).not.toHaveProperty('draft');
  });

  test.each([
    ['Draft', 'Draft', true],
    ['In behandeling', 'Draft', true],
    ['Processing', 'D', true],
    ['Draft', 'Activated', undefined],
    ['Verzonden', 'A', undefined],
  ])('with the status %s of the category %s is a draft: %s', async (Status, StatusCode, draft) => {
    expect((await read({ ...orderRow(), Status, StatusCode })).draft).toBe(draft);
  });

  test('is sold when it is activated, where the org shows when that was', async () => {
    expect(await read(orderRow())).not.toHaveProperty('soldAt');
    const activated = { ...orderRow(), ActivatedDate: '2026-03-20T09:15:00.000+0000' };
    expect((await read(activated)).soldAt).toBe('2026-03-20T09:15:00.000Z');
    const hiding = orgWith(orderRow(), { ownOfOrder: '' });
    await orderSource.get(hiding, key);
    expect(hiding.asked[0]).not.toContain('ActivatedDate');
  });

  test('is called off, or was sent, where the connection names the words for that', async () => {
    const traits = { sentStatus: 'Shipped', cancelledStatus: 'Gone' };
    expect(await read({ ...orderRow(), Status: 'Shipped' }, traits)).toMatchObject({
      shipped: true,
      cancelled: false,
    });
    expect(await read({ ...orderRow(), Status: 'Gone' }, traits)).toMatchObject({
      shipped: false,
      cancelled: true,
    });
    expect(await read({ ...orderRow(), Status: 'Shipped' })).not.toHaveProperty('shipped');
  });

  test('takes what is below zero for a discount', async () => {
    const off = { ...itemAnswer(3, -1.5, 21), Quantity: 1, Description: 'LENTE' };
    const record = await read({ ...orderRow(), OrderItems: rows([itemAnswer(1, 4.17, 21), off]) });
    expect(record.lines).toHaveLength(1);
    expect(record.discounts).toEqual([{ description: 'LENTE', amount: '1.5', vatRate: '21' }]);
    expect([record.gross, partsTotal(record, record.vat).toFixed(2)]).toEqual(['13.32', '13.32']);
  });

  test('comes to its cents where a line does not', async () => {
    const item = { ...itemAnswer(1, 9.99, 21), Quantity: 0.33 };
    const record = await read({ ...orderRow(), OrderItems: rows([item]) });
    // 3.2967 is 3.30 there.
    expect([record.gross, record.vat]).toEqual(['3.99', '0.69']);
    expect(partsTotal(record, record.vat).toFixed(4)).toBe('3.9900');
  });

  test('goes by the rate of its product, or by the one that the connection says, where the line has none', async () => {
    const item = {
      ...itemAnswer(1, 10, null),
      Product2: { Name: 'Kaars', StockKeepingUnit: 'K', Btw__c: 9 },
    };
    const row = { ...orderRow(), OrderItems: rows([item, itemAnswer(2, 10, null)]) };
    const record = await read(row, { productVatRateField: 'Btw__c', vatRate: '21' });
    expect(record.lines.map(({ vatRate }) => vatRate)).toEqual(['9', '21']);
  });

  test('without a rate cannot be booked: the field is named by its own name', async () => {
    await expect(read(orderRow(null))).rejects.toMatchObject({
      issues: [{ message: 'missing', path: ['records', 0, 'OrderItems', 'records', 0, 'Btw__c'] }],
    });
  });

  test('is asked for what the org has, and nothing else', async () => {
    const plain = orgWith(orderRow());
    await orderSource.get(plain, key);
    expect(plain.asked[0]).not.toMatch(/CountryCode|CurrencyIsoCode|IsPersonAccount|IsReductionOrder/);
    const traits = {
      countryCodes: 'yes',
      currencies: 'EUR,USD',
      personType: '012xx0000000001AAA',
      orderKeyField: 'Koppel__c',
    };
    const rich = orgWith({ ...orderRow(), CurrencyIsoCode: 'USD', BillingCountryCode: 'be' }, traits);
    const record = await orderSource.get(rich, key);
    for (const name of ['BillingCountryCode', 'CurrencyIsoCode', 'Account.IsPersonAccount', 'Koppel__c'])
      expect(rich.asked[0]).toContain(name);
    expect(record).toMatchObject({ currency: 'USD', customer: { address: { country: 'BE' } } });
  });

  test('of an org that hides what it may is read by what is left', async () => {
    const {
      BillToContact: _,
      ShipToContact: __,
      Description: ___,
      OrderReferenceNumber: ____,
      ...bare
    } = orderRow();
    const api = new FakeOrg({
      traits: { ownOfOrder: '' },
      routes: more,
      queries: {
        'FROM Order WHERE Id = ': () => [bare],
        'FROM Contact WHERE AccountId = ': () => [contactAnswer],
      },
    });
    expect((await orderSource.get(api, key))?.customer).toMatchObject({ id: contactAnswer.Id });
    expect(api.asked[0]).not.toMatch(/ToContact|Reference|ActivatedDate|^SELECT [^(]*Description/);
  });

  test('of an account alone is of its first contact with an address', async () => {
    const contacts = [{ ...contactAnswer, Id: '003xx0000000009AAA', Email: null }, contactAnswer];
    const api = new FakeOrg({
      routes: more,
      queries: {
        'FROM Order WHERE Id = ': () => [{ ...orderRow(), BillToContact: null }],
        'FROM Contact WHERE AccountId = ': () => contacts,
      },
    });
    expect((await orderSource.get(api, key))?.customer).toMatchObject({
      id: contactAnswer.Id,
      email: 'wilma@example.nl',
    });
  });

  test('of a person is of nobody’s firm', async () => {
    const person = {
      ...accountAnswer,
      IsPersonAccount: true,
      FirstName: 'Noor',
      LastName: 'de Wit',
      PersonEmail: 'noor@example.nl',
    };
    const row = { ...orderRow(), Account: { ...person, Name: 'Noor de Wit' }, BillToContact: null };
    const { customer } = await read(row, { personType: '012xx0000000001AAA' });
    expect(customer).toMatchObject({
      id: accountAnswer.Id,
      kind: 'person',
      name: 'Noor de Wit',
      email: 'noor@example.nl',
    });
    expect(customer.company).toBeUndefined();
    expect(customer.vatNumber).toBeUndefined();
  });

  test('shifts its VAT to a business abroad', async () => {
    const abroad = { ...accountAnswer, VatNumber__c: 'BE0123456749', BillingCountry: 'Belgique' };
    const row = {
      ...orderRow(),
      Account: abroad,
      BillingCountry: 'Belgique',
      OrderItems: rows([itemAnswer(1, 4.17, 0)]),
    };
    expect((await read(row)).customer).toMatchObject({ reverseCharge: true, address: { country: 'BE' } });
    expect((await read({ ...row, BillingCountry: 'NL' })).customer).toMatchObject({ reverseCharge: false });
  });

  test('in no country that anybody knows is refused by that field', async () => {
    await expect(read({ ...orderRow(), BillingCountry: 'Atlantis' })).rejects.toMatchObject({
      issues: [{ message: 'not_a_country', path: ['records', 0, 'BillingCountry'] }],
    });
  });

  test('that Koppel made bears its mark and reference', async () => {
    const Description = 'Referentie: 10042\nGemaakt door Koppel';
    expect(await read({ ...orderRow(), Description, OrderReferenceNumber: '10042' })).toMatchObject({
      madeByKoppel: true,
      reference: '10042',
    });
    const keyed = await read({ ...orderRow(), Koppel__c: '10042' }, { orderKeyField: 'Koppel__c' });
    expect(keyed).toMatchObject({ madeByKoppel: true, reference: '10042' });
  });

  test('that gives another one back is none, and told with that', async () => {
    const traits = { reductions: 'yes' };
    const reduction = {
      ...orderRow(),
      Id: '801xx0000000002AAA',
      EffectiveDate: '2026-03-05',
      OrderItems: rows([{ ...itemAnswer(1, 4.17, 21), Quantity: -1 }]),
    };
    const api = new FakeOrg({
      traits,
      routes: more,
      queries: {
        'FROM Order WHERE Id = ': () => [{ ...orderRow(), IsReductionOrder: false }],
        'FROM Order WHERE OriginalOrderId = ': () => [reduction, { ...reduction, StatusCode: 'Draft' }],
      },
    });
    expect(order.parse(await orderSource.get(api, key))).toMatchObject({
      refunded: '5.05',
      refunds: [
        {
          id: reduction.Id,
          date: '2026-03-05',
          gross: '5.05',
          byRate: [{ rate: '21', gross: '5.05', vat: '0.88' }],
        },
      ],
    });
    expect(await orderSource.get(orgWith({ ...orderRow(), IsReductionOrder: true }, traits), key)).toBeNull();
  });

  test('is none where it is gone, or its key cannot be one', async () => {
    const api = new FakeOrg();
    expect(await orderSource.get(api, key)).toBeNull();
    expect(await orderSource.get(api, "x' OR Id != '")).toBeNull();
    expect(api.calls).toHaveLength(1);
  });

  test('cannot be had from an org without orders', async () => {
    const api = new FakeOrg({ traits: { orders: undefined } });
    await expect(orderSource.get(api, key)).rejects.toMatchObject({
      code: 'org_lacks',
      params: { object: 'Order' },
    });
  });
});

test('orders that were deleted are told, from whole minutes that were told for sure', async () => {
  const asked: unknown[] = [];
  const api = new FakeOrg({
    routes: {
      'GET .*/sobjects/Order/deleted/$': ({ query }) => {
        asked.push(query);
        return { deletedRecords: [{ id: key, deletedDate: '2026-03-02T11:59:00.000+0000' }] };
      },
    },
  });
  const window = { since: new Date('2026-03-02T11:49:30Z'), until: new Date('2026-03-02T11:59:50Z') };
  expect(await changesIn(orderSource, api, window)).toEqual([{ flow: 'orders', key }]);
  expect(asked).toEqual([{ start: '2026-03-02T11:49:30Z', end: '2026-03-02T11:59:00Z' }]);
  const old = { since: new Date('2025-01-01T00:00:00Z'), until: new Date('2025-01-02T00:00:00Z') };
  expect(await changesIn(orderSource, api, old)).toEqual([]);
});

test('nothing is asked of what was deleted before the org was made', async () => {
  const asked: { start?: unknown; end?: unknown }[] = [];
  const api = new FakeOrg({
    traits: { madeAt: '2026-03-01T09:15:30.000Z' },
    routes: {
      'GET .*/sobjects/Order/deleted/$': ({ query }) => {
        asked.push(query);
        return { deletedRecords: [] };
      },
    },
  });
  const day = (from: string, to: string) => ({ since: new Date(from), until: new Date(to) });
  await changesIn(orderSource, api, day('2020-01-01T00:00:00Z', '2026-03-02T12:00:00Z'));
  expect(asked).toEqual([{ start: '2026-03-01T09:16:00Z', end: '2026-03-02T12:00:00Z' }]);
  await changesIn(orderSource, api, day('2026-02-25T00:00:00Z', '2026-02-26T00:00:00Z'));
  await changesIn(orderSource, api, day('2026-03-01T09:00:00Z', '2026-03-01T09:16:30Z'));
  expect(asked).toHaveLength(1);
});

test('an item that changed with its order tells nothing more than that', async () => {
  const [at, later] = ['2026-03-02T11:40:00.000+0000', '2026-03-02T11:41:00.000+0000'];
  const row = (id: number, stamp: string) => ({
    Id: `802xx000000000${id}AAA`,
    OrderId: key,
    SystemModstamp: stamp,
    Order: { SystemModstamp: at },
  });
  const window = { since: new Date('2026-03-02T11:30:00Z'), until: new Date('2026-03-02T12:00:00Z') };
  const changes = (items: unknown[]) =>
    changesIn(
      orderSource,
      new FakeOrg({
        routes: { 'GET .*/deleted/': () => ({ deletedRecords: [] }) },
        queries: { 'FROM OrderItem ': () => items },
      }),
      window,
    );
  expect(await changes([row(1, at)])).toEqual([]);
  const told = await changes([row(1, later), row(2, later)]);
  expect(told).toHaveLength(1);
  expect(told[0]).toMatchObject({ key });
  expect(await changes([row(1, later), row(2, later)])).toEqual(told);
});

test('a VAT rate that changes within the second of another change is one too, where the org has a field for it', async () => {
  const at = { since: new Date('2026-03-02T11:30:00Z'), until: new Date('2026-03-02T12:00:00Z') };
  const told = async (rate: number, traits: Record<string, string | undefined>) => {
    const api = new FakeOrg({
      traits,
      routes: { 'GET .*/deleted/': () => ({ deletedRecords: [] }) },
      queries: {
        'FROM OrderItem ': (q) => {
          const row = { Id: '802xx0000000001AAA', OrderId: key, Quantity: 1, UnitPrice: 10 };
          const own = q.includes('Btw__c') ? { Btw__c: rate } : {};
          return [{ ...row, ...own, SystemModstamp: '2026-03-02T11:41:00.000+0000', Order: null }];
        },
      },
    });
    return changesIn(orderSource, api, at);
  };
  expect(await told(21, {})).not.toEqual(await told(9, {}));
  expect(await told(9, {})).toEqual(await told(9, {}));
  expect(await told(21, { vatRateField: undefined })).toEqual(await told(9, { vatRateField: undefined }));
});

test('orders are found by how their number begins', async () => {
  const api = new FakeOrg({
    queries: {
      'FROM Order WHERE OrderNumber LIKE': () => [
        { Id: key, OrderNumber: '00000107' },
        { Id: 'other', OrderNumber: '00000207' },
      ],
    },
  });
  expect(await orderSource.findByNumber?.(api, '000001')).toEqual([{ key, number: '00000107' }]);
  expect(api.asked[0]).toContain("LIKE '000001%'");
});

test('a status and a note are written back once, and the status with nothing else', async () => {
  let stands = { Status: 'Activated', Description: 'Bellen' };
  const api = new FakeOrg({
    routes: {
      'GET .*/sobjects/Order/': () => stands,
      'PATCH .*/sobjects/Order/': ({ body }) => {
        stands = { ...stands, ...(body as object) };
        return null;
      },
    },
  });
  for (let time = 0; time < 2; time++)
    await orderSource.writeBack?.(api, key, { status: 'Shipped', note: 'Factuur 12' });
  expect(stands).toEqual({ Status: 'Shipped', Description: 'Bellen\nFactuur 12' });
  expect(api.sent).toEqual([{ Description: 'Bellen\nFactuur 12' }, { Status: 'Shipped' }]);
});
