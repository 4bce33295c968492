import { describe, expect, it } from 'vitest';
import { type JsonObject, textIn } from '../../../sandbox/kit/json.ts';
import { draft, type Goods, goodsOf, TestOrg } from './org.ts';

const activate = { Status: 'Activated' };

async function started({
  settings = {},
}: {
  settings?: JsonObject;
} = {}): Promise<{ org: TestOrg; goods: Goods; id: string }> {
  const org = new TestOrg({ settings });
  const goods = await goodsOf(org);
  return { org, goods, id: await org.create('Order', draft(goods)) };
}

function item(id: string, { entryId }: Goods, more: JsonObject = {}): JsonObject {
  return { OrderId: id, PricebookEntryId: entryId, Quantity: 3, UnitPrice: 50, ...more };
}

function patch(org: TestOrg, id: string, body: JsonObject, object = 'Order') {
  return org.call('PATCH', `/sobjects/${object}/${id}`, body);
}

describe('an order', () => {
  it('begins as a draft, gets its lines, is activated by itself', async () => {
    const { org, goods, id } = await started();
    const early = { ...draft(goods), ...activate };
    expect(await org.refusal(org.call('POST', '/sobjects/Order', early))).toBe('400 INVALID_STATUS');
    expect(await org.refusal(patch(org, id, activate))).toBe('400 FAILED_ACTIVATION');
    await org.create('OrderItem', item(id, goods));
    await org.create('OrderItem', item(id, goods, { Quantity: 0.5, UnitPrice: 3.333 }));
    expect(await org.row('SELECT OrderNumber, StatusCode, TotalAmount FROM Order')).toMatchObject({
      OrderNumber: '00000100',
      StatusCode: 'Draft',
      // 150.00 and half of 3.33
      TotalAmount: 151.67,
    });
    expect(await org.refusal(patch(org, id, { ...activate, Name: 'x' }))).toBe(
      '400 FIELD_INTEGRITY_EXCEPTION',
    );
    expect((await patch(org, id, activate)).status).toBe(204);
    expect((await org.get(`/sobjects/Order/${id}`)).body).toMatchObject({
      StatusCode: 'Activated',
      ActivatedDate: '2026-03-10T12:00:00.000+0000',
    });
  });

  it('case F1: is closed when activated, whatever the org calls its states', async () => {
    const { org, goods, id } = await started({
      settings: {
        orderStatuses: [
          { value: 'Draft', category: 'Draft' },
          { value: 'Processing', category: 'Draft' },
          { value: 'Verzonden', category: 'Activated' },
        ],
      },
    });
    const line = await org.create('OrderItem', item(id, goods));
    await patch(org, id, { Status: 'Processing' });
    expect((await org.get(`/sobjects/Order/${id}`)).body.StatusCode).toBe('Draft');
    expect((await patch(org, line, { Quantity: 2, UnitPrice: 50 }, 'OrderItem')).status).toBe(204);
    expect(await org.refusal(patch(org, id, activate))).toBe('400 INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST');
    await patch(org, id, { Status: 'Verzonden' });
    const refused = [
      org.call('POST', '/sobjects/OrderItem', item(id, goods)),
      org.call('DELETE', `/sobjects/OrderItem/${line}`),
      patch(org, line, { Quantity: 1 }, 'OrderItem'),
      patch(org, id, { AccountId: await org.create('Account', { Name: 'Other' }) }),
    ];
    for (const each of refused) expect(await org.refusal(each)).toBe('400 FIELD_INTEGRITY_EXCEPTION');
    expect(await org.refusal(patch(org, id, { Status: 'Draft' }))).toBe(
      '400 INSUFFICIENT_ACCESS_OR_READONLY',
    );
    expect(await org.refusal(org.call('DELETE', `/sobjects/Order/${id}`))).toBe('400 DELETE_FAILED');
    expect((await patch(org, id, { Description: 'note', AccountId: goods.accountId })).status).toBe(204);
  });

  it('may be edited after activation with the permission, but for prices in the enhanced way', async () => {
    const { org, goods, id } = await started({ settings: { editActivatedOrders: true } });
    const line = await org.create('OrderItem', item(id, goods));
    await patch(org, id, activate);
    expect((await patch(org, line, { Quantity: 2 }, 'OrderItem')).status).toBe(204);
    org.standIn.change({ enhancedCommerceOrders: true });
    expect(await org.refusal(patch(org, line, { Quantity: 1 }, 'OrderItem'))).toBe(
      '400 FIELD_INTEGRITY_EXCEPTION',
    );
    expect((await patch(org, id, { Status: 'Draft' })).status).toBe(204);
    expect((await org.get(`/sobjects/Order/${id}`)).body).toMatchObject({
      ActivatedDate: null,
      TotalAmount: 100,
    });
  });

  it('needs the right to activate it', async () => {
    const { org, goods, id } = await started({ settings: { rights: ['ViewSetup'] } });
    await org.create('OrderItem', item(id, goods));
    expect(await org.refusal(patch(org, id, activate))).toBe('400 INSUFFICIENT_ACCESS_OR_READONLY');
  });

  it('has no stamp of its lines, unless the org moves it', async () => {
    const { org, goods, id } = await started();
    const stamp = async () =>
      textIn((await org.get(`/sobjects/Order/${id}?fields=SystemModstamp`)).body, 'SystemModstamp');
    const first = await stamp();
    org.world.pass(5000);
    await org.create('OrderItem', item(id, goods));
    expect(await stamp()).toBe(first);
    org.standIn.change({ itemsMoveOrders: true });
    await org.create('OrderItem', item(id, goods));
    expect(await stamp()).not.toBe(first);
  });

  it('is not there in an org without orders', async () => {
    const org = new TestOrg({ settings: { orders: false }, seeded: true });
    expect(await org.refusal(org.get('/sobjects/Order/describe'))).toBe('404 NOT_FOUND');
    expect(await org.refusal(org.query('SELECT Id FROM Order'))).toBe('400 INVALID_TYPE');
  });

  it('codes are letters in old orgs', async () => {
    const { org, id } = await started({ settings: { statusCodes: 'letters' } });
    expect((await org.get(`/sobjects/Order/${id}`)).body.StatusCode).toBe('D');
  });

  it('is placed with its lines in one call, numbers as text', async () => {
    const org = new TestOrg();
    const goods = await goodsOf(org);
    const { body } = await org.call('POST', '/commerce/sale/order', {
      order: [
        {
          attributes: { type: 'Order' },
          accountId: goods.accountId,
          EffectiveDate: '2026-03-10',
          Status: 'Draft',
          Pricebook2Id: goods.bookId,
          OrderItems: {
            records: [
              {
                attributes: { type: 'OrderItem' },
                PricebookEntryId: goods.entryId,
                quantity: '1',
                UnitPrice: '15.99',
              },
            ],
          },
        },
      ],
    });
    expect(body).toMatchObject({
      totalSize: 1,
      records: [{ OrderItems: { records: [{ attributes: { type: 'OrderItem' } }] } }],
    });
    expect(await org.row('SELECT TotalAmount FROM Order')).toMatchObject({ TotalAmount: 15.99 });
  });
});

