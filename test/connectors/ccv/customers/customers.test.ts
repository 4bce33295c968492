import { describe, expect, test } from 'vitest';
import { customerSource } from '../../../../src/connectors/ccv/customers/source.ts';
import { customerTarget } from '../../../../src/connectors/ccv/customers/target.ts';
import { type Customer, customer as customerRecord } from '../../../../src/records/customer.ts';
import { findAll, findFirst, Refused } from '../../../support/fake-api.ts';
import { namedIn } from '../../read-changes.ts';
import { FakeApi, nothing, paged, type Routes } from '../fake-api.ts';

const billingaddress = {
  ...{
    gender: null,
    initials: '',
    first_name: 'Wilma',
    last_name: 'Smit',
    full_name: 'Wilma Smit',
    company: '',
  },
  ...{
    address_line_1: 'Dijk 5b',
    address_line_2: '',
    street: 'Dijk',
    housenumber: 5,
    housenumber_suffix: 'b',
  },
  ...{ zipcode: '1621AA', city: 'Hoorn', province: '', country: 'Nederland', country_code: 'NL' },
  ...{ telephone: '0229000001', fax: '', mobile: '', comment: '' },
};

const userinfo = {
  ...{
    email: 'wilma@example.nl',
    customertype: 'b2c',
    btw: '',
    kvk: '',
    reference: 'D-204',
    iban: '',
    branche: 'x',
  },
  billingaddress,
  deliveryaddress: {
    full_name: '',
    company: '',
    address_line_1: '',
    street: '',
    housenumber: null,
    zipcode: '',
  },
};

const stored = { id: 901, username: 'wilma@example.nl', group_id: null, status: true, userinfo };

const person: Customer = {
  ...{ kind: 'person', email: 'wilma@example.nl', name: 'Wilma Smit', phone: '0229000001' },
  address: { street: 'Dijk 5b', postalCode: '1621AA', city: 'Hoorn', country: 'NL' },
};

const company: Customer = {
  ...person,
  kind: 'company',
  company: 'Smit BV',
  vatNumber: 'NL999999990B57',
  cocNumber: '12345678',
};

const others = Array.from({ length: 130 }, (_, index) => ({
  ...stored,
  ...{
    id: index + 1,
    username: `nr${index}@example.nl`,
    userinfo: { ...userinfo, email: `nr${index}@example.nl` },
  },
}));

const shop = (more: Routes = {}) =>
  new FakeApi({
    'GET /users/': (call) => paged([...others, stored], call),
    'GET /users/901/': () => stored,
    'GET /users/\\d{1,2}/': ({ path }) => others[Number(path.split('/')[2]) - 1],
    'POST /users/': () => ({ id: 902 }),
    'PATCH /users/901/': () => nothing,
    ...more,
  });

const draft = (customer: Customer, fields = {}) =>
  customerTarget.toWire({ customer, fields }, shop().account);

