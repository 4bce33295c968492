import { beforeEach, describe, expect, it } from 'vitest';
import { objectsIn } from '../../../../sandbox/kit/json.ts';
import { pushedOrder, TestShop } from '../shop.ts';

let shop: TestShop;
let ann: number;
let joann: number;

const address = {
  name: 'Jo Ann',
  companyName: 'Joann BV',
  street: 'Kade 1',
  city: 'Zwolle',
  countryCode: 'NL',
  postalCode: '8011 AB',
};

async function create(fields: object): Promise<number> {
  return Number((await shop.call('POST', '/customers', fields)).body.id);
}

beforeEach(async () => {
  shop = new TestShop();
  ann = await create({ email: 'ann@example.com', billingPerson: { name: 'Zus Ann' }, lang: 'nl' });
  shop.world.pass(3_600_000);
  joann = await create({
    email: 'joann@example.com',
    b2b_b2c: 'b2b',
    taxExempt: true,
    billingPerson: address,
    shippingAddresses: [address],
    primaryPhone: '+31 38 000',
  });
});

describe('a customer', () => {
  it('is shown with what the shop adds', async () => {
    expect((await shop.get(`/customers/${joann}`)).body).toEqual({
      id: joann,
      name: 'Jo Ann',
      email: 'joann@example.com',
      registered: '2026-03-10 13:00:00 +0000',
      updated: '2026-03-10 13:00:00 +0000',
      totalOrderCount: 0,
      customerGroupId: 0,
      customerGroupName: 'General',
      billingPerson: { ...address, firstName: 'Jo', lastName: 'Ann', countryName: 'Netherlands' },
      shippingAddresses: [
        expect.objectContaining({
          id: expect.any(Number),
          defaultAddress: true,
          city: 'Zwolle',
          addressFormatted: 'Kade 1, 8011 AB, Zwolle, Netherlands',
        }),
      ],
      contacts: [
        expect.objectContaining({ contact: 'joann@example.com', type: 'EMAIL', default: true }),
        expect.objectContaining({ contact: '+31 38 000', type: 'PHONE', default: false }),
      ],
      taxExempt: true,
      taxId: '',
      taxIdValid: true,
      b2b_b2c: 'b2b',
      fiscalCode: '',
      electronicInvoicePecEmail: '',
      electronicInvoiceSdiCode: '',
      stats: { numberOfOrders: 0, salesValue: 0, averageOrderValue: 0 },
      privateAdminNotes: '',
      favorites: [],
    });
  });

  it('is changed in part; an address keeps its id where it is sent along', async () => {
    const before = objectsIn((await shop.get(`/customers/${joann}`)).body.shippingAddresses)[0];
    shop.world.pass(60_000);
    const body = {
      taxId: 'NL1',
      shippingAddresses: [
        { ...before, city: 'Urk' },
        { ...address, id: 5 },
      ],
    };
    expect((await shop.call('PUT', `/customers/${joann}`, body)).body).toEqual({ updateCount: 1 });
    const after = (await shop.get(`/customers/${joann}`)).body;
    expect(after).toMatchObject({
      email: 'joann@example.com',
      taxId: 'NL1',
      updated: '2026-03-10 13:01:00 +0000',
    });
    // Their order is not stable.
    const [second, first] = objectsIn(after.shippingAddresses);
    expect(first).toMatchObject({ id: before?.id, city: 'Urk' });
    expect(second?.id).not.toBe(5);
  });

  it('keeps its telephone numbers when its e-mail address changes', async () => {
    const before = objectsIn((await shop.get(`/customers/${joann}`)).body.contacts);
    await shop.call('PUT', `/customers/${joann}`, { email: 'jo@example.com', primaryPhone: '' });
    const after = objectsIn((await shop.get(`/customers/${joann}`)).body.contacts);
    expect(before.map(({ contact }) => contact)).toEqual(['joann@example.com', '+31 38 000']);
    expect(after.map(({ contact }) => contact)).toEqual(['jo@example.com', '+31 38 000']);
  });

  it('has its person replaced as a whole, and its name with it', async () => {
    await shop.call('PUT', `/customers/${joann}`, { billingPerson: { city: 'Urk' } });
    const { name, billingPerson } = (await shop.get(`/customers/${joann}`)).body;
    expect([name, billingPerson]).toEqual(['', { city: 'Urk' }]);
  });

  it('shows its shipping addresses in another order', async () => {
    const shippingAddresses = [address, { ...address, city: 'Urk' }];
    await shop.call('PUT', `/customers/${joann}`, { shippingAddresses });
    const cities = async () =>
      objectsIn((await shop.get(`/customers/${joann}`)).body.shippingAddresses).map(({ city }) => city);
    expect(await cities()).toEqual(['Urk', 'Zwolle']);
    const [listed] = await shop.items('/customers?email=joann@example.com&useExactEmailMatch=true');
    expect(objectsIn(listed?.shippingAddresses)[0]?.city).toBe('Urk');
    shop.standIn.change({ addressesReversed: false });
    expect(await cities()).toEqual(['Zwolle', 'Urk']);
  });

  it('is refused without an e-mail address, or with that of another', async () => {
    expect((await shop.call('POST', '/customers', {})).body.errorMessage).toBe(
      'Field Customer.email is absent',
    );
    expect((await shop.call('POST', '/customers', { email: 'nobody' })).status).toBe(400);
    expect((await shop.call('POST', '/customers', { email: null })).status).toBe(400);
    const taken = await shop.call('POST', '/customers', { email: 'ANN@example.com' });
    expect([taken.status, taken.body.errorCode]).toEqual([409, 'CONSTRAINT_VIOLATION']);
    expect((await shop.call('PUT', `/customers/${joann}`, { email: 'ann@example.com' })).status).toBe(409);
    expect((await shop.call('PUT', `/customers/${ann}`, { email: 'Ann@example.com' })).status).toBe(200);
  });

  it('that was deleted is gone, stands in the history, and leaves its address free', async () => {
    expect((await shop.call('DELETE', `/customers/${ann}`)).body).toEqual({ deleteCount: 1 });
    expect((await shop.get(`/customers/${ann}`)).status).toBe(404);
    expect(await shop.items('/customers/deleted')).toEqual([{ id: ann, date: '2026-03-10 13:00:00 +0000' }]);
    expect(await create({ email: 'ann@example.com' })).toBeGreaterThan(joann);
  });
});

