import { describe, expect, test } from 'vitest';
import type { ProductChanges, ProductDraft } from '../../../../src/connectors/contract/products.ts';
import { articles } from '../../../../src/connectors/salesforce/products/places.ts';
import { productSource } from '../../../../src/connectors/salesforce/products/source.ts';
import { productTarget } from '../../../../src/connectors/salesforce/products/target.ts';
import { wordsOf } from '../../../../src/records/own-words.ts';
import { Problem } from '../../../../src/records/problem.ts';
import { product } from '../../../../src/records/product.ts';
import { articleIds, Refused } from '../../../support/fake-api.ts';
import { changesIn } from '../../read-changes.ts';
import { accountWith, FakeOrg } from '../fake-org.ts';

const mug = '01txx0000000001AAA';
const [standard, webshop] = ['01sxx0000000001AAA', '01sxx0000000002AAA'];

const row = {
  Id: mug,
  Name: 'Mok',
  StockKeepingUnit: 'MOK-1',
  Description: '<p>Blauw</p>',
  IsActive: true,
  DisplayUrl: 'https://beelden.example/mok.jpg',
  Family: 'Servies',
  SystemModstamp: '2026-03-01T08:00:00.000+0000',
};
const entry = (book: string, UnitPrice: number, more: Record<string, unknown> = {}) => ({
  Id: `01uxx000000000${book === standard ? 1 : 2}AAA`,
  Product2Id: mug,
  Pricebook2Id: book,
  UnitPrice,
  IsActive: true,
  ...more,
});
const place = { Id: '0ZTxx0000000001AAA', ProductId: mug, ProductCategoryId: '0ZGxx0000000001AAA' };

function org(more: ConstructorParameters<typeof FakeOrg>[0] = {}) {
  return new FakeOrg({
    ...more,
    traits: { ownOfProduct: 'ProductCode,Family', ...more?.traits },
    queries: {
      'FROM Product2 WHERE Id IN': () => [row],
      'FROM PricebookEntry': () => [entry(standard, 20), entry(webshop, 21)],
      'FROM ProductCategoryProduct': () => [place],
      ...more?.queries,
    },
  });
}

describe('a product', () => {
  test('is read with the price of the book of the connection, and its categories', async () => {
    expect(product.parse(await productSource.get(org(), mug))).toEqual({
      id: mug,
      sku: 'MOK-1',
      name: 'Mok',
      kind: 'simple',
      active: true,
      description: '<p>Blauw</p>',
      price: '21',
      currency: 'EUR',
      categories: [place.ProductCategoryId],
      images: [{ url: row.DisplayUrl, position: 0, version: row.DisplayUrl }],
      updatedAt: '2026-03-01T08:00:00.000Z',
    });
  });

  test('has no price where its entry is off, no categories where the org has none, and a rate where the org keeps one', async () => {
    const api = org({
      traits: { catalog: undefined, productVatRateField: 'Btw__c' },
      queries: {
        'FROM Product2 WHERE Id IN': () => [{ ...row, Btw__c: 9 }],
        'FROM PricebookEntry': () => [entry(standard, 20), entry(webshop, 21, { IsActive: false })],
      },
    });
    const record = await productSource.get(api, mug);
    expect(record).not.toHaveProperty('price');
    expect(record).not.toHaveProperty('categories');
    expect(record).toMatchObject({ vatRate: '9' });
  });

  test.each([
    [undefined, undefined, null],
    ['false', false, false],
    ['true', true, true],
  ] as const)(
    'has its price without VAT or with it as the connection says: %s',
    async (trait, read, written) => {
      const api = org({ traits: { pricesIncludeVat: trait } });
      expect((await productSource.get(api, mug))?.pricesIncludeVat).toBe(read);
      expect(productTarget.traits(api.account).pricesIncludeVat).toBe(written);
    },
  );

  test('has the rate of the connection where none is kept', async () => {
    const api = org({
      traits: { vatRate: '21', productVatRateField: 'Btw__c' },
      queries: {
        'FROM Product2 WHERE Id IN': () => [
          { ...row, Btw__c: 9 },
          { ...row, Id: '01txx0000000002AAA', Btw__c: null },
        ],
      },
    });
    const many = await productSource.getMany?.(api, [mug, '01txx0000000002AAA']);
    expect([...(many?.values() ?? [])].map(({ vatRate }) => vatRate)).toEqual(['9', '21']);
  });

  test('is asked for in the currency of the connection, many at once', async () => {
    const api = org({ traits: { currencies: 'EUR,USD' } });
    const many = await productSource.getMany?.(api, [mug, '01txx0000000002AAA', 'x']);
    expect([...(many?.keys() ?? [])]).toEqual([mug]);
    expect(api.asked).toHaveLength(3);
    expect(api.asked[1]).toContain("AND CurrencyIsoCode = 'EUR'");
    expect(await productSource.get(org({ queries: { 'FROM Product2': () => [] } }), mug)).toBeNull();
  });

  test('changed where its price alone did, and not twice where both did', async () => {
    const [at, later] = ['2026-03-02T11:30:00.000+0000', '2026-03-02T11:40:00.000+0000'];
    const api = (stamp: string) =>
      org({
        routes: { 'GET .*/deleted/': () => ({ deletedRecords: [] }) },
        queries: {
          'FROM ProductCategoryProduct': () => [],
          'FROM PricebookEntry WHERE SystemModstamp': () => [
            {
              Id: '01uxx0000000001AAA',
              Product2Id: mug,
              SystemModstamp: stamp,
              Product2: { SystemModstamp: at },
            },
          ],
        },
      });
    const window = { since: new Date('2026-03-02T11:00:00Z'), until: new Date('2026-03-02T12:00:00Z') };
    expect((await changesIn(productSource, api(later), window)).map(({ key }) => key)).toEqual([mug]);
    expect(await changesIn(productSource, api(at), window)).toEqual([]);
  });
});