describe('a line', () => {
  it('needs a quantity above zero, a price, an entry; and links that are fixed', async () => {
    const { org, goods, id } = await started();
    const make = (more: JsonObject) =>
      org.refusal(org.call('POST', '/sobjects/OrderItem', item(id, goods, more)));
    expect(await make({ Quantity: 0 })).toBe('400 FIELD_INTEGRITY_EXCEPTION');
    expect(await make({ Quantity: -1 })).toBe('400 FIELD_INTEGRITY_EXCEPTION');
    expect(await make({ UnitPrice: null })).toBe('400 REQUIRED_FIELD_MISSING');
    expect(await make({ UnitPrice: '50.00' })).toBe('400 JSON_PARSER_ERROR');
    expect(await make({ PricebookEntryId: null })).toBe('400 REQUIRED_FIELD_MISSING');
    expect(await make({ Product2Id: goods.productId })).toBe('400 INVALID_FIELD_FOR_INSERT_UPDATE');
    expect(await make({ Description: 'x'.repeat(256) })).toBe('400 STRING_TOO_LONG');
    const line = await org.create('OrderItem', item(id, goods));
    const moved = patch(org, line, { PricebookEntryId: goods.entryId }, 'OrderItem');
    expect(await org.refusal(moved)).toBe('400 INVALID_FIELD_FOR_INSERT_UPDATE');
    expect((await org.get(`/sobjects/OrderItem/${line}`)).body).toMatchObject({
      Product2Id: goods.productId,
      ListPrice: 20,
      TotalPrice: 150,
      OrderItemNumber: expect.stringMatching(/^\d{10}$/),
    });
  });

  it('may cost less than nothing, where the org lets it', async () => {
    const { org, goods, id } = await started();
    await org.create('OrderItem', item(id, goods));
    await org.create('OrderItem', item(id, goods, { Quantity: 1, UnitPrice: -0.01 }));
    expect(await org.row('SELECT TotalAmount FROM Order')).toMatchObject({ TotalAmount: 149.99 });
    org.standIn.change({ negativePrices: false });
    const refused = org.call('POST', '/sobjects/OrderItem', item(id, goods, { UnitPrice: -1 }));
    expect(await org.refusal(refused)).toBe('400 FIELD_INTEGRITY_EXCEPTION');
  });

  it('may have the list price only, where the profile says so', async () => {
    const { org, goods, id } = await started({ settings: { priceEdits: false } });
    const other = org.call('POST', '/sobjects/OrderItem', item(id, goods));
    expect(await org.refusal(other)).toBe('400 INSUFFICIENT_ACCESS_OR_READONLY');
    await org.create('OrderItem', item(id, goods, { UnitPrice: 20 }));
  });

  it('case F4: takes entries of the order’s own book and currency only, which are active', async () => {
    const org = new TestOrg({ settings: { currencies: ['EUR', 'USD'] } });
    const goods = await goodsOf(org);
    const { productId, bookId, entryId } = goods;
    const webshop = await org.create('Pricebook2', { Name: 'Webshop', IsActive: true });
    const entry = (more: JsonObject) => ({
      Pricebook2Id: bookId,
      Product2Id: productId,
      UnitPrice: 24,
      IsActive: true,
      ...more,
    });
    const early = org.call(
      'POST',
      '/sobjects/PricebookEntry',
      entry({ Pricebook2Id: webshop, CurrencyIsoCode: 'USD' }),
    );
    expect(await org.refusal(early)).toBe('400 STANDARD_PRICE_NOT_DEFINED');
    const dollars = await org.create('PricebookEntry', entry({ CurrencyIsoCode: 'USD' }));
    const inactive = await org.create(
      'PricebookEntry',
      entry({ Pricebook2Id: webshop, UnitPrice: 21, IsActive: false }),
    );
    const twice = org.call('POST', '/sobjects/PricebookEntry', entry({ CurrencyIsoCode: 'USD' }));
    expect(await org.refusal(twice)).toBe('400 DUPLICATE_VALUE');
    const id = await org.create('Order', draft(goods, { Pricebook2Id: webshop }));
    for (const each of [dollars, entryId, inactive]) {
      const refused = org.call('POST', '/sobjects/OrderItem', item(id, { ...goods, entryId: each }));
      expect(await org.refusal(refused)).toBe('400 FIELD_INTEGRITY_EXCEPTION');
    }
    await patch(org, inactive, { IsActive: true }, 'PricebookEntry');
    await org.create('OrderItem', item(id, { ...goods, entryId: inactive }));
    expect(await org.refusal(patch(org, id, { CurrencyIsoCode: 'USD' }))).toBe(
      '400 FIELD_INTEGRITY_EXCEPTION',
    );
    expect(await org.refusal(patch(org, id, { Pricebook2Id: bookId }))).toBe('400 FIELD_INTEGRITY_EXCEPTION');
    expect(
      await org.row('SELECT CurrencyIsoCode, UnitPrice, PricebookEntry.Name FROM OrderItem'),
    ).toMatchObject({
      CurrencyIsoCode: 'EUR',
      PricebookEntry: { Name: 'Kaas' },
    });
    expect(await org.rows('SELECT IsoCode FROM CurrencyType WHERE IsCorporate = true')).toMatchObject([
      { IsoCode: 'EUR' },
    ]);
  });

  it('knows no other currency in an org with one', async () => {
    const { org, goods } = await started();
    const dollars = org.call('POST', '/sobjects/Order', draft(goods, { CurrencyIsoCode: 'USD' }));
    expect(await org.refusal(dollars)).toBe('400 INVALID_FIELD');
    expect(await org.refusal(org.query('SELECT Id FROM CurrencyType'))).toBe('400 INVALID_TYPE');
  });

  it('may go without a price book where the org allows that', async () => {
    const org = new TestOrg({ settings: { pricebooksForOrders: false } });
    const goods = await goodsOf(org);
    const id = await org.create('Order', { ...draft(goods), Pricebook2Id: null });
    const line = { OrderId: id, Quantity: 1, UnitPrice: 2 };
    expect(await org.refusal(org.call('POST', '/sobjects/OrderItem', line))).toBe(
      '400 REQUIRED_FIELD_MISSING',
    );
    await org.create('OrderItem', { ...line, Product2Id: goods.productId });
  });
});