describe('a customer', () => {
  test('is a user with the address of its bills', async () => {
    const record = customerRecord.parse(await customerSource.get(shop(), '901'));
    expect(record).toMatchObject({ ...person, id: '901' });
    expect(await customerSource.get(shop(), 'x')).toBeNull();
  });

  test('is found by its address in whatever case, and by nothing like it', async () => {
    const api = shop();
    expect(await findFirst(customerTarget, api, 'WILMA@example.nl')).toMatchObject({
      id: '901',
      record: { kind: 'person' },
    });
    expect(await findAll(customerTarget, api, 'ilma@example.nl')).toEqual([]);
    expect(await findAll(customerTarget, api, ' ')).toEqual([]);
    // Two pages the first time, and afterwards the last one only.
    const lists = api.calls.filter(({ path }) => path === '/users/').map(({ query }) => query.start);
    expect(lists).toEqual([0, 95, 95, 95]);
  });

  test('that is new is found behind those that are known', async () => {
    let users: unknown[] = [...others];
    const api = shop({ 'GET /users/': (call) => paged(users, call) });
    expect(await findAll(customerTarget, api, 'wilma@example.nl')).toEqual([]);
    users = [...others, stored];
    expect(await findAll(customerTarget, api, 'wilma@example.nl')).toHaveLength(1);
  });

  test('who has another address by now is not found by the one of before', async () => {
    const moved = {
      ...stored,
      username: 'new@example.nl',
      userinfo: { ...userinfo, email: 'new@example.nl' },
    };
    const api = shop({ 'GET /users/901/': () => moved });
    expect(await findAll(customerTarget, api, 'wilma@example.nl')).toEqual([]);
  });

  test('is made with a password that nobody knows', async () => {
    const api = shop();
    const body = draft(company, { group_id: 4, costcentre: 'K1' });
    expect(JSON.stringify(body)).not.toContain('password');
    expect(await customerTarget.create(api, body)).toEqual({ id: '902' });
    expect(api.sent[0]).toMatchObject({
      ...{ username: 'wilma@example.nl', group_id: 4, status: true },
      userinfo: {
        ...{
          email: 'wilma@example.nl',
          customertype: 'b2b',
          btw: 'NL999999990B57',
          kvk: '12345678',
          costcentre: 'K1',
        },
        billingaddress: {
          first_name: 'Wilma',
          last_name: 'Smit',
          company: 'Smit BV',
          address_line_1: 'Dijk 5b',
        },
      },
    });
    expect((api.sent[0] as { password: string }).password.length).toBeGreaterThan(30);
  });

  test('whose address somebody has taken meanwhile is looked for once more', async () => {
    const taken = () =>
      new Refused(500, { status: 500, code: '500.40', developermessage: 'username exists' });
    let users: unknown[] = [...others];
    const api = shop({ 'POST /users/': taken, 'GET /users/': (call) => paged(users, call) });
    expect(await findAll(customerTarget, api, 'wilma@example.nl')).toEqual([]);
    // One that stood there got it, and not a new one at the end.
    users = [stored, ...others];
    await expect(customerTarget.create(api, draft(person))).rejects.toMatchObject({
      kind: 'retry',
      code: 'email_taken',
    });
    expect(await findAll(customerTarget, api, 'wilma@example.nl')).toHaveLength(1);
  });

  test('is found though another one cannot be read', async () => {
    const odd = { id: 5, username: {}, userinfo: { billingaddress: { country_code: 'Nederland' } } };
    const api = shop({ 'GET /users/': (call) => paged([odd, stored], call) });
    expect(await findAll(customerTarget, api, 'wilma@example.nl')).toHaveLength(1);
  });

  test('that is made without an answer is found at once', async () => {
    const api = shop({ 'POST /users/': () => nothing });
    expect(await customerTarget.create(api, draft(person))).toEqual({ id: '901' });
  });
});

