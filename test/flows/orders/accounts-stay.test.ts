/** Orders go one way, customers both ways or back: whatever an order says, an account of the shop stays as the shopper keeps it. */
import { describe, expect, test } from 'vitest';
import { hourMs } from '../../support/durations.ts';
import { bothWays, StandIns } from '../customers/stand-ins.ts';

const orders = { flow: 'orders', from: 'shop', to: 'books', every: '5m', settings: {} };
const back = { flow: 'customers', from: 'books', to: 'shop', every: '5m', settings: {} };

const account = {
  email: 'noor@example.com',
  billingPerson: {
    name: 'Noor de Wit',
    street: 'Kade 12',
    city: 'Zwolle',
    postalCode: '8011 AB',
    countryCode: 'NL',
    phone: '+31 38 000000',
  },
};

const office = {
  name: 'Piet Bakker',
  companyName: 'Werkgever B.V.',
  street: 'Industrieweg 99',
  city: 'Almere',
  postalCode: '1322 AA',
  countryCode: 'NL',
};
const { companyName: _, ...piet } = office;
const elsewhere = { ...account.billingPerson, street: 'Zomerhuis 1', city: 'Texel', postalCode: '1791 AA' };

/** Sent to the office once, as a guest, or for somebody else. */
function sale(billingPerson: Record<string, unknown> = office) {
  return {
    ...{ email: 'noor@example.com', paymentStatus: 'PAID', fulfillmentStatus: 'AWAITING_PROCESSING' },
    ...{ pricesIncludeTax: true, subtotal: 24.2, tax: 4.2, total: 24.2 },
    items: [
      {
        ...{ sku: 'MUG', name: 'Mug', price: 12.1, productPrice: 12.1, quantity: 2, tax: 4.2 },
        taxes: [
          { name: 'BTW 21%', value: 21, total: 4.2, taxOnDiscountedSubtotal: 4.2, includeInPrice: true },
        ],
      },
    ],
    billingPerson,
  };
}

describe('the account in the shop stays as the shopper keeps it', () => {
  test.each([
    ['an office', office],
    ['another person', piet],
    ['another address', elsewhere],
  ])('when an order of the shopper is for %s', async (_what, billingPerson) => {
    const all = await StandIns.open([orders, ...bothWays()]);
    const { id } = await all.inShop('POST', '/customers', account);
    await all.live(hourMs);
    const before = await all.inShop('GET', `/customers/${id}`);
    await all.inShop('POST', '/orders', { ...sale(billingPerson), customerId: Number(id) });
    await all.live(3 * hourMs);
    expect(await all.inShop('GET', `/customers/${id}`)).toEqual(before);
    expect(await all.officeCustomers()).toHaveLength(2);
    expect(all.writes.filter((write) => write.startsWith('PUT'))).toEqual([]);
    expect(all.stores.tasks.list({ state: 'parked' }, 10)).toEqual([]);
  });

  test.each([
    ['for an office', office],
    ['under another name', piet],
  ])('when a stranger orders as a guest under its e-mail address, %s', async (_what, billingPerson) => {
    const all = await StandIns.open([orders, ...bothWays()]);
    const { id } = await all.inShop('POST', '/customers', account);
    await all.live(hourMs);
    const before = await all.inShop('GET', `/customers/${id}`);
    await all.inShop('POST', '/orders', sale(billingPerson)); // no customerId: nobody has logged in
    await all.live(3 * hourMs);
    expect(await all.inShop('GET', `/customers/${id}`)).toEqual(before);
    expect(all.writes.filter((write) => write.startsWith('PUT'))).toEqual([]);
    expect(all.stores.tasks.list({ state: 'parked' }, 10)).toEqual([]);
    expect(await all.shopCustomers()).toHaveLength(1);
  });

  test('where the books lead: customers go from the books to the shop only', async () => {
    const all = await StandIns.open([orders, back]);
    const made = {
      ...{ is_private: true, customer_name: 'Noor de Wit', first_name: 'Noor', last_name: 'de Wit' },
      ...{ email: 'noor@example.com', address_street: 'Kade 12', address_city: 'Zwolle' },
      ...{ address_postal_code: '8011 AB', address_country_code: 'NL' },
    };
    await all.inOffice('POST', '/v3/customers', made);
    const { id } = await all.inShop('POST', '/customers', account);
    await all.live(hourMs);
    const before = await all.inShop('GET', `/customers/${id}`);
    await all.inShop('POST', '/orders', sale());
    await all.live(3 * hourMs);
    expect(await all.inShop('GET', `/customers/${id}`)).toEqual(before);
    const [kept, own] = await all.officeCustomers();
    expect([kept, own]).toMatchObject([made, { customer_name: 'Werkgever B.V.', address_city: 'Almere' }]);
    expect(all.writes.filter((write) => write === 'POST /v3/invoices')).toHaveLength(1);
    expect(all.stores.tasks.list({ state: 'parked' }, 10)).toEqual([]);
  });
});
