import { describe, expect, test } from 'vitest';
import { customerSource } from '../../../../src/connectors/mijnwebwinkel/customers/source.ts';
import { customerTarget } from '../../../../src/connectors/mijnwebwinkel/customers/target.ts';
import { type Customer, customer as customerRecord } from '../../../../src/records/customer.ts';
import { findAll, findFirst } from '../../../support/fake-api.ts';
import { namedIn } from '../../read-changes.ts';
import { FakeApi, paged, type Routes } from '../fake-api.ts';

const id = '3f0f3c58-0000-4000-8000-00000000bb01';
const addressId = '3f0f3c58-0000-4000-8000-00000000ee01';

const address = {
  id: addressId,
  firstName: 'Wilma',
  lastName: 'Smit',
  street: 'Dijk',
  streetNumber: '5b',
  zipCode: '1621AA',
  city: 'Hoorn',
  countryCode: 'NL',
  company: null,
  phone: '0229000001',
  taxNumber: null,
  iban: null,
  isDefaultForDelivery: true,
  isDefaultForInvoice: true,
};

const stored = {
  id,
  storeId: '3f0f3c58-0000-4000-8000-00000000aa01',
  email: 'wilma@example.nl',
  firstName: 'Wilma',
  lastName: 'Smit',
  dateOfBirth: null,
  description: 'Belt graag',
  addresses: [address],
};

const person: Customer = {
  kind: 'person',
  email: 'wilma@example.nl',
  name: 'Wilma Smit',
  phone: '0229000001',
  address: { street: 'Dijk 5b', postalCode: '1621AA', city: 'Hoorn', country: 'NL' },
};

const company: Customer = { ...person, kind: 'company', company: 'Smit BV', vatNumber: 'NL999999990B57' };

const shop = (more: Routes = {}) =>
  new FakeApi({
    'GET /customers': ({ query: { q } }) => ({
      customers: q === undefined || stored.email.includes(String(q).slice(0, 5)) ? [stored] : [],
    }),
    [`GET /customers/${id}`]: () => ({ customer: stored }),
    'POST /customers': () => ({ customer: { id } }),
    [`POST /customers/${id}/addresses`]: () => ({ address }),
    [`PATCH /customers/${id}(/addresses/${addressId})?`]: () => ({}),
    ...more,
  });

describe('a customer', () => {
  test('is read with the address that invoices go to', async () => {
    const other = { ...address, id: 'x', city: 'Enkhuizen', isDefaultForInvoice: false };
    const api = shop({
      [`GET /customers/${id}`]: () => ({ customer: { ...stored, addresses: [other, address] } }),
    });
    expect(customerRecord.parse(await customerSource.get(api, id))).toMatchObject({
      ...person,
      id,
      firstName: 'Wilma',
      lastName: 'Smit',
    });
  });

  test('has its addresses asked for where they do not come along', async () => {
    const { addresses, ...bare } = stored;
    const api = shop({
      [`GET /customers/${id}`]: () => bare,
      [`GET /customers/${id}/addresses`]: () => ({
        addresses: addresses.map((each) => ({ ...each, company: 'Smit BV', taxNumber: 'NL999999990B57' })),
      }),
    });
    expect(await customerSource.get(api, id)).toMatchObject({ ...company, name: 'Wilma Smit' });
  });

  test('is looked at when the list shows it otherwise, and when it buys', async () => {
    const api = shop({
      'GET /orders': (call) =>
        paged(
          [
            { number: '1', debtor: { id: 'buyer' } },
            { number: '2', debtor: [] },
          ],
          call,
        ),
    });
    const window = { since: new Date('2026-03-02T11:00:00Z'), until: new Date('2026-03-02T12:00:00Z') };
    const named = await namedIn('customers', customerSource, api, window);
    expect(named.map(({ key }) => key)).toEqual([id, 'buyer']);
    expect(named[0]?.version).toMatch(/^[0-9a-f]{16}$/);
  });
});

