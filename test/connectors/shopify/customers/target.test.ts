import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../../src/connectors/contract/target.ts';
import { customerSource } from '../../../../src/connectors/shopify/customers/source.ts';
import { customerTarget } from '../../../../src/connectors/shopify/customers/target.ts';
import { type Customer, customer } from '../../../../src/records/customer.ts';
import { rows } from '../answers.ts';
import { type Answers, FakeShop } from '../fake-shop.ts';

const stands = {
  id: 'gid://shopify/Customer/7712345678901',
  firstName: 'Piet',
  lastName: 'Jansen',
  locale: 'nl',
  note: 'belt graag',
  tags: ['vip'],
  taxExempt: false,
  defaultEmailAddress: { emailAddress: 'piet@example.nl' },
  defaultPhoneNumber: null,
  defaultAddress: {
    id: 'gid://shopify/MailingAddress/5?model_name=CustomerAddress',
    firstName: 'Piet',
    lastName: 'Jansen',
    name: 'Piet Jansen',
    company: 'Kaashandel BV',
    address1: 'Kerkstraat 1',
    address2: null,
    zip: '1017 GA',
    city: 'Amsterdam',
    province: null,
    provinceCode: null,
    countryCodeV2: 'NL',
    phone: '+31205550117',
  },
  vat: { value: 'NL004495445B01' },
  coc: null,
  companyContactProfiles: [],
};

const firm: Customer = {
  kind: 'company',
  name: 'Piet Jansen',
  email: 'Piet@Example.nl',
  company: 'Kaashandel BV',
  vatNumber: 'NL 0044.95.445.B01',
  language: 'nl',
  phone: '+31 20 555 01 17',
  address: { street: 'Kerkstraat 1', postalCode: '1017 GA', city: 'Amsterdam', country: 'NL' },
};

const shopWith = (more: Answers = {}) =>
  new FakeShop({
    Customer: () => ({ customer: stands }),
    StandingCustomer: () => ({ customer: stands }),
    CustomerWith: ({ email }) => ({ customer: email === 'piet@example.nl' ? stands : null }),
    UpdateCustomer: () => ({ customerUpdate: { userErrors: [] } }),
    UpdateAddress: () => ({ customerAddressUpdate: { userErrors: [] } }),
    AddAddress: () => ({ customerAddressCreate: { userErrors: [] } }),
    DeleteMetafields: () => ({ metafieldsDelete: { userErrors: [] } }),
    ...more,
  });

async function standing(shop: FakeShop) {
  const found = await customerTarget.find(shop, ['PIET@example.nl', 'nobody@example.nl']);
  expect([...found.keys()]).toEqual(['PIET@example.nl']);
  const [first, ...others] = found.get('PIET@example.nl') ?? [];
  if (first === undefined || others.length > 0) throw new Error('not one');
  return first;
}

const writes = (shop: FakeShop) =>
  shop.operations.filter(({ name }) => !['CustomerWith', 'StandingCustomer', 'Customer'].includes(name));

const bodyOf = (fields: JsonObject = {}, of: Customer = firm) =>
  customerTarget.toWire({ customer: of, fields }, new FakeShop({}).account);

