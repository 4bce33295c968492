import { describe, expect, test } from 'vitest';
import { ledgerAccounts } from '../../../sandbox/jortt/administration/ledger-accounts.ts';
import { hourMs } from '../../support/durations.ts';
import { bothWays, StandIns } from './stand-ins.ts';

const buyer = {
  email: 'Noor@Example.com',
  billingPerson: {
    name: 'Noor Anna de Wit',
    street: 'Kade 12\nachter',
    city: 'Zwolle',
    postalCode: '8011 AB',
    countryCode: 'NL',
    phone: '+31 38 000000',
  },
};

const bakery = {
  is_private: false,
  customer_name: 'De Korenaar B.V.',
  attn: 'Bo Jansen',
  address_street: 'Molenweg 12',
  address_postal_code: '3511 AB',
  address_city: 'Utrecht',
  address_country_code: 'NL',
  email: 'inkoop@korenaar.example',
  vat_number: 'NL000099998B57',
  shift_vat: true,
  payment_term: 14,
};

describe('an Ecwid shop and Jortt books that keep their customers in step both ways', () => {
  test('a buyer is made in the books, and nothing comes back', async () => {
    const all = await StandIns.open();
    const { id } = await all.inShop('POST', '/customers', buyer);
    const before = await all.inShop('GET', `/customers/${id}`);
    await all.live(3 * hourMs);
    expect(all.writes).toEqual(['POST /v3/customers']);
    expect(await all.officeCustomers()).toMatchObject([
      { customer_name: 'Noor Anna de Wit', address_extra_information: 'achter', reference: String(id) },
    ]);
    expect(await all.inShop('GET', `/customers/${id}`)).toEqual(before);
  });

  test('a company of the books is made in the shop, and nothing comes back', async () => {
    const all = await StandIns.open();
    const { data } = await all.inOffice('POST', '/v3/customers', bakery);
    const path = `/v3/customers/${(data as { id: string }).id}`;
    const before = await all.inOffice('GET', path);
    await all.live(3 * hourMs);
    expect(all.writes).toEqual(['POST /customers']);
    expect(await all.shopCustomers()).toMatchObject([
      { email: bakery.email, billingPerson: { companyName: 'De Korenaar B.V.', name: 'Bo Jansen' } },
    ]);
    expect(await all.inOffice('GET', path)).toEqual(before);
  });

  test('a change on either side is written to the other, once', async () => {
    const all = await StandIns.open();
    const { id } = await all.inShop('POST', '/customers', buyer);
    await all.live(hourMs);
    const [made] = await all.officeCustomers();
    all.writes.length = 0;
    const billingPerson = { ...buyer.billingPerson, street: 'Gracht 3\nachter' };
    await all.inShop('PUT', `/customers/${id}`, { billingPerson });
    await all.live(hourMs);
    expect(await all.officeCustomers()).toMatchObject([{ id: made?.id, address_street: 'Gracht 3' }]);
    await all.inOffice('PUT', `/v3/customers/${made?.id}`, { ...made, address_street: 'Plein 4' });
    await all.live(hourMs);
    expect(await all.shopCustomers()).toMatchObject([{ id, billingPerson: { street: 'Plein 4\nachter' } }]);
    expect(all.writes).toEqual(['PUT /v3/customers/id', 'PUT /customers/id']);
  });

  test('a new e-mail address on either side stays one customer', async () => {
    const all = await StandIns.open();
    const { id } = await all.inShop('POST', '/customers', buyer);
    await all.live(hourMs);
    await all.inShop('PUT', `/customers/${id}`, { email: 'noor@elsewhere.example' });
    await all.live(hourMs);
    const [made, ...others] = await all.officeCustomers();
    expect([made, others]).toMatchObject([{ email: 'noor@elsewhere.example' }, []]);
    await all.inOffice('PUT', `/v3/customers/${made?.id}`, { ...made, email: 'noor@third.example' });
    await all.live(hourMs);
    expect(await all.shopCustomers()).toMatchObject([{ id, email: 'noor@third.example' }]);
    expect(all.writes).toHaveLength(3);
  });

  test('who is known to both is brought together, and comes to rest', async () => {
    const all = await StandIns.open();
    await all.inShop('POST', '/customers', buyer);
    const known = {
      is_private: true,
      customer_name: 'N. de Wit',
      email: 'noor@example.com',
      website: 'x.example',
    };
    await all.inOffice('POST', '/v3/customers', known);
    await all.live(hourMs);
    expect(await all.officeCustomers()).toMatchObject([{ address_street: 'Kade 12', website: 'x.example' }]);
    all.writes.length = 0;
    all.integration.sync('customers:shop:books', { since: '2020-01-01T00:00:00Z' });
    all.integration.sync('customers:books:shop', { since: '2020-01-01T00:00:00Z' });
    await all.live(3 * hourMs);
    expect(all.writes).toEqual([]);
  });

  test('a country that Jortt fills in for an address without one is nobody’s news', async () => {
    const all = await StandIns.open();
    const { id } = await all.inShop('POST', '/customers', {
      email: buyer.email,
      billingPerson: { name: 'Noor' },
    });
    await all.live(hourMs);
    const billingPerson = { name: 'Noor', street: 'Kade 12', city: 'Zwolle' };
    await all.inShop('PUT', `/customers/${id}`, { billingPerson });
    await all.live(hourMs);
    expect(await all.officeCustomers()).toMatchObject([
      { address_street: 'Kade 12', address_country_code: 'NL' },
    ]);
    expect(all.writes).toEqual(['POST /v3/customers', 'PUT /v3/customers/id']);
    expect((await all.inShop('GET', `/customers/${id}`)).billingPerson).not.toHaveProperty(
      'countryCode',
      'NL',
    );
  });

  test('who was deleted on either side is not made again for a period that is asked for, but by name', async () => {
    const all = await StandIns.open();
    const first = await all.inShop('POST', '/customers', buyer);
    const second = await all.inShop('POST', '/customers', {
      email: 'bo@example.com',
      billingPerson: { name: 'Bo Kok' },
    });
    await all.live(hourMs);
    const bo = (await all.officeCustomers()).find(({ customer_name }) => customer_name === 'Bo Kok');
    await all.inShop('DELETE', `/customers/${first.id}`);
    await all.inOffice('DELETE', `/v3/customers/${bo?.id}`);
    await all.live(hourMs);
    all.writes.length = 0;
    all.integration.sync('customers:shop:books', { since: '2020-01-01T00:00:00Z' });
    all.integration.sync('customers:books:shop', { since: '2020-01-01T00:00:00Z' });
    await all.live(hourMs);
    expect([all.writes, all.stores.tasks.list({ state: 'parked' }, 10)]).toEqual([[], []]);
    await all.inShop('PUT', `/customers/${second.id}`, { lang: 'de' });
    all.integration.sync('customers:shop:books', { since: '2020-01-01T00:00:00Z' });
    await all.live(hourMs);
    expect([all.writes, all.stores.tasks.list({ state: 'parked' }, 10)]).toMatchObject([
      [],
      [{ key: String(second.id), problem: { code: 'customer_gone' } }],
    ]);
    all.integration.sync('customers:shop:books', { keys: [String(second.id)] });
    await all.live(hourMs);
    expect(all.writes).toEqual(['POST /v3/customers']);
  });

  test('the revenue account goes to the customer in Jortt by country', async () => {
    const [, , account] = ledgerAccounts.map(({ ledger_account_id }) => ledger_account_id);
    const all = await StandIns.open(bothWays({ revenueAccount: { map: { NL: account } } }));
    await all.inShop('POST', '/customers', buyer);
    await all.live(hourMs);
    expect(await all.officeCustomers()).toMatchObject([{ default_ledger_account_id: account }]);
    await all.live(3 * hourMs);
    expect(all.writes).toEqual(['POST /v3/customers']);
  });
});