describe('the search for customers', () => {
  it.each([
    ['email=ann@example.com', ['joann', 'ann']],
    ['email=ANN@example.com&useExactEmailMatch=true', ['ann']],
    ['keyword=zus', ['ann']],
    ['name=jo', ['joann']],
    ['city=zwolle', ['joann']],
    ['postalCode=8011', ['joann']],
    ['countryCodes=BE,NL', ['joann']],
    ['companyName=joann', ['joann']],
    ['phone=38%20000', ['joann']],
    ['lang=nl', ['ann']],
    ['b2b_b2c=b2b', ['joann']],
    ['taxExempt=true', ['joann']],
    ['taxExempt=false', ['ann']],
    ['customerGroupIds=5', []],
    ['createdTo=2026-03-10%2012:30:00', ['ann']],
    ['updatedFrom=2026-03-10%2012:30:00', ['joann']],
    ['minOrderCount=1', []],
    ['maxSalesValue=10', ['joann', 'ann']],
    ['sortBy=NAME_DESC', ['ann', 'joann']],
    ['sortBy=EMAIL_ASC', ['ann', 'joann']],
    ['sortBy=UPDATED_DATE_ASC', ['ann', 'joann']],
    ['sortBy=REGISTERED_DATE_DESC', ['joann', 'ann']],
  ])('%s', async (query, names) => {
    const found = (await shop.ids(`/customers?${query}`)).map((id) => (id === ann ? 'ann' : 'joann'));
    expect(found).toEqual(names);
  });

  it('counts all beside those found, and refuses an unknown order', async () => {
    expect((await shop.get('/customers?name=jo&responseFields=total,allCustomerCount')).body).toEqual({
      total: 1,
      allCustomerCount: 2,
    });
    expect((await shop.get('/customers?sortBy=AGE_ASC')).status).toBe(400);
  });

  it('finds who bought an article, and by the number and value of orders', async () => {
    await shop.call('POST', '/orders', pushedOrder({ email: 'Ann@example.com' }));
    expect(await shop.ids('/customers?purchasedProductIds=500101')).toEqual([ann]);
    expect(await shop.ids('/customers?minOrderCount=1&minSalesValue=24.2')).toEqual([ann]);
    expect(await shop.ids('/customers?sortBy=LAST_ORDER_DATE_DESC')).toEqual([ann, joann]);
  });

  it('runs behind by the lag', async () => {
    shop.standIn.change({ searchLagMs: 5000 });
    const id = await create({ email: 'late@example.com' });
    expect(await shop.ids('/customers?keyword=late')).toEqual([]);
    shop.world.pass(5000);
    expect(await shop.ids('/customers?keyword=late')).toEqual([id]);
  });
});

describe('the profile', () => {
  it('tells currency, time zone, country and whether prices include tax', async () => {
    const fields = 'company(countryCode),formatsAndUnits(currency,timezone),taxSettings(pricesIncludeTax)';
    expect((await shop.get(`/profile?responseFields=${fields}`)).body).toEqual({
      company: { countryCode: 'NL' },
      formatsAndUnits: { currency: 'EUR', timezone: 'Europe/Amsterdam' },
      taxSettings: { pricesIncludeTax: true },
    });
  });

  it('is changed in part', async () => {
    const body = { formatsAndUnits: { currency: 'SEK' } };
    expect((await shop.call('PUT', '/profile', body)).body).toEqual({ updateCount: 1 });
    expect((await shop.get('/profile')).body.formatsAndUnits).toMatchObject({
      currency: 'SEK',
      timezone: 'Europe/Amsterdam',
    });
    expect((await shop.get('/latest-stats')).body).toEqual({
      ordersUpdated: '1970-01-01 00:00:00 +0000',
      customersUpdated: '2026-03-10 13:00:00 +0000',
      productsUpdated: '1970-01-01 00:00:00 +0000',
      categoriesUpdated: '1970-01-01 00:00:00 +0000',
      profileUpdated: '2026-03-10 13:00:00 +0000',
    });
  });

  it('has its options as bare arrays and its statuses as items', async () => {
    expect(objectsIn((await shop.get('/profile/paymentOptions')).json)[0]).toMatchObject({
      checkoutTitle: 'iDEAL',
    });
    expect(objectsIn((await shop.get('/profile/shippingOptions')).json)[1]).toMatchObject({
      fulfilmentType: 'pickup',
    });
    const { body } = await shop.get('/profile/order_statuses');
    expect(Object.keys(body)).toEqual(['items']);
    expect(objectsIn(body.items).map(({ statusId }) => statusId)).not.toContain('INCOMPLETE');
  });
});