describe('a reduction order', () => {
  it('takes back what an activated order has, and no more', async () => {
    const { org, goods, id } = await started({ settings: { reductionOrders: true } });
    const line = await org.create('OrderItem', item(id, goods));
    const reduction = { ...draft(goods), IsReductionOrder: true, OriginalOrderId: id };
    expect(await org.refusal(org.call('POST', '/sobjects/Order', reduction))).toBe(
      '400 FIELD_INTEGRITY_EXCEPTION',
    );
    await patch(org, id, activate);
    const back = await org.create('Order', reduction);
    const take = (Quantity: number) =>
      org.call('POST', '/sobjects/OrderItem', item(back, goods, { Quantity, OriginalOrderItemId: line }));
    expect(await org.refusal(take(1))).toBe('400 FIELD_INTEGRITY_EXCEPTION');
    expect(await org.refusal(take(-4))).toBe('400 FIELD_INTEGRITY_EXCEPTION');
    expect((await take(-1)).status).toBe(201);
    await patch(org, back, activate);
    expect((await org.get(`/sobjects/Order/${back}`)).body.TotalAmount).toBe(-50);
    expect((await org.get(`/sobjects/OrderItem/${line}`)).body.AvailableQuantity).toBe(2);
  });

  it('is unknown where the org has none', async () => {
    const { org, goods } = await started();
    const refused = org.call('POST', '/sobjects/Order', { ...draft(goods), IsReductionOrder: true });
    expect(await org.refusal(refused)).toBe('400 INVALID_FIELD');
  });
});

