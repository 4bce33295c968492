import { describe, expect, it } from 'vitest';
import { type JsonObject, objectsIn } from '../../../../sandbox/kit/json.ts';
import { TestShop } from '../shop.ts';

const ada = { email: 'ada@example.com', firstName: 'Ada', lastName: 'Vis' };
const place = {
  firstName: 'Ada',
  lastName: 'Vis',
  street: 'Kade',
  streetNumber: '12a',
  zipCode: '9711AA',
  city: 'Groningen',
  countryCode: 'NL',
};

async function customer(shop: TestShop): Promise<{ at: string; id: string }> {
  const { body } = await shop.call('POST', '/customers', ada);
  const [{ id } = { id: null }] = objectsIn([body.customer ?? null]);
  return { at: `/customers/${id}`, id: String(id) };
}

describe('customers', () => {
  it('come in a wrapper, without pages, cut off where there are many', async () => {
    const shop = new TestShop();
    for (let number = 0; number < 120; number += 1) {
      await shop.call('POST', '/customers', { ...ada, email: `ada-${number}@example.com` });
    }
    expect(objectsIn((await shop.get('/customers?limit=5')).body.customers)).toHaveLength(100);
    const found = objectsIn((await shop.get('/customers?q=ada-1@example.com')).body.customers);
    expect(found.map(({ email }) => email)).toEqual(['ada-1@example.com']);
  });

  it('are found by a part of an e-mail address too: another one may come first', async () => {
    const shop = new TestShop();
    await shop.call('POST', '/customers', { ...ada, email: 'theada@example.com' });
    await shop.call('POST', '/customers', ada);
    const found = objectsIn((await shop.get('/customers?q=ada@example.com')).body.customers);
    expect(found.map(({ email }) => email)).toEqual(['theada@example.com', 'ada@example.com']);
  });

  it('show addresses in the list only where they are asked for', async () => {
    const shop = new TestShop();
    const { at } = await customer(shop);
    await shop.call('POST', `${at}/addresses`, place);
    expect(objectsIn((await shop.get('/customers')).body.customers)[0]).not.toHaveProperty('addresses');
    expect(objectsIn((await shop.get('/customers?embed=address')).body.customers)).toMatchObject([
      { addresses: [{ ...place, isDefaultForInvoice: true, isDefaultForDelivery: true, company: null }] },
    ]);
  });

  it('change in all but their e-mail address', async () => {
    const shop = new TestShop();
    const { at } = await customer(shop);
    const changed = await shop.call('PATCH', at, {
      lastName: 'de Vis',
      dateOfBirth: '1990-12-31',
      description: 'vaste klant',
    });
    expect(changed.body).toMatchObject({
      customer: { ...ada, lastName: 'de Vis', dateOfBirth: '1990-12-31' },
    });
    for (const body of [{ email: 'new@example.com' }, { dateOfBirth: '31-12-1990' }, { lastName: 3 }]) {
      const { status, body: problem } = await shop.call('PATCH', at, body);
      expect([status, problem.title, problem.detail]).toEqual([
        422,
        'Invalid Request',
        'Invalid data provided.',
      ]);
      expect(Object.keys(problem.errors as JsonObject)).toEqual(Object.keys(body));
    }
  });

  it('are refused without an e-mail address, and with one that is taken', async () => {
    const shop = new TestShop();
    await customer(shop);
    for (const email of ['ADA@example.com', 'ada', '']) {
      expect((await shop.call('POST', '/customers', { ...ada, email })).status, email).toBe(422);
    }
    shop.standIn.change({ duplicateEmails: true });
    expect((await shop.call('POST', '/customers', ada)).status).toBe(200);
  });

  it('go with an empty answer', async () => {
    const shop = new TestShop();
    const { at } = await customer(shop);
    const { status, text } = await shop.call('DELETE', at);
    expect([status, text]).toEqual([200, '']);
    expect((await shop.get(at)).status).toBe(404);
  });
});

describe('addresses', () => {
  it('get their defaults only later, and one takes them from another', async () => {
    const shop = new TestShop();
    const { at } = await customer(shop);
    expect((await shop.call('POST', `${at}/addresses`, { ...place, isDefaultForInvoice: true })).status).toBe(
      422,
    );
    await shop.call('POST', `${at}/addresses`, place);
    const { body } = await shop.call('POST', `${at}/addresses`, {
      ...place,
      city: 'Zwolle',
      company: 'Vis BV',
    });
    const [second] = objectsIn([body.address ?? null]);
    expect(second).toMatchObject({ isDefaultForInvoice: false, company: 'Vis BV' });
    await shop.call('PATCH', `${at}/addresses/${second?.id}`, { isDefaultForInvoice: true });
    const addresses = objectsIn((await shop.get(`${at}/addresses`)).body.addresses);
    expect(addresses.map((each) => [each.city, each.isDefaultForInvoice, each.isDefaultForDelivery])).toEqual(
      [
        ['Groningen', false, true],
        ['Zwolle', true, false],
      ],
    );
    await shop.call('DELETE', `${at}/addresses/${second?.id}`);
    expect((await shop.get(`${at}/addresses/${second?.id}`)).status).toBe(404);
  });

  it('are refused without a part of the address, or with a country or a gender that there is not', async () => {
    const shop = new TestShop();
    const { at } = await customer(shop);
    const { city: _, ...noCity } = place;
    for (const body of [noCity, { ...place, countryCode: 'nl' }, { ...place, gender: 'V' }]) {
      expect((await shop.call('POST', `${at}/addresses`, body)).status).toBe(422);
    }
  });
});

describe('people by hand', () => {
  it('are added, seen, edited, given an address, and removed', async () => {
    const shop = new TestShop();
    const address = { street: 'Kade 12a', postalCode: '9711AA', city: 'Groningen', country: 'NL' };
    const person = {
      email: 'ada@example.com',
      name: 'Ada Vis',
      company: 'Vis BV',
      vatNumber: 'NL1',
      phone: '050',
      address,
    };
    const { id } = (await shop.control('POST', '/people', person)).body;
    expect((await shop.control('GET', `/people/${id}`)).json).toEqual({ id, ...person });
    await shop.control('PATCH', `/people/${id}`, { phone: null, name: 'Ada de Vis', email: 'a@example.com' });
    expect((await shop.get(`/customers/${id}`)).body).toMatchObject({
      customer: {
        email: 'a@example.com',
        lastName: 'de Vis',
        addresses: [{ streetNumber: '12a', phone: null, lastName: 'de Vis' }],
      },
    });
    await shop.control('POST', `/people/${id}/addresses`, { ...address, city: 'Zwolle' });
    expect(objectsIn((await shop.get(`/customers/${id}/addresses`)).body.addresses)).toHaveLength(2);
    expect((await shop.control('POST', '/people', { ...person, email: 'a@example.com' })).status).toBe(409);
    await shop.control('DELETE', `/people/${id}`);
    expect((await shop.control('GET', `/people/${id}`)).status).toBe(404);
  });
});