describe('a change of a customer', () => {
  async function changed(body: Record<string, unknown>) {
    const api = shop();
    const existing = await customerTarget.get(api, '901');
    if (existing === null) throw new Error('there is none');
    await customerTarget.update(api, existing, body);
    return api.sent[0] as { userinfo?: Record<string, unknown> } | undefined;
  }

  test('sends back what it does not say, in one way of saying a street, without what is no input', async () => {
    const body = draft({ ...person, phone: '0600000001' });
    const sent = await changed(body);
    expect(sent).toEqual({
      userinfo: {
        ...{ email: 'wilma@example.nl', customertype: 'b2c', btw: '', kvk: '', reference: 'D-204', iban: '' },
        billingaddress: {
          ...{ initials: '', first_name: 'Wilma', last_name: 'Smit', company: '', address_line_1: 'Dijk 5b' },
          ...{ address_line_2: '', zipcode: '1621AA', city: 'Hoorn', province: '', country_code: 'NL' },
          ...{ telephone: '0600000001', fax: '', mobile: '', comment: '' },
        },
      },
    });
  });

  test('sends back nothing that the shop shows and does not take', async () => {
    const shown = { email_invoice: 'wilma@example.nl', email_invoice_union: '', newer: 'x' };
    const address = { ...billingaddress, newer: 'x' };
    const user = { ...stored, userinfo: { ...userinfo, ...shown, billingaddress: address } };
    const api = shop({ 'GET /users/901/': () => user });
    const existing = await customerTarget.get(api, '901');
    if (existing === null) throw new Error('there is none');
    await customerTarget.update(api, existing, draft({ ...person, phone: '0600000001' }));
    const { userinfo: sent } = api.sent[0] as { userinfo: Record<string, Record<string, unknown>> };
    expect(sent).toMatchObject({ reference: 'D-204', billingaddress: { telephone: '0600000001' } });
    for (const name of Object.keys(shown)) expect(sent).not.toHaveProperty(name);
    expect(sent.billingaddress).not.toHaveProperty('newer');
  });

  test('sends nothing where nothing is new', async () => {
    expect(await changed(draft(person))).toBeUndefined();
  });

  test('of an address changes the name that one logs in with', async () => {
    const sent = await changed(draft({ ...person, email: 'nieuw@example.nl' }));
    expect(sent).toMatchObject({ username: 'nieuw@example.nl', userinfo: { email: 'nieuw@example.nl' } });
  });

  test('that says less than all empties what is said to be none', async () => {
    const api = shop();
    const existing = await customerTarget.get(api, '901');
    if (existing === null) throw new Error('there is none');
    const narrowed = customerTarget.narrowed(
      draft({ ...person, phone: undefined }),
      new Set(['phone']),
      existing,
    );
    expect(narrowed).toEqual({ userinfo: { billingaddress: { telephone: '' } } });
    const kind = customerTarget.narrowed(draft(company), new Set(['kind']), existing);
    expect(customerTarget.partsOf(kind)).toMatchObject({ kind: 'company', name: 'Wilma Smit' });
    const address = customerTarget.narrowed(
      draft({ ...person, address: {} }),
      new Set(['address']),
      existing,
    );
    expect(address).toMatchObject({
      userinfo: { billingaddress: { address_line_1: '', zipcode: '', city: '', country_code: '' } },
    });
    // A country that a new address does not name is not known.
    const moved = draft({ ...person, address: { street: 'Kade 1', postalCode: '1000 AA', city: 'Hoorn' } });
    const { userinfo: said } = customerTarget.narrowed(moved, new Set(['address']), existing);
    expect(said).toMatchObject({ billingaddress: { address_line_1: 'Kade 1' } });
    expect(said).not.toHaveProperty('billingaddress.country_code');
  });

  test('parts of what is said and of what stands have one form', async () => {
    const existing = await customerTarget.get(shop(), '901');
    if (existing === null) throw new Error('there is none');
    expect(customerTarget.partsIn(existing)).toMatchObject(customerTarget.partsOf(draft(person)));
    expect(customerTarget.isUpToDate(existing, draft(person))).toBe(true);
    expect(customerTarget.isUpToDate(existing, draft(company))).toBe(false);
    expect(customerTarget.identityOf({ customer: company, fields: {} })).toEqual({
      ...{ kind: 'company', name: 'Smit BV', vatNumber: 'NL999999990B57', contact: 'Wilma Smit' },
    });
  });
});

test('customers that changed are told by comparison, the newest first', async () => {
  const api = shop();
  const window = { since: new Date('2026-03-02T11:00:00Z'), until: new Date('2026-03-02T12:00:00Z') };
  const named = await namedIn('customers', customerSource, api, window);
  expect(new Set(named.map(({ key }) => key)).size).toBe(131);
  expect(api.calls.map(({ query }) => [query.orderby, query.start])).toEqual([
    ['id_desc', 0],
    ['id', 0],
    ['id', 95],
  ]);
});
