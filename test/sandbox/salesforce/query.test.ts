import { describe, expect, it } from 'vitest';
import { textIn } from '../../../sandbox/kit/json.ts';
import { draft, goodsOf, TestOrg } from './org.ts';

async function named(...names: string[]): Promise<TestOrg> {
  const org = new TestOrg();
  for (const Name of names) await org.create('Account', { Name });
  return org;
}

async function namesOf(org: TestOrg, where: string): Promise<unknown[]> {
  return (await org.rows(`SELECT Name FROM Account ${where}`)).map(({ Name }) => Name);
}

const code = (org: TestOrg, soql: string) => org.refusal(org.query(soql));

describe('texts in a query', () => {
  it('are read with their escapes, and refused with others', async () => {
    const org = await named("O'Brien \\ Zn", 'Regel');
    expect(await namesOf(org, "WHERE Name = 'O\\'Brien \\\\ Zn'")).toEqual(["O'Brien \\ Zn"]);
    expect(await code(org, "SELECT Id FROM Account WHERE Name = 'a\\qb'")).toBe('400 MALFORMED_QUERY');
    expect(await code(org, "SELECT Id FROM Account WHERE Name = 'a\nb'")).toBe('400 MALFORMED_QUERY');
    expect(await code(org, "SELECT Id FROM Account WHERE Name = 'O'Brien'")).toBe('400 MALFORMED_QUERY');
    expect(await code(org, "SELECT Id FROM Account WHERE Name = 'a\\%'")).toBe('400 MALFORMED_QUERY');
  });

  it('are compared regardless of case, in every operator', async () => {
    const org = await named('Molen', 'MOLEN', 'Wiek');
    expect(await namesOf(org, "WHERE Name = 'molen'")).toEqual(['Molen', 'MOLEN']);
    expect(await namesOf(org, "WHERE Name != 'molen'")).toEqual(['Wiek']);
    expect(await namesOf(org, "WHERE Name IN ('wiek', 'x')")).toEqual(['Wiek']);
    expect(await namesOf(org, "WHERE Name > 'n'")).toEqual(['Wiek']);
  });

  it('match patterns, in which the two signs can be meant themselves', async () => {
    const org = await named('100% puur', '100 puur', 'a_b', 'axb', '100\\%');
    expect(await namesOf(org, "WHERE Name LIKE '100%'")).toEqual(['100% puur', '100 puur', '100\\%']);
    expect(await namesOf(org, "WHERE Name LIKE '100\\% PUUR'")).toEqual(['100% puur']);
    expect(await namesOf(org, "WHERE Name LIKE 'a_b'")).toEqual(['a_b', 'axb']);
    expect(await namesOf(org, "WHERE Name LIKE 'a\\_b'")).toEqual(['a_b']);
    expect(await namesOf(org, "WHERE Name LIKE '100\\\\\\%'")).toEqual(['100\\%']);
  });
});

describe('conditions', () => {
  it('need parentheses where AND and OR meet', async () => {
    const org = await named('A', 'B', 'C');
    expect(await code(org, "SELECT Id FROM Account WHERE Name = 'A' AND Name = 'B' OR Name = 'C'")).toBe(
      '400 MALFORMED_QUERY',
    );
    expect(await namesOf(org, "WHERE (Name = 'A' AND Phone = null) OR Name = 'C'")).toEqual(['A', 'C']);
    expect(await namesOf(org, "WHERE NOT (Name = 'A' OR Name = 'B')")).toEqual(['C']);
    expect(await namesOf(org, "WHERE (NOT Name = 'A') AND Name != 'B'")).toEqual(['C']);
    expect(await namesOf(org, "WHERE NOT(NOT(Name = 'A'))")).toEqual(['A']);
  });

  it('want values of the type of the field, quoted or not', async () => {
    const org = await named('A');
    const refused = [
      'Name = 5',
      "NumberOfEmployees = '5'",
      "SystemModstamp > '2026-01-01T00:00:00Z'",
      'SystemModstamp > 2026-01-01',
      "IsDeleted = 'true'",
    ];
    for (const where of refused) {
      expect(await code(org, `SELECT Id FROM Account WHERE ${where}`), where).toBe('400 INVALID_FIELD');
    }
    expect(await code(org, "SELECT Id FROM Account WHERE Id = 'x'")).toBe(
      '400 INVALID_QUERY_FILTER_OPERATOR',
    );
    expect(await code(org, "SELECT Id FROM Account WHERE Description = 'x'")).toBe('400 INVALID_FIELD');
    // A plus sign of an offset that is not encoded arrives as a blank.
    const plus = await org.get(
      '/query?q=SELECT+Id+FROM+Account+WHERE+SystemModstamp+>+2026-01-01T00:00:00+01:00',
    );
    expect(plus.status).toBe(400);
    const encoded = await org.get(
      '/query?q=SELECT+Id+FROM+Account+WHERE+SystemModstamp+>+2026-01-01T00:00:00%2B01:00',
    );
    expect(encoded.body.totalSize).toBe(1);
  });

  it('find by ids of 15 and of 18 characters, and by those of another query', async () => {
    const org = new TestOrg();
    const id = await org.create('Account', { Name: 'A' });
    await org.create('Account', { Name: 'B' });
    await org.create('Contact', { LastName: 'X', Email: 'x@example.com', AccountId: id });
    expect(await namesOf(org, `WHERE Id = '${id.slice(0, 15)}'`)).toEqual(['A']);
    expect(await namesOf(org, `WHERE Id IN ('${id}')`)).toEqual(['A']);
    expect(
      await namesOf(org, "WHERE Id IN (SELECT AccountId FROM Contact WHERE Email = 'X@example.com')"),
    ).toEqual(['A']);
    expect(
      await namesOf(org, "WHERE Id NOT IN (SELECT AccountId FROM Contact WHERE Email = 'X@example.com')"),
    ).toEqual(['B']);
  });

  it('know days', async () => {
    const org = await named('A');
    org.world.pass(86_400_000);
    await org.login();
    await org.create('Account', { Name: 'B' });
    expect(await namesOf(org, 'WHERE CreatedDate = TODAY')).toEqual(['B']);
    expect(await namesOf(org, 'WHERE CreatedDate = LAST_N_DAYS:1')).toEqual(['A', 'B']);
  });
});