describe('an opportunity', () => {
  it('has what follows from its stage, and the amount of its lines', async () => {
    const org = new TestOrg();
    const goods = await goodsOf(org);
    const id = await org.create('Opportunity', {
      Name: 'Thee',
      StageName: 'Prospecting',
      CloseDate: '2026-04-01',
      AccountId: goods.accountId,
      Amount: 1,
    });
    const line = { OpportunityId: id, PricebookEntryId: goods.entryId, Quantity: 4 };
    const both = org.call('POST', '/sobjects/OpportunityLineItem', { ...line, UnitPrice: 5, TotalPrice: 20 });
    expect(await org.refusal(both)).toBe('400 FIELD_INTEGRITY_EXCEPTION');
    await org.create('OpportunityLineItem', { ...line, UnitPrice: 5 });
    await org.create('OpportunityLineItem', { ...line, TotalPrice: 10 });
    await patch(org, id, { StageName: 'Closed Won', Amount: 1 }, 'Opportunity');
    expect((await org.get(`/sobjects/Opportunity/${id}`)).body).toMatchObject({
      Amount: 30,
      IsWon: true,
      IsClosed: true,
      Probability: 100,
      Pricebook2Id: goods.bookId,
    });
  });
});

describe('products', () => {
  it('are inactive unless told otherwise; the price is their own record and has its own stamp', async () => {
    const org = new TestOrg();
    const Product2Id = await org.create('Product2', { Name: 'Thee' });
    expect((await org.get(`/sobjects/Product2/${Product2Id}`)).body.IsActive).toBe(false);
    const { bookId, productId, entryId } = await goodsOf(org);
    org.world.pass(60_000);
    await patch(org, entryId, { UnitPrice: 21 }, 'PricebookEntry');
    expect(
      (await org.rows('SELECT Id FROM Product2 WHERE SystemModstamp > 2026-03-10T12:00:30Z')).length,
    ).toBe(0);
    expect(
      await org.rows('SELECT UnitPrice FROM PricebookEntry WHERE SystemModstamp > 2026-03-10T12:00:30Z'),
    ).toMatchObject([{ UnitPrice: 21 }]);
    const custom = await org.create('Pricebook2', { Name: 'Groothandel', IsActive: true });
    const follows = await org.create('PricebookEntry', {
      Pricebook2Id: custom,
      Product2Id: productId,
      UseStandardPrice: true,
      IsActive: true,
    });
    await patch(org, entryId, { UnitPrice: 22 }, 'PricebookEntry');
    expect((await org.get(`/sobjects/PricebookEntry/${follows}`)).body.UnitPrice).toBe(22);
    for (const ends of [{}, { UseStandardPrice: false }])
      expect(await org.refusal(patch(org, follows, { UnitPrice: 30, ...ends }, 'PricebookEntry'))).toBe(
        '400 FIELD_INTEGRITY_EXCEPTION',
      );
    await patch(org, follows, { UseStandardPrice: false }, 'PricebookEntry');
    await patch(org, follows, { UnitPrice: 30 }, 'PricebookEntry');
    expect((await org.get(`/sobjects/PricebookEntry/${follows}`)).body.UnitPrice).toBe(30);
    const priceless = org.call('POST', '/sobjects/PricebookEntry', { Pricebook2Id: bookId, Product2Id });
    expect(await org.refusal(priceless)).toBe('400 REQUIRED_FIELD_MISSING');
    const family = org.call('POST', '/sobjects/Product2', { Name: 'X', Family: 'Nieuw' });
    expect(await org.refusal(family)).toBe('400 INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST');
  });

  it('stand in a tree of categories where these are licensed', async () => {
    const org = new TestOrg();
    const CatalogId = textIn(await org.row('SELECT Id FROM ProductCatalog'), 'Id');
    const top = await org.create('ProductCategory', { Name: 'Thee', CatalogId });
    const under = await org.create('ProductCategory', { Name: 'Groen', CatalogId, ParentCategoryId: top });
    expect(await org.refusal(patch(org, top, { ParentCategoryId: under }, 'ProductCategory'))).toBe(
      '400 FIELD_INTEGRITY_EXCEPTION',
    );
    const { productId } = await goodsOf(org);
    const link = { ProductCategoryId: under, ProductId: productId };
    await org.create('ProductCategoryProduct', link);
    expect(await org.refusal(org.call('POST', '/sobjects/ProductCategoryProduct', link))).toBe(
      '400 DUPLICATE_VALUE',
    );
    expect((await org.get(`/sobjects/ProductCategory/${under}`)).body.NumberOfProducts).toBe(1);
    org.standIn.change({ categories: false });
    expect(await org.refusal(org.get('/sobjects/ProductCategory/describe'))).toBe('404 NOT_FOUND');
  });

  it('that were ordered stay', async () => {
    const { org, goods, id } = await started();
    await org.create('OrderItem', item(id, goods));
    expect(await org.refusal(org.call('DELETE', `/sobjects/Product2/${goods.productId}`))).toBe(
      '400 DELETE_FAILED',
    );
  });
});