const picture = (position: number, url = `https://winkel.example/${position}.jpg`) => ({
  url,
  position,
  version: `v${position}`,
  fileName: `f${position}.jpg`,
});

const draft: ProductDraft = {
  sku: 'MOK-2',
  name: 'Mok groot',
  kind: 'simple',
  description: 'Groot',
  price: '24.79',
  options: [],
  variants: [],
  attributes: [],
  categories: [],
  pictures: [],
  values: {},
  createValues: false,
};

describe('what is made', () => {
  test('is a product with its prices, the standard one first, in one call', async () => {
    const api = org();
    const values = { Family: 'Servies', custom: { Merk__c: 'Delfts' } };
    const { id, undone } = await productTarget.create(api, { ...draft, values });
    expect(id).toMatch(/^01t/);
    expect(undone?.product).toEqual(new Set());
    expect(api.calls).toHaveLength(1);
    expect(api.parts.map(({ body }) => body)).toEqual([
      {
        StockKeepingUnit: 'MOK-2',
        Name: 'Mok groot',
        IsActive: true,
        Description: 'Groot',
        Family: 'Servies',
        Merk__c: 'Delfts',
      },
      { Product2Id: '@{product.id}', Pricebook2Id: standard, UnitPrice: 24.79, IsActive: true },
      { Product2Id: '@{product.id}', Pricebook2Id: webshop, UnitPrice: 24.79, IsActive: true },
    ]);
  });

  test('says its currency in an org of many, and a hidden one is hidden', () => {
    const body = productTarget.toWire(
      { ...draft, active: false },
      accountWith({ currencies: 'EUR,USD', pricebook: standard }),
    );
    expect(body).toMatchObject({
      product: { IsActive: false, CurrencyIsoCode: 'EUR' },
      entries: [{ Pricebook2Id: standard, CurrencyIsoCode: 'EUR' }],
    });
    const { price: _, ...priceless } = draft;
    expect(productTarget.toWire(priceless, accountWith({}))).toMatchObject({ entries: [] });
  });

  test('shows its picture by its address, which is what it goes by', async () => {
    const api = org();
    const url = ' https://winkel.example/0.jpg ';
    const made = await productTarget.create(api, { ...draft, pictures: [picture(0, url)] });
    expect(api.written('product')[0]).toMatchObject({ DisplayUrl: url.trim() });
    expect([...made.pictures]).toEqual([['v0', url.trim()]]);
    expect(made.problems).toEqual([]);
    expect(productTarget.traits(api.account)).toMatchObject({ picturesByAddress: true, maxPictures: 1 });
  });

  test('is made without a picture whose address does not fit, which is told', async () => {
    const api = org();
    const pictures = [picture(0, `https://winkel.example/${'x'.repeat(1_000)}.jpg`)];
    const made = await productTarget.create(api, { ...draft, pictures });
    expect(api.written('product')[0]).not.toHaveProperty('DisplayUrl');
    expect([...made.pictures]).toEqual([]);
    expect(made.problems).toMatchObject([{ code: 'picture_refused' }]);
  });

  test('is put into its categories, and one that is refused is told', async () => {
    const api = org({
      routes: {
        'POST .*/ProductCategoryProduct$': ({ body }) =>
          (body as { ProductCategoryId: string }).ProductCategoryId === 'b' ? refused : { id: 'x' },
      },
    });
    const made = await productTarget.create(api, { ...draft, categories: ['a', 'b'] });
    expect(made.undone?.product).toEqual(new Set(['categories']));
    expect(made.problems).toHaveLength(1);
  });

  test('is sent by itself where a text would be filled in, to the letter, and its prices follow', async () => {
    const api = org();
    const name = 'Mok "@{order.id}"';
    const { id, undone } = await productTarget.create(api, { ...draft, name });
    expect(undone?.product).toEqual(new Set());
    expect(api.calls[0]).toMatchObject({ method: 'POST', body: { Name: name } });
    expect(api.calls[0]?.path).toMatch(/sobjects\/Product2$/);
    expect(api.parts.map(({ body }) => body)).toMatchObject([
      { Product2Id: id, Pricebook2Id: standard },
      { Product2Id: id, Pricebook2Id: webshop },
    ]);
    const priceless = org({ refuses: () => [{ errorCode: 'FIELD_INTEGRITY_EXCEPTION', message: 'no' }] });
    const made = await productTarget.create(priceless, { ...draft, name });
    expect(made.undone?.product).toEqual(new Set(['price']));
    expect(made.problems).toMatchObject([{ kind: 'rejected', code: 'refused' }]);
  });

  test.each(['StockKeepingUnit', 'ProductCode'])('has its SKU to the letter too: %s', async (skuField) => {
    const api = org({ traits: { skuField } });
    await productTarget.create(api, { ...draft, sku: 'MOK-@{1}' });
    expect(api.calls[0]).toMatchObject({ method: 'POST', body: { [skuField]: 'MOK-@{1}' } });
    expect(api.calls[0]?.path).toMatch(/sobjects\/Product2$/);
    expect(JSON.stringify(api.parts)).not.toContain('MOK');
    const rows = [{ Id: mug, [skuField]: 'MOK-@{1}' }];
    const found = await productTarget.find(org({ traits: { skuField }, queries: { ORDER: () => rows } }), [
      'MOK-@{1}',
    ]);
    expect([...found.keys()]).toEqual(['MOK-@{1}']);
  });

  test('needs a price book for a price, and none without one', () => {
    const bookless = accountWith({ pricebook: undefined });
    expect(() => productTarget.toWire(draft, bookless)).toThrow(
      expect.objectContaining({ code: 'org_lacks', params: { system: 'Salesforce', object: 'Pricebook2' } }),
    );
    const { price: _, ...priceless } = draft;
    expect(productTarget.toWire(priceless, bookless)).toMatchObject({ entries: [] });
  });

  test('needs the fields that the org wants', () => {
    const wanting = accountWith({ requiredOfProduct: 'Name,Merk__c' });
    expect(() => productTarget.toWire(draft, wanting)).toThrow(
      expect.objectContaining({ code: 'fields_missing' }),
    );
  });
});

