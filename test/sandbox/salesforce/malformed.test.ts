/** Whatever is sent: an answer of the API, never an error of the stand-in. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isObject, objectsIn } from '../../../sandbox/kit/json.ts';
import { runs } from '../../support/runs.ts';
import { goodsOf, TestOrg } from './org.ts';

const names =
  `attributes type referenceId records allOrNone compositeRequest method url body httpHeaders graphs graphId batchRequests richInput
   haltOnError Id id Name LastName FirstName Email AccountId Account KoppelKey__c BillingCountry BillingCountryCode BillingState
   EffectiveDate Status Pricebook2Id OrderId PricebookEntryId Quantity UnitPrice Product2Id IsActive StageName CloseDate Amount
   OpportunityId TotalPrice Description Stock__c CurrencyIsoCode OrderItems order`.split(/\s+/);

function treeOf(ids: readonly string[]) {
  const { tree } = fc.letrec((tie) => ({
    leaf: fc.oneof(
      fc.constantFrom(
        'Account',
        'Order',
        'OrderItem',
        'Draft',
        'Activated',
        'POST',
        'PATCH',
        'GET',
        '2026-03-10',
        'a@example.com',
        'NL',
        '',
      ),
      fc.constantFrom(
        '/services/data/v66.0/sobjects/Account',
        '@{a.id}',
        'a',
        '@{a',
        'v66.0/limits',
        'http://[',
        ...ids,
      ),
      fc.constantFrom(null, true, false, 0, -1, 1, 12.5, 1e300, 1e-300),
      fc.string(),
    ),
    tree: fc.oneof(
      { depthSize: 'small' },
      tie('leaf'),
      fc.array(tie('tree'), { maxLength: 4 }),
      fc.dictionary(fc.constantFrom(...names), tie('tree'), { maxKeys: 8 }),
    ),
  }));
  return tree;
}

const paths = [
  '/sobjects/Account',
  '/sobjects/Contact',
  '/sobjects/Order',
  '/sobjects/OrderItem',
  '/sobjects/Opportunity',
  '/sobjects/OpportunityLineItem',
  '/sobjects/Product2',
  '/sobjects/PricebookEntry',
  '/sobjects/ProductCategory',
  '/sobjects/Invoice__c',
  '/composite',
  '/composite/graph',
  '/composite/batch',
  '/composite/sobjects',
  '/composite/tree/Order',
  '/commerce/sale/order',
];

it('no body whatever crashes it, and all that was written can be read', async () => {
  const org = new TestOrg({
    settings: { currencies: ['EUR', 'USD'], personAccounts: true, reductionOrders: true },
  });
  const goods = await goodsOf(org);
  const calls = fc.tuple(fc.constantFrom(...paths), treeOf(Object.values(goods)));
  await fc.assert(
    fc.asyncProperty(calls, async ([path, body]) => {
      const { status, json } = await org.call('POST', path, body ?? {});
      expect([200, 201, 400, 404]).toContain(status);
      if (status === 404) expect(Array.isArray(json)).toBe(true);
    }),
    runs(2000),
  );
  for (const object of ['Account', 'Contact', 'Order', 'OrderItem', 'Product2', 'Invoice__c']) {
    expect((await org.query(`SELECT FIELDS(ALL) FROM ${object} LIMIT 200`)).status).toBe(200);
  }
});

it('no change whatever crashes it; a row that was refused is as it was', async () => {
  const org = new TestOrg();
  const { accountId, ...ids } = await goodsOf(org);
  const changes = fc.dictionary(fc.constantFrom(...names), treeOf(Object.values(ids)), { maxKeys: 4 });
  await fc.assert(
    fc.asyncProperty(changes, async (body) => {
      const before = (await org.get(`/sobjects/Account/${accountId}`)).text;
      const { status } = await org.call('PATCH', `/sobjects/Account/${accountId}`, body);
      expect([204, 400]).toContain(status);
      if (status === 400) expect((await org.get(`/sobjects/Account/${accountId}`)).text).toBe(before);
    }),
    runs(500),
  );
});

const words = fc.constantFrom(
  ...`SELECT FROM WHERE AND OR NOT IN LIKE ORDER BY LIMIT OFFSET GROUP COUNT() COUNT(Id) FIELDS(ALL) Id Name Account Order Contact
      Account.Name SystemModstamp IsDeleted ( ) , = != > < null true 5 -1 'x' '%' '\\ 2026-01-01 2026-01-01T00:00:00Z TODAY ASC DESC
      NULLS LAST (SELECT USING HAVING TYPEOF a.b.c.d.e.f.g OrderItems) Amount`.split(/\s+/),
);

it('no query whatever crashes it', async () => {
  const org = new TestOrg({ seeded: true });
  const texts = fc.oneof(
    fc.array(words, { maxLength: 20 }).map((each) => each.join(' ')),
    fc.string(),
  );
  const queries = fc.oneof(
    texts,
    texts.map((rest) => `SELECT Id FROM Account WHERE ${rest}`),
    texts.map((rest) => `SELECT Id, Name FROM Account ${rest}`),
  );
  await fc.assert(
    fc.asyncProperty(queries, async (soql) => {
      const { status, json, body } = await org.query(soql);
      expect([200, 400]).toContain(status);
      if (status === 400) expect(isObject(objectsIn(json)[0])).toBe(true);
      else expect(body.done).toBeTypeOf('boolean');
    }),
    runs(2000),
  );
});

it.each(['\u2028', '\u2029', '\u0085'])('a text with an end of a line (%j) is found', async (end) => {
  const org = new TestOrg();
  const Name = `first${end}second`;
  const id = await org.create('Account', { Name });
  expect(await org.rows(`SELECT Id, Name FROM Account WHERE Name = '${Name}'`)).toMatchObject([
    { Id: id, Name },
  ]);
});

it('no text whatever comes back changed, or finds anything else, when it is escaped', async () => {
  const org = new TestOrg();
  await org.create('Account', { Name: 'another' });
  await fc.assert(
    fc.asyncProperty(fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }), async (text) => {
      const Name = text.trim();
      fc.pre(Name !== '' && [...Name].length <= 255 && !/[\n\r]/.test(Name) && Name.isWellFormed());
      const id = await org.create('Account', { Name });
      const literal = Name.replaceAll('\\', '\\\\').replaceAll("'", "\\'");
      const found = await org.rows(`SELECT Id, Name FROM Account WHERE Name = '${literal}'`);
      expect(found.map((row) => row.Id)).toContain(id);
      for (const row of found) expect(String(row.Name).toLowerCase()).toBe(Name.toLowerCase());
      await org.call('DELETE', `/sobjects/Account/${id}`);
    }),
    runs(500),
  );
});
