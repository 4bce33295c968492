import Big from 'big.js';
import { describe, expect, it } from 'vitest';
import { isObject, type JsonObject, numberIn, objectsIn, textIn } from '../../../sandbox/kit/json.ts';
import { SalesforceStandIn } from '../../../sandbox/salesforce/index.ts';
import { TestOrg } from './org.ts';

describe('the seed', () => {
  it('has 30 orders whose figures are those that are expected, computed anew', async () => {
    const org = new TestOrg({ seeded: true });
    const expectations = objectsIn((await org.control('GET', '/expectations')).json);
    expect(expectations.filter(({ why }) => why !== 'an opportunity').length).toBe(30);
    const orders = await org.rows(
      'SELECT Id, TotalAmount, VatTotal__c, (SELECT TotalPrice, Quantity, UnitPrice, VatRate__c FROM OrderItems) FROM Order',
    );
    expect(orders.length).toBe(29);
    for (const order of orders) {
      const lines = isObject(order.OrderItems) ? objectsIn(order.OrderItems.records) : [];
      const nets = new Map<number, Big>();
      for (const line of lines) {
        const net = Big(numberIn(line, 'Quantity'))
          .times(numberIn(line, 'UnitPrice'))
          .round(2, Big.roundHalfUp);
        expect(numberIn(line, 'TotalPrice')).toBe(Number(net));
        const rate = numberIn(line, 'VatRate__c');
        nets.set(rate, (nets.get(rate) ?? Big(0)).plus(net));
      }
      const net = [...nets.values()].reduce((sum, each) => sum.plus(each), Big(0));
      const tax = [...nets].reduce(
        (sum, [rate, each]) => sum.plus(each.times(rate).div(100).round(2, Big.roundHalfUp)),
        Big(0),
      );
      const expected = expectations.find(({ id }) => id === order.Id) ?? {};
      expect(net.toFixed(2), String(expected.about)).toBe(Big(numberIn(order, 'TotalAmount')).toFixed(2));
      expect(tax.toFixed(2), String(expected.about)).toBe(expected.tax);
      expect(net.plus(tax).toFixed(2)).toBe(expected.gross);
      expect(Big(numberIn(order, 'VatTotal__c')).toFixed(2)).toBe(expected.tax);
    }
  });

  it('has what an org of people has: twins, strays, what was merged and deleted', async () => {
    const org = new TestOrg({ seeded: true });
    expect((await org.rows("SELECT Id FROM Contact WHERE Email = 'elif.sahin@example.com'")).length).toBe(2);
    expect((await org.rows('SELECT Id FROM Contact WHERE AccountId = null')).length).toBe(2);
    expect((await org.rows("SELECT Id FROM Order WHERE OrderReferenceNumber = 'WEB-2002'")).length).toBe(2);
    expect((await org.rows('SELECT Id FROM Opportunity WHERE IsWon = true')).length).toBe(1);
    expect((await org.rows('SELECT Id FROM Invoice__c')).length).toBe(1);
    expect((await org.rows("SELECT Id FROM Account WHERE Name = 'O\\'Brien \\\\ Zn'")).length).toBe(1);
    const gone = await org.get('/queryAll?q=SELECT+Id+FROM+Account+WHERE+MasterRecordId+!=+null');
    expect(gone.body.totalSize).toBe(1);
    const deleted = await org.get('/queryAll?q=SELECT+Id+FROM+Order+WHERE+IsDeleted+=+true');
    expect(deleted.body.totalSize).toBe(1);
    expect(await org.row('SELECT Id FROM Organization WHERE IsSandbox = false')).toMatchObject({
      Id: '00D5g0000000001EAA',
    });
  });

  it('can be made in every kind of org', async () => {
    for (const settings of [
      { personAccounts: true, currencies: ['EUR', 'USD'] },
      { countryPicklists: false, categories: false, customFields: {}, customObjects: [] },
      { reductionOrders: true, statusCodes: 'letters', multiCurrency: true },
      {
        customFields: { Account: [{ name: 'Regio__c', type: 'text', required: true }] },
        pricebooksForOrders: false,
      },
    ]) {
      const org = new TestOrg({ seeded: true, settings });
      expect((await org.rows('SELECT Id FROM Order')).length, JSON.stringify(settings)).toBe(29);
      expect((await org.rows('SELECT Id FROM Product2')).length).toBeGreaterThan(100);
    }
  });

  it('products have codes, prices without tax and stock; variants are products of their own', async () => {
    const org = new TestOrg({ seeded: true });
    const price = (code: string) =>
      org.row(
        `SELECT UnitPrice, Product2.Stock__c, Product2.ParentCode__c, Product2.Options__c FROM PricebookEntry WHERE Product2.ProductCode = '${code}'`,
      );
    expect(await price('AFR-1')).toMatchObject({
      UnitPrice: 24.79,
      Product2: { Stock__c: 25, ParentCode__c: null },
    });
    expect(await price('MOK-EM-BLAUW')).toMatchObject({
      Product2: { ParentCode__c: 'MOK-EM', Options__c: 'Kleur: Blauw' },
    });
    expect(await price('OB-1')).toMatchObject({ Product2: { Stock__c: null } });
  });

  it('is the same in every run, and plain JSON', () => {
    const [one, other] = [new TestOrg({ seeded: true }), new TestOrg({ seeded: true })];
    expect(one.standIn.snapshot()).toEqual(other.standIn.snapshot());
    const snapshot = one.standIn.snapshot();
    expect(JSON.parse(JSON.stringify(snapshot))).toEqual(snapshot);
    const restored = new SalesforceStandIn(one.world, one.respond);
    restored.restore(JSON.parse(JSON.stringify(snapshot)));
    expect(restored.state()).toEqual(one.standIn.state());
    expect(restored.snapshot()).toEqual(snapshot);
    one.standIn.reset(true);
    expect(one.standIn.snapshot()).toEqual(snapshot);
  });
});

describe('a record by chance', () => {
  it('buyers come by themselves, each at their own time', async () => {
    const org = new TestOrg();
    await org.control('POST', '/orders', { count: 3, everyMs: 60_000, profile: 'simple' });
    org.world.pass(150_000);
    await org.standIn.runDue();
    const stamps = (await org.rows('SELECT CreatedDate FROM Order ORDER BY Id')).map((each) =>
      textIn(each, 'CreatedDate'),
    );
    expect(stamps).toEqual(['2026-03-10T12:01:00.000+0000', '2026-03-10T12:02:00.000+0000']);
    await org.control('DELETE', '/orders');
    expect(org.standIn.nextDueAt()).toBeNull();
  });

  it('a hundred of them come to what is expected', async () => {
    const org = new TestOrg();
    await org.control('POST', '/orders', { count: 100 });
    const expectations = objectsIn((await org.control('GET', '/expectations')).json);
    const totals = new Map(
      (await org.rows('SELECT Id, TotalAmount FROM Order')).map((row: JsonObject) => [
        row.Id,
        numberIn(row, 'TotalAmount'),
      ]),
    );
    for (const { id = null, gross, tax } of expectations) {
      expect(Big(String(gross)).minus(String(tax)).toFixed(2)).toBe(Big(totals.get(id) ?? 0).toFixed(2));
    }
    expect(expectations.filter(({ bookable }) => bookable === true).length).toBeGreaterThan(60);
  });
});