describe('what is selected', () => {
  it('must be there: fields, objects, lists; and be asked for once', async () => {
    const org = await named('A');
    expect(await code(org, 'SELECT Nonsense FROM Account')).toBe('400 INVALID_FIELD');
    expect(await code(org, 'SELECT Id, Id FROM Account')).toBe('400 INVALID_FIELD');
    expect(await code(org, 'SELECT Id FROM Nonsense')).toBe('400 INVALID_TYPE');
    expect(await code(org, 'SELECT Id, (SELECT Id FROM Nonsenses) FROM Account')).toBe('400 INVALID_TYPE');
    expect(await code(org, 'SELECT * FROM Account')).toBe('400 MALFORMED_QUERY');
    expect(await code(org, 'SELECT FIELDS(ALL) FROM Account')).toBe('400 MALFORMED_QUERY');
    expect((await org.query('SELECT FIELDS(ALL) FROM Account LIMIT 200')).body.totalSize).toBe(1);
    org.standIn.change({ hiddenFields: { Account: ['Phone'] } });
    expect(await code(org, 'SELECT Phone FROM Account')).toBe('400 INVALID_FIELD');
  });

  it('reads over links in either direction; what is empty is null', async () => {
    const org = new TestOrg();
    const goods = await goodsOf(org);
    const id = await org.create('Order', draft(goods));
    const soql =
      'SELECT Id, Account.Name, Opportunity.Account.Name, (SELECT Quantity, PricebookEntry.Product2.ProductCode FROM OrderItems) FROM Order';
    expect(await org.row(soql)).toEqual({
      attributes: { type: 'Order', url: `/services/data/v66.0/sobjects/Order/${id}` },
      Id: id,
      Account: { attributes: expect.objectContaining({ type: 'Account' }), Name: 'Bakkerij De Molen' },
      Opportunity: null,
      OrderItems: null,
    });
    await org.create('OrderItem', {
      OrderId: id,
      PricebookEntryId: goods.entryId,
      Quantity: 2,
      UnitPrice: 5,
    });
    expect(await org.row(soql)).toMatchObject({
      OrderItems: {
        totalSize: 1,
        done: true,
        records: [{ Quantity: 2, PricebookEntry: { Product2: { ProductCode: 'KAAS' } } }],
      },
    });
    const { records: _, ...counted } = (
      await org.query("SELECT COUNT() FROM Order WHERE Account.Name LIKE 'bakkerij%'")
    ).body;
    expect(counted).toEqual({ totalSize: 1, done: true });
  });

  it('echoes the version that was asked', async () => {
    const org = await named('A');
    const { body } = await org.get('/services/data/v58.0/query?q=SELECT+Id+FROM+Account');
    expect(JSON.stringify(body)).toContain('/services/data/v58.0/sobjects/Account/001');
  });

  it('can be counted and added up by groups', async () => {
    const org = new TestOrg();
    for (const [Name, NumberOfEmployees] of [
      ['A', 2],
      ['A', 3],
      ['B', 4],
    ] as const) {
      await org.create('Account', { Name, NumberOfEmployees });
    }
    expect(
      await org.rows('SELECT Name, COUNT(Id) aantal, SUM(NumberOfEmployees) FROM Account GROUP BY Name'),
    ).toMatchObject([
      { Name: 'A', aantal: 2, expr0: 5 },
      { Name: 'B', aantal: 1, expr0: 4 },
    ]);
    expect(await org.rows('SELECT MAX(SystemModstamp) FROM Account')).toMatchObject([
      { attributes: { type: 'AggregateResult' }, expr0: '2026-03-10T12:00:00.000+0000' },
    ]);
  });
});

