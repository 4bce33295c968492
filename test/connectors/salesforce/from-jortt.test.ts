/** Invoices of Jortt as orders of an org that keeps what it is sent. */
import { describe, expect, test } from 'vitest';
import { jortt } from '../../../src/connectors/jortt/index.ts';
import { salesforce } from '../../../src/connectors/salesforce/index.ts';
import { Office } from '../../sandbox/jortt/office.ts';
import { CarriedOrders, madeId } from '../carried-orders.ts';
import { OfficeApi } from '../jortt/office-api.ts';
import { rows } from './answers.ts';
import { FakeOrg } from './fake-org.ts';

const other = '01txx0000000009AAA';
/** What the org says of the order that it keeps. */
const made = '801xx0000000001AAA';
const accountId = '001xx0000000001AAA';

type Fields = Record<string, unknown>;

/** An org that finds again what was made of an order and its customer. */
function keepingOrg(): FakeOrg {
  const sent = (name: string) => org.written(name).at(-1) as Fields;
  const asOrder = () => {
    if (org.written('order').length === 0) return [];
    const { records } = sent('items0') as unknown as { records: Fields[] };
    return [
      {
        Id: made,
        StatusCode: 'Draft',
        ...sent('order'),
        OrderItems: rows(records.map((item, index) => ({ Id: `802${index}`, ...item }))),
      },
    ];
  };
  const asContact = () => {
    if (org.written('contact').length === 0) return [];
    return [
      {
        Id: '003xx0000000002AAA',
        ...sent('contact'),
        AccountId: accountId,
        Account: { Id: accountId, ...sent('account') },
      },
    ];
  };
  const org: FakeOrg = new FakeOrg({
    queries: {
      'FROM Order WHERE': asOrder,
      'FROM Contact WHERE': asContact,
      'FROM Product2 WHERE StockKeepingUnit = ': () => [{ Id: other }],
      'FROM PricebookEntry': () => [
        { Id: '01uxx0000000009AAA', Product2Id: other, Pricebook2Id: '01sxx0000000002AAA', IsActive: true },
      ],
    },
  });
  return org;
}

async function begin(settings: object = {}) {
  const office = await Office.open({}, true);
  const org = keepingOrg();
  const carried = new CarriedOrders(
    { name: 'books', connector: jortt, api: new OfficeApi(office) },
    { name: 'org', connector: salesforce, api: org },
    { ...settings },
  );
  const customer = await office.person({
    ...{ is_private: true, customer_name: 'Ann Berg', email: 'ann@mail.example' },
    ...{
      address_street: 'Kade 12',
      address_postal_code: '8011 AB',
      address_city: 'Zwolle',
      address_country_code: 'NL',
    },
  });
  const id = await office.sentInvoice({ customer_id: customer });
  return { office, org, id, run: () => carried.run(id), links: carried.links };
}

describe('an invoice of Jortt', () => {
  test('is an order for its customer, whom it brings along, with every cent', async () => {
    const { office, org, id, run, links } = await begin({ state: 'sent' });
    const done = await run();
    expect(madeId(done)).toMatch(/^801/);
    expect(org.written('contact')).toMatchObject([
      { FirstName: 'Ann', LastName: 'Berg', Email: 'ann@mail.example' },
    ]);
    expect(org.written('active')).toEqual([{ Status: 'Activated' }]);
    const invoice = (await office.readInvoice(id)) as unknown as Record<string, { amount: string }>;
    const { records } = org.written('items0')[0] as {
      records: { Quantity: number; UnitPrice: number; Btw__c: number }[];
    };
    const net = records.reduce(
      (all, { Quantity, UnitPrice }) => all + Math.round(Quantity * UnitPrice * 100),
      0,
    );
    expect(net).toBe(Math.round(Number(invoice.invoice_total?.amount) * 100));
    // What stands there comes to what was meant: nothing is flagged.
    expect(links.get(`order ${id}`)?.facts).not.toHaveProperty('made');
    expect(await run()).toMatchObject({ kind: 'skipped', reason: { code: 'already_booked' } });
    expect(org.written('order')).toHaveLength(1);
  });

  test('that stands there already is found by its reference', async () => {
    const { org, run, id, links } = await begin();
    await run();
    links.clear();
    expect(await run()).toMatchObject({ kind: 'skipped', reason: { code: 'found' } });
    expect(links.get(`order ${id}`)?.targetId).toBe(made);
    expect(org.written('order')).toHaveLength(1);
  });
});