const refused = new Refused(400, [{ errorCode: 'INVALID_CROSS_REFERENCE_KEY', message: 'no' }]);

const nothing: ProductChanges = {
  fields: {},
  values: {},
  attributes: [],
  variants: { add: [], change: new Map(), retire: [] },
  options: [],
  categories: { add: [], remove: [] },
  pictures: { add: [], replace: new Map(), remove: [] },
  createValues: false,
};

describe('a product of which the org does not show all', () => {
  const hidden = { hiddenOfProduct: 'Description,DisplayUrl' };

  test('is read without what is hidden, and says nothing of it', async () => {
    const api = org({ traits: hidden });
    const record = await productSource.get(api, mug);
    expect(api.asked[0]).not.toMatch(/Description|DisplayUrl/);
    expect(record).not.toHaveProperty('description');
    expect(record).not.toHaveProperty('images');
  });

  test.each([hidden, { closed: 'Product2.Description,Product2.DisplayUrl' }])(
    'is sent nothing of what may not be written: %o',
    (traits) => {
      const { lacks, maxPictures } = productTarget.traits(accountWith(traits));
      expect([lacks?.has('description'), maxPictures]).toEqual([true, 0]);
    },
  );
});

describe('what is changed', () => {
  async function updated(changes: Partial<ProductChanges>, api = org()) {
    const standing = await productTarget.get(api, mug);
    if (standing === null) throw new Error('it is not there');
    return { api, standing, written: await productTarget.update(api, standing, { ...nothing, ...changes }) };
  }

  test('is what is named, with its price, in one call', async () => {
    const { api, standing } = await updated({
      fields: { name: 'Mok blauw', price: '22.00' },
      values: { Family: 'Glas' },
    });
    expect(standing.values).toEqual({ Family: 'Servies' });
    expect(standing.product.images).toMatchObject([{ version: row.DisplayUrl }]);
    expect(api.parts).toMatchObject([
      {
        method: 'PATCH',
        url: `/services/data/v66.0/sobjects/Product2/${mug}`,
        body: { Name: 'Mok blauw', Family: 'Glas' },
      },
      {
        method: 'PATCH',
        url: '/services/data/v66.0/sobjects/PricebookEntry/01uxx0000000002AAA',
        body: { UnitPrice: 22, IsActive: true },
      },
    ]);
  });

  test('is sent by itself where a text would be filled in, and its price follows', async () => {
    const { api } = await updated({ fields: { description: '<p>@{x.y}</p>', price: '22.00' } });
    const [patch] = api.calls.filter(({ method }) => method === 'PATCH');
    expect(patch).toMatchObject({ body: { Description: '<p>@{x.y}</p>' } });
    expect(api.parts.map(({ body }) => body)).toEqual([{ UnitPrice: 22, IsActive: true }]);
    const renamed = await updated({ fields: { sku: 'A@{b}' } });
    expect(renamed.api.calls.at(-1)).toMatchObject({ method: 'PATCH', body: { StockKeepingUnit: 'A@{b}' } });
    expect(renamed.api.parts).toEqual([]);
  });

  test('makes an entry that the book lacks, after the standard one', async () => {
    const api = org({ queries: { 'FROM PricebookEntry': () => [] } });
    await updated({ fields: { price: '22.00' } }, api);
    expect(api.parts.map(({ body }) => body)).toEqual([
      { Product2Id: mug, Pricebook2Id: standard, UnitPrice: 22, IsActive: true },
      { Product2Id: mug, Pricebook2Id: webshop, UnitPrice: 22, IsActive: true },
    ]);
  });

  test.each([
    ['an entry that somebody has made meanwhile is looked for', [], 'outcome-unknown', 'conflict'],
    [
      'another field of the product that the org wants unique is for a person',
      [entry(standard, 20), entry(webshop, 21)],
      'rejected',
      'refused',
    ],
  ])('with a value that stands there already: %s', async (_, entries, kind, code) => {
    const api = org({
      queries: { 'FROM PricebookEntry': () => entries },
      refuses: () => [{ errorCode: 'DUPLICATE_VALUE', message: 'duplicate value found' }],
    });
    await expect(updated({ fields: { name: 'Mok', price: '22.00' } }, api)).rejects.toMatchObject({
      kind,
      code,
    });
  });

  test('needs a price book for its price', async () => {
    const api = org({ traits: { pricebook: undefined } });
    await expect(updated({ fields: { price: '22.00' } }, api)).rejects.toMatchObject({ code: 'org_lacks' });
    await updated({ fields: { name: 'Mok' } }, api);
    expect(api.written('product')).toEqual([{ Name: 'Mok' }]);
  });

  test('takes an entry from the standard price before it gives it one of its own', async () => {
    const follows = entry(webshop, 20, { UseStandardPrice: true });
    const api = org({
      traits: { entriesFollow: 'yes' },
      queries: { 'FROM PricebookEntry': () => [entry(standard, 20), follows] },
    });
    const { standing } = await updated({ fields: { price: '22.00' } }, api);
    expect(api.parts).toMatchObject([
      { method: 'PATCH', body: { UseStandardPrice: false } },
      { method: 'PATCH', body: { UnitPrice: 22, IsActive: true } },
    ]);
    expect(new Set(api.parts.map(({ url }) => url)).size).toBe(1);
    expect(new Set(api.parts.map(({ referenceId }) => referenceId)).size).toBe(2);
    expect(await productTarget.setPrices?.(api, [{ standing, price: '23.00' }])).toEqual(['alone']);
    expect(api.asked.some((q) => q.includes('UseStandardPrice'))).toBe(true);
  });

  test('leaves categories and pictures alone that nobody names', async () => {
    const { api } = await updated({ fields: { active: false } });
    expect(api.parts.map(({ body }) => body)).toEqual([{ IsActive: false }]);
    expect(api.calls.filter(({ method }) => method === 'DELETE')).toEqual([]);
  });

  test('takes it out of one category and puts it into another', async () => {
    const api = org({ routes: { 'DELETE .*': () => null } });
    const { written } = await updated(
      { categories: { add: ['0ZGxx0000000002AAA'], remove: [place.ProductCategoryId] } },
      api,
    );
    expect(
      api.calls.slice(-2).map(({ method, path }) => [method, path.split('/').slice(-2).join('/')]),
    ).toEqual([
      ['POST', 'sobjects/ProductCategoryProduct'],
      ['DELETE', `ProductCategoryProduct/${place.Id}`],
    ]);
    expect(written.undone?.product).toEqual(new Set());
  });

  const own = 'https://eigen.example/1.png';

  test.each([
    ['is added', { add: [picture(0)], replace: new Map(), remove: [] }, [['v0', '']]],
    [
      'takes the place of Koppel’s',
      { add: [], replace: new Map([[row.DisplayUrl, picture(0)]]), remove: [] },
      [],
    ],
    ['goes', { add: [], replace: new Map(), remove: [row.DisplayUrl] }, []],
  ] as const)('keeps the picture that somebody put there when one %s', async (_, pictures, sent) => {
    const shown = org({ queries: { 'FROM Product2 WHERE Id IN': () => [{ ...row, DisplayUrl: own }] } });
    const { written } = await updated({ pictures }, shown);
    expect(shown.written('product')).toEqual([]);
    expect([...written.pictures]).toEqual(sent);
  });

  test('shows another picture, or none', async () => {
    const { api, written } = await updated({
      pictures: { add: [], replace: new Map([[row.DisplayUrl, picture(0)]]), remove: [] },
    });
    expect(api.written('product')).toEqual([{ DisplayUrl: 'https://winkel.example/0.jpg' }]);
    expect([...written.pictures]).toEqual([['v0', 'https://winkel.example/0.jpg']]);
    expect(written.problems).toEqual([]);
    const gone = await updated({ pictures: { add: [], replace: new Map(), remove: [row.DisplayUrl] } });
    expect(gone.api.written('product')).toEqual([{ DisplayUrl: null }]);
    const bare = org({ queries: { 'FROM Product2 WHERE Id IN': () => [{ ...row, DisplayUrl: null }] } });
    await updated({ pictures: { add: [picture(0)], replace: new Map(), remove: [] } }, bare);
    expect(bare.written('product')).toEqual([{ DisplayUrl: 'https://winkel.example/0.jpg' }]);
  });
});