describe('a customer in the shop', () => {
  test('is found by exactly its address', async () => {
    const api = shop();
    expect(await findFirst(customerTarget, api, ' Wilma@Example.NL')).toMatchObject({
      id,
      identity: { kind: 'person', name: 'Wilma Smit' },
    });
    expect(api.calls[0]?.query).toEqual({ q: 'wilma@example.nl', embed: 'address' });
    expect(await findAll(customerTarget, api, 'wilma@example.com')).toEqual([]);
  });

  test('is made by two calls, its street and number apart', async () => {
    const api = shop();
    expect(
      await customerTarget.create(api, customerTarget.toWire({ customer: company, fields: {} }, api.account)),
    ).toEqual({ id });
    expect(api.sent).toEqual([
      { email: 'wilma@example.nl', firstName: 'Wilma', lastName: 'Smit' },
      {
        firstName: 'Wilma',
        lastName: 'Smit',
        company: 'Smit BV',
        phone: '0229000001',
        taxNumber: 'NL999999990B57',
        street: 'Dijk',
        streetNumber: '5b',
        zipCode: '1621AA',
        city: 'Hoorn',
        countryCode: 'NL',
      },
    ]);
  });

  const body = (customer: Customer, fields = {}) =>
    customerTarget.toWire({ customer, fields }, shop().account);
  const existing = async (api: FakeApi) => {
    const found = await customerTarget.get(api, id);
    if (found === null) throw new Error('is not there');
    return found;
  };

  test('is up to date with what it says already', async () => {
    const found = await existing(shop());
    expect(customerTarget.partsIn(found)).toEqual({
      email: 'wilma@example.nl',
      kind: 'person',
      name: 'Wilma Smit',
      phone: '0229000001',
      address: { street: 'Dijk 5b', extra: '', postalCode: '1621AA', city: 'Hoorn', country: 'NL' },
      description: 'Belt graag',
    });
    expect(customerTarget.isUpToDate(found, body(person))).toBe(true);
    expect(customerTarget.isUpToDate(found, body(company))).toBe(false);
  });

  test('is updated by what differs, and nothing else is touched', async () => {
    const api = shop();
    await customerTarget.update(api, await existing(api), body({ ...company, phone: '0229000002' }));
    expect(
      api.calls.filter(({ method }) => method === 'PATCH').map(({ path, body: sent }) => [path, sent]),
    ).toEqual([
      [
        `/customers/${id}/addresses/${addressId}`,
        { company: 'Smit BV', taxNumber: 'NL999999990B57', phone: '0229000002' },
      ],
    ]);
  });

  test('that becomes a person loses company and VAT number', async () => {
    const firm = { ...stored, addresses: [{ ...address, company: 'Smit BV', taxNumber: 'NL999999990B57' }] };
    const api = shop({ [`GET /customers/${id}`]: () => ({ customer: firm }) });
    const there = await existing(api);
    const narrowed = customerTarget.narrowed(body(person), new Set(['kind', 'name']), there);
    await customerTarget.update(api, there, narrowed);
    expect(api.sent).toEqual([{ company: null, taxNumber: null }]);
  });

  test('that is told a kind alone takes its name along, and the body says all that is sent', async () => {
    const firm = { ...stored, addresses: [{ ...address, company: 'Smit BV', taxNumber: '' }] };
    const api = shop({ [`GET /customers/${id}`]: () => ({ customer: firm }) });
    const narrowed = customerTarget.narrowed(body(person), new Set(['kind']), await existing(api));
    expect(narrowed).toEqual({
      firstName: 'Smit',
      lastName: 'BV',
      address: { company: '', taxNumber: '' },
    });
  });

  test('of a company without a contact is called so in the plan as it is in the call', async () => {
    const lent = { firstName: 'Smit', lastName: 'BV' };
    const firm = { ...stored, ...lent, addresses: [{ ...address, ...lent, company: 'Smit BV' }] };
    const api = shop({ [`GET /customers/${id}`]: () => ({ customer: firm }) });
    const renamed = body({ ...company, name: '', company: 'Smit Molens' });
    expect(renamed).toMatchObject({ firstName: 'Smit', lastName: 'Molens' });
    expect(customerTarget.partsOf(renamed)).not.toHaveProperty('contact');
    const there = await existing(api);
    const narrowed = customerTarget.narrowed(renamed, new Set(['name']), there);
    const names = { firstName: 'Smit', lastName: 'Molens' };
    expect(narrowed).toEqual({ ...names, address: { company: 'Smit Molens' } });
    await customerTarget.update(api, there, narrowed);
    expect(api.sent).toEqual([{ lastName: 'Molens' }, { company: 'Smit Molens', lastName: 'Molens' }]);
  });

  test('has taken away what the source takes away', async () => {
    const { phone: _, ...without } = person;
    const api = shop();
    const there = await existing(api);
    const narrowed = customerTarget.narrowed(
      body({ ...without, address: {} }),
      new Set(['phone', 'address']),
      there,
    );
    await customerTarget.update(api, there, narrowed);
    expect(api.sent).toEqual([{ phone: null, street: '-', streetNumber: '-', zipCode: '-', city: '-' }]);
  });

  test('without an address gets one', async () => {
    const api = shop({
      [`GET /customers/${id}`]: () => ({ customer: { ...stored, addresses: [] } }),
      [`GET /customers/${id}/addresses`]: () => ({ addresses: [] }),
    });
    const there = await existing(api);
    const narrowed = customerTarget.narrowed(body(person), new Set(['address']), there);
    await customerTarget.update(api, there, narrowed);
    expect(api.calls.at(-1)).toMatchObject({
      method: 'POST',
      path: `/customers/${id}/addresses`,
      body: { firstName: 'Wilma', street: 'Dijk', streetNumber: '5b', city: 'Hoorn' },
    });
  });

  test('cannot get another e-mail address', async () => {
    const api = shop();
    const update = customerTarget.update(
      api,
      await existing(api),
      body({ ...person, email: 'w@example.nl' }),
    );
    await expect(update).rejects.toMatchObject({ code: 'email_fixed' });
    expect(api.sent).toEqual([]);
  });
});