describe('a customer', () => {
  test('is read as a company with its numbers', async () => {
    const read = customer.parse(await customerSource.get(shopWith(), '7712345678901'));
    expect(read).toMatchObject({
      id: '7712345678901',
      kind: 'company',
      company: 'Kaashandel BV',
      vatNumber: 'NL004495445B01',
      phone: '+31205550117',
      language: 'nl',
    });
    expect(await customerSource.get(shopWith(), '..')).toBeNull();
  });

  test('of a B2B company is that company, which is asked for only where the scope is there', async () => {
    const b2b = {
      ...stands,
      defaultAddress: null,
      vat: null,
      companyContactProfiles: [{ company: { name: 'Groothandel' } }],
    };
    const shop = shopWith({ Customer: () => ({ customer: b2b }) });
    expect(await customerSource.get(shop, '1')).toMatchObject({ kind: 'company', company: 'Groothandel' });
    expect(shop.operations[0]?.variables).toMatchObject({ companies: true });
    const without = new FakeShop({ Customer: () => ({ customer: stands }) }, { scopes: 'read_customers' });
    await customerSource.get(without, '1');
    expect(without.operations[0]?.variables).toMatchObject({ companies: false });
  });

  test('is up to date where it says the same in another form', async () => {
    const shop = shopWith();
    expect(customerTarget.isUpToDate(await standing(shop), bodyOf())).toBe(true);
    await customerTarget.update(shop, await standing(shop), bodyOf());
    expect(writes(shop).map(({ name }) => name)).not.toContain('UpdateAddress');
  });

  test('whose telephone is taken away has none left: neither with the address nor of its own', async () => {
    const own = { ...stands, defaultPhoneNumber: { phoneNumber: '+31205550117' } };
    const answer = () => ({ customer: own });
    const shop = shopWith({ Customer: answer, StandingCustomer: answer, CustomerWith: answer });
    const there = await standing(shop);
    const body = customerTarget.narrowed(
      bodyOf({}, { ...firm, phone: undefined }),
      new Set(['phone']),
      there,
    );
    await customerTarget.update(shop, there, body);
    expect(writes(shop)).toMatchObject([
      { name: 'UpdateCustomer', variables: { input: { phone: null } } },
      { name: 'UpdateAddress', variables: { address: { phone: '' } } },
    ]);
  });

  test('gets what differs and nothing else: note, tags and other addresses are the merchant’s', async () => {
    const shop = shopWith();
    const moved = {
      ...firm,
      email: 'piet@example.nl',
      vatNumber: 'NL004495445B01',
      address: { ...firm.address, street: 'Dam 2' },
    };
    const there = await standing(shop);
    const body = customerTarget.narrowed(bodyOf({}, moved), new Set(['address']), there);
    await customerTarget.update(shop, there, body);
    expect(writes(shop)).toEqual([
      {
        name: 'UpdateAddress',
        variables: {
          customerId: stands.id,
          addressId: stands.defaultAddress.id,
          address: {
            address1: 'Dam 2',
            address2: '',
            zip: '1017 GA',
            city: 'Amsterdam',
            provinceCode: '',
            countryCode: 'NL',
          },
        },
      },
    ]);
  });

  test('that becomes a person loses its firm and its numbers', async () => {
    const shop = shopWith();
    const person: Customer = { kind: 'person', name: 'Piet Jansen', email: 'piet@example.nl', address: {} };
    const there = await standing(shop);
    const body = customerTarget.narrowed(bodyOf({}, person), new Set(['kind', 'name', 'vatNumber']), there);
    await customerTarget.update(shop, there, body);
    expect(writes(shop)).toEqual([
      {
        name: 'DeleteMetafields',
        variables: { metafields: [{ ownerId: stands.id, namespace: 'custom', key: 'vat_number' }] },
      },
      {
        name: 'UpdateAddress',
        variables: {
          customerId: stands.id,
          addressId: stands.defaultAddress.id,
          address: { company: '', firstName: 'Piet', lastName: 'Jansen' },
        },
      },
    ]);
  });

  test('is refused where the shop takes a number of it for none: only an order’s own key says that it is there', async () => {
    const userErrors = [{ field: ['input', 'metafields', '0', 'value'], message: 'Value is invalid' }];
    const shop = shopWith({ CreateCustomer: () => ({ customerCreate: { customer: null, userErrors } }) });
    await expect(customerTarget.create(shop, bodyOf())).rejects.toMatchObject({ kind: 'rejected' });
  });

  test.each([
    ['of another kind takes its name along', { kind: 'person' as const }, 'Kaashandel BV'],
    ['of the same kind keeps its name', { company: 'Another BV' }, undefined],
  ])('that is told a kind alone, %s', async (_what, change, name) => {
    const shop = shopWith();
    const there = await standing(shop);
    const body = customerTarget.narrowed(bodyOf({}, { ...firm, ...change }), new Set(['kind']), there);
    expect(Object.keys(body)).toEqual(['input']);
    await customerTarget.update(shop, there, body);
    const [firstName, lastName] = name?.split(' ') ?? [];
    const addresses = writes(shop).filter(({ name }) => name === 'UpdateAddress');
    expect(addresses.map(({ variables }) => variables.address)).toEqual(
      name === undefined ? [] : [{ company: '', firstName, lastName }],
    );
  });

  test('says by part what stands in it and what a body says, in one form', async () => {
    const there = customerTarget.partsIn(await standing(shopWith()));
    const said = customerTarget.partsOf(bodyOf({ note: 'belt graag' }));
    expect(said).toEqual({ ...there, tags: undefined, note: 'belt graag' });
  });
});

test('changes are read from the last one back, as far as the window goes', async () => {
  const row = (number: number, updatedAt: string) => ({ id: `gid://shopify/Customer/${number}`, updatedAt });
  const pages = new Map([
    ['null', rows([row(3, '2026-11-21T11:59:00Z'), row(2, '2026-11-21T11:58:00Z')], 'c1')],
    ['c1', rows([row(1, '2026-11-21T11:50:00Z'), row(0, '2026-11-21T09:00:00Z')], 'c2')],
  ]);
  const shop = new FakeShop({ ChangedCustomers: ({ after }) => ({ customers: pages.get(String(after)) }) });
  const changes = customerSource.changes;
  if (changes.kind !== 'by-time') throw new Error('not by time');
  const window = { since: new Date('2026-11-21T11:50:00Z'), until: new Date('2026-11-21T12:00:00Z') };
  const first = await changes.page(shop, { ...window, page: null });
  const second = await changes.page(shop, { ...window, page: first.next });
  expect([...first.changes, ...second.changes].map(({ key }) => key)).toEqual(['3', '2', '1']);
  expect(second.next).toBeNull();
  expect(shop.operations[0]?.variables).toMatchObject({ filter: "updated_at:>='2026-11-21'" });
});