describe('order and pages', () => {
  it('nothing comes before everything, unless told otherwise', async () => {
    const org = new TestOrg();
    for (const [Name, Phone] of [
      ['A', '2'],
      ['B', null],
      ['C', '1'],
    ] as const)
      await org.create('Account', { Name, Phone });
    expect(await namesOf(org, 'ORDER BY Phone')).toEqual(['B', 'C', 'A']);
    expect(await namesOf(org, 'ORDER BY Phone DESC')).toEqual(['A', 'C', 'B']);
    expect(await namesOf(org, 'ORDER BY Phone NULLS LAST')).toEqual(['C', 'A', 'B']);
    expect(await namesOf(org, 'ORDER BY Name DESC LIMIT 1 OFFSET 1')).toEqual(['B']);
  });

  it('case F5: 3,000 rows of one second are paged through by stamp and id', async () => {
    const org = new TestOrg();
    await org.login();
    for (let call = 0; call < 15; call += 1) {
      const records = Array.from({ length: 200 }, (_, index) => ({
        attributes: { type: 'Account' },
        Name: `K${call * 200 + index}`,
      }));
      await org.call('POST', '/composite/sobjects', { records });
    }
    const stamp = '2026-03-10T12:00:00Z';
    const seen = new Set<string>();
    let id = '000000000000000AAA';
    for (;;) {
      const rows = await org.rows(
        `SELECT Id, SystemModstamp FROM Account WHERE SystemModstamp > ${stamp} OR (SystemModstamp = ${stamp} AND Id > '${id}') ORDER BY SystemModstamp ASC, Id ASC LIMIT 500`,
      );
      for (const row of rows) seen.add(textIn(row, 'Id'));
      if (rows.length === 0) break;
      id = textIn(rows.at(-1) ?? {}, 'Id');
    }
    expect(seen.size).toBe(3000);
    const first = await org.query('SELECT Id FROM Account');
    expect(first.body).toMatchObject({
      totalSize: 3000,
      done: false,
      nextRecordsUrl: expect.stringMatching(/^\/services\/data\/v66\.0\/query\/0r8\w{15}-2000$/),
    });
    const second = await org.get(String(first.body.nextRecordsUrl));
    expect(second.body).toMatchObject({ totalSize: 3000, done: true });
    expect(second.body).not.toHaveProperty('nextRecordsUrl');
    const small = await org.query('SELECT Id FROM Account', { 'Sforce-Query-Options': 'batchSize=10' });
    expect(small.body.records).toHaveLength(200);
  });

  it('a locator lives for two days', async () => {
    const org = new TestOrg({ settings: { maxBatch: 1 } });
    await org.create('Account', { Name: 'A' });
    await org.create('Account', { Name: 'B' });
    const { body } = await org.query('SELECT Id FROM Account');
    const next = String(body.nextRecordsUrl);
    expect((await org.get(next)).body.done).toBe(true);
    expect(await org.refusal(org.get('/query/0r8000000000000AAA-2000'))).toBe('400 INVALID_QUERY_LOCATOR');
    org.world.pass(2 * 86_400_000);
    await org.login();
    expect(await org.refusal(org.get(next))).toBe('400 INVALID_QUERY_LOCATOR');
  });

  it('nested lists have pages of their own', async () => {
    const org = new TestOrg({ settings: { maxNestedBatch: 2 } });
    const goods = await goodsOf(org);
    const id = await org.create('Order', draft(goods));
    for (const Quantity of [1, 2, 3]) {
      await org.create('OrderItem', { OrderId: id, PricebookEntryId: goods.entryId, Quantity, UnitPrice: 5 });
    }
    const { OrderItems } = await org.row(
      'SELECT Id, (SELECT Id, Quantity FROM OrderItems ORDER BY Id) FROM Order',
    );
    expect(OrderItems).toMatchObject({
      totalSize: 3,
      done: false,
      records: [{ Quantity: 1 }, { Quantity: 2 }],
    });
    const next = await org.get(String((OrderItems as { nextRecordsUrl: string }).nextRecordsUrl));
    expect(next.body).toMatchObject({ totalSize: 3, done: true, records: [{ Quantity: 3 }] });
  });

  it('deleted rows are found by queryAll only', async () => {
    const org = new TestOrg();
    const id = await org.create('Account', { Name: 'A' });
    await org.call('DELETE', `/sobjects/Account/${id}`);
    expect(await namesOf(org, '')).toEqual([]);
    const { body } = await org.get('/queryAll?q=SELECT+Id,IsDeleted+FROM+Account+WHERE+IsDeleted+=+true');
    expect(body.records).toMatchObject([{ Id: id, IsDeleted: true }]);
  });

  it('case F5: what others write becomes visible after its stamp', async () => {
    const org = new TestOrg({ settings: { searchLagMs: 14_000 } });
    await org.create('Account', { Name: 'own' });
    await org.control('POST', '/people', { email: 'a@example.com', name: 'Ada Vis' });
    expect(await namesOf(org, '')).toEqual(['own']);
    org.world.pass(14_001);
    expect(await org.rows('SELECT Name, SystemModstamp FROM Account')).toMatchObject([
      { Name: 'own' },
      { Name: 'Ada Vis', SystemModstamp: '2026-03-10T12:00:00.000+0000' },
    ]);
  });
});