describe('prices of many', () => {
  const idOf = (kind: string, number: number) => `${kind}xx${String(number).padStart(10, '0')}AAA`;
  const written = { success: true, errors: [] };
  const refusedFor = (statusCode: string, message = 'no', ...fields: string[]) => ({
    success: false,
    errors: [{ statusCode, message, fields }],
  });

  async function standing(count: number, answers: (records: readonly { id: string }[]) => unknown) {
    const numbers = Array.from({ length: count }, (_, index) => index + 1);
    const api = org({
      routes: {
        'PATCH .*/composite/sobjects$': ({ body }) =>
          answers((body as { records: { id: string }[] }).records),
      },
      queries: {
        'FROM Product2 WHERE Id IN': (q) =>
          numbers.map((number) => ({ ...row, Id: idOf('01t', number) })).filter(({ Id }) => q.includes(Id)),
        'FROM PricebookEntry': (q) =>
          numbers
            .filter((number) => number !== 2 && q.includes(idOf('01t', number)))
            .flatMap((number) =>
              [standard, webshop].map((book, index) => ({
                ...entry(book, 20),
                Id: idOf('01u', 2 * number + index),
                Product2Id: idOf('01t', number),
              })),
            ),
      },
    });
    const all = await productTarget.getMany?.(
      api,
      numbers.map((number) => idOf('01t', number)),
    );
    const changes = [...(all?.values() ?? [])].map((each, index) => ({
      standing: each,
      price: `${index + 1}.50`,
    }));
    return { api, changes };
  }

  test('are one call, and one without an entry goes by itself', async () => {
    const { api, changes } = await standing(200, (records) => records.map(() => written));
    const outcomes = await productTarget.setPrices?.(api, changes);
    expect(outcomes?.flatMap((each, index) => (each === 'written' ? [] : [index, each]))).toEqual([
      1,
      'alone',
    ]);
    const sent = api.calls.filter(({ method }) => method === 'PATCH').map(({ body }) => body);
    expect(sent).toMatchObject([{ allOrNone: false }]);
    const { records } = sent[0] as { records: readonly unknown[] };
    expect(records).toHaveLength(199);
    // `attributes` must come first.
    expect(JSON.stringify(records[0])).toBe(
      `{"attributes":{"type":"PricebookEntry"},"id":"${idOf('01u', 3)}","UnitPrice":1.5,"IsActive":true}`,
    );
    expect(records[1]).toMatchObject({ id: idOf('01u', 7), UnitPrice: 3.5 });
    expect(productTarget.batchSize).toBe(200);
  });

  test('that are refused are told of their own product, and leave the others written', async () => {
    const { api, changes } = await standing(5, () => [
      written,
      refusedFor('FIELD_CUSTOM_VALIDATION_EXCEPTION'),
      refusedFor('UNABLE_TO_LOCK_ROW'),
      refusedFor('INVALID_CROSS_REFERENCE_KEY'),
    ]);
    expect(await productTarget.setPrices?.(api, changes)).toMatchObject([
      'written',
      'alone',
      { kind: 'rejected', code: 'refused', params: { systemCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION' } },
      { kind: 'retry', code: 'conflict' },
      { kind: 'retry', code: 'conflict' },
    ]);
  });

  test.each([
    ['SERVER_UNAVAILABLE', { kind: 'retry', code: 'server_error' }],
    ['QUERY_TIMEOUT', { kind: 'retry', code: 'server_error' }],
    ['DUPLICATE_VALUE', { kind: 'rejected', code: 'refused' }],
    [
      'INSUFFICIENT_ACCESS_OR_READONLY',
      { kind: 'rejected', code: 'refused', params: { advice: 'salesforce_permissions' } },
    ],
    [
      'INVALID_FIELD_FOR_INSERT_UPDATE',
      { kind: 'rejected', code: 'refused', params: { advice: 'salesforce_permissions' } },
    ],
  ])('that are refused with %s have the verdict that the code has anywhere', async (code, verdict) => {
    const { api, changes } = await standing(1, () => [refusedFor(code)]);
    expect(await productTarget.setPrices?.(api, changes)).toMatchObject([verdict]);
  });

  test('that a rule of the org refuses tell its fields, and all of its words', async () => {
    const errors = [
      { statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'Below cost', fields: ['UnitPrice'] },
      { statusCode: 'REQUIRED_FIELD_MISSING', message: 'Say why', fields: ['Reason__c'] },
    ];
    const { api, changes } = await standing(1, () => [{ success: false, errors }]);
    const [refused] = (await productTarget.setPrices?.(api, changes)) ?? [];
    expect(refused).toMatchObject({
      code: 'refused',
      params: { systemCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', fields: ['UnitPrice', 'Reason__c'] },
    });
    expect(refused instanceof Problem && wordsOf(refused)).toBe(
      'Below cost (UnitPrice); Say why (Reason__c)',
    );
  });

  test('with an answer that leaves a row out are not taken for written', async () => {
    const { api, changes } = await standing(3, () => [written]);
    await expect(productTarget.setPrices?.(api, changes)).rejects.toThrow();
  });
});

test('SKUs are one there whatever blanks are around them', async () => {
  const api = org({
    queries: { 'FROM Product2 WHERE StockKeepingUnit': () => [{ Id: mug, StockKeepingUnit: 'A' }] },
  });
  expect(productTarget.skuKey(' A ')).toBe('A');
  const found = await productTarget.find(api, [' A ', 'A']);
  expect([...found].map(([key, places]) => [key, places.map(({ id }) => id)])).toEqual([['A', [mug]]]);
  expect(api.asked).toEqual([expect.stringContaining("IN ('A')")]);
  expect(await articleIds(articles, api, ['A ', 'B'])).toEqual({ 'A ': mug });
});