describe('what is kept', () => {
  test('names nobody', async () => {
    const all = await StandIns.open();
    await all.inShop('POST', '/customers', buyer);
    await all.inOffice('POST', '/v3/customers', { ...bakery, email: null });
    await all.live(hourMs);
    const kept = ['tasks', 'links', 'steps', 'cursors', 'hooks', 'counters'].map((table) =>
      all.sql.exec(`SELECT * FROM ${table}`),
    );
    expect(all.stores.tasks.list({ state: 'parked' }, 10)).toMatchObject([
      { problem: { code: 'email_missing' } },
    ]);
    // Fingerprints are random letters, which may be a word by chance.
    const text = JSON.stringify([kept, all.logged]).replace(/[\w-]{20,}/g, '…');
    expect(text).not.toMatch(/noor|de Wit|Kade|korenaar|Jansen|example\.com/i);
  });

  test('of a person goes with one call, in every direction, and comes back with its next change', async () => {
    const all = await StandIns.open();
    const { id } = await all.inShop('POST', '/customers', buyer);
    await all.inShop('POST', '/customers', { ...buyer, email: 'somebody@else.example' });
    await all.live(hourMs);
    const before = all.sql.exec('SELECT * FROM links').length;
    const erased = await all.integration.erase(' NOOR@example.com ');
    expect(erased.links).toBe(before / 2);
    expect(erased.activity).toBeGreaterThanOrEqual(2);
    expect(all.sql.exec('SELECT * FROM links')).toHaveLength(before / 2);
    expect(await all.integration.erase('noor@example.com')).toEqual({ links: 0, activity: 0 });
    await all.inShop('PUT', `/customers/${id}`, { lang: 'de' });
    await all.live(hourMs);
    expect(await all.officeCustomers()).toHaveLength(2);
    expect(all.sql.exec('SELECT * FROM links')).toHaveLength(before);
  });

  test('is untouched by a preview', async () => {
    const all = await StandIns.open();
    const { id } = await all.inShop('POST', '/customers', buyer);
    const shown = await all.clock.settle(all.integration.preview('customers:shop:books', String(id)));
    expect(shown).toMatchObject({
      source: { name: 'Noor Anna de Wit' },
      skips: null,
      writes: [{ what: 'customer', does: 'create', body: { customer_name: 'Noor Anna de Wit' } }],
      problem: null,
    });
    expect([all.writes, all.sql.exec('SELECT * FROM links')]).toEqual([[], []]);
  });
});
