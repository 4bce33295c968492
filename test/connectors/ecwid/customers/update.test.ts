/** What an update leaves in the shop, in the stand-in. */
import { describe, expect, test } from 'vitest';
import type { StoredCustomer } from '../../../../src/connectors/contract/target.ts';
import { customerSource } from '../../../../src/connectors/ecwid/customers/source.ts';
import { customerTarget } from '../../../../src/connectors/ecwid/customers/target.ts';
import type { Customer } from '../../../../src/records/customer.ts';
import { TestShop } from '../../../sandbox/ecwid/shop.ts';
import { ShopApi } from '../shop-api.ts';

const address = { street: 'Kade 12', postalCode: '8011 AB', city: 'Zwolle', country: 'NL', region: 'OV' };
const noor: Customer = {
  kind: 'person',
  name: 'Noor de Wit',
  email: 'noor@example.com',
  phone: '+31 38 423 0000',
  address,
};
const company: Customer = { ...noor, kind: 'company', company: 'Teetasse GmbH', vatNumber: 'DE136695976' };
const saved = { street: 'Dorp 1', city: 'Urk', countryCode: 'NL' };

async function begin(customer: Customer, more: Record<string, unknown> = {}) {
  const shop = new TestShop();
  const api = new ShopApi(shop);
  const wire = (each: Customer) => customerTarget.toWire({ customer: each, fields: {} }, api.account);
  const { id } = await customerTarget.create(api, wire(customer));
  if (Object.keys(more).length > 0) await shop.call('PUT', `/customers/${id}`, more);
  const stored = async (): Promise<StoredCustomer> => {
    const found = await customerTarget.get(api, id);
    if (found === null) throw new Error('is gone');
    return found;
  };
  const known = await stored();
  return {
    shop,
    api,
    id,
    /** Tells of the customer as it is now, over what was known at first. */
    async tell(now: Customer, ...parts: string[]) {
      const narrowed = customerTarget.narrowed(wire(now), new Set(parts), known);
      await customerTarget.update(api, known, narrowed);
      return { wire: (await stored()).wire, record: await customerSource.get(api, id) };
    },
  };
}

describe('a telephone number that is taken away', () => {
  const contacts = [
    { contact: '+31 38 423 0001', type: 'PHONE' },
    { contact: '+31 6 99', type: 'PHONE' },
    { contact: 'teetasse', type: 'INSTAGRAM' },
  ];

  test('is gone from the contacts too, and no other with it', async () => {
    const same = ['+31-38-4230000', '0031384230000', '038-423 00 00'];
    const { tell } = await begin(noor, {
      contacts: [...same.map((contact) => ({ contact, type: 'PHONE' })), contacts[2]],
    });
    const { record, wire } = await tell({ ...noor, phone: undefined }, 'phone');
    expect(record?.phone).toBeUndefined();
    expect(wire.contacts).toMatchObject([{ type: 'EMAIL' }, { contact: 'teetasse' }]);
  });

  test('leaves another one where the customer has it', async () => {
    const { tell } = await begin(noor, { contacts });
    const { record } = await tell({ ...noor, phone: undefined }, 'phone');
    expect(record?.phone).toBe('+31 38 423 0001');
  });

  test('stood among the contacts only', async () => {
    const { tell } = await begin({ ...noor, phone: undefined }, { contacts: contacts.slice(1) });
    const { record } = await tell({ ...noor, phone: undefined }, 'phone');
    expect(record?.phone).toBeUndefined();
  });
});

describe('an address that is taken away', () => {
  test('is gone where it was saved too; another one is the buyer’s own', async () => {
    const again = {
      street: 'Kade 12',
      city: 'Zwolle',
      postalCode: '8011 AB',
      countryCode: 'NL',
      stateOrProvinceCode: 'OV',
    };
    const { tell } = await begin(noor, { shippingAddresses: [again] });
    const { record } = await tell({ ...noor, address: {} }, 'address');
    expect(record?.address).toEqual({});

    const other = await begin(noor, { shippingAddresses: [again, { name: 'Oma', ...saved }] });
    const { wire } = await other.tell({ ...noor, address: {} }, 'address');
    expect(wire.shippingAddresses).toMatchObject([{ name: 'Oma', ...saved }]);
  });

  test('leaves saved ones alone where another takes its place', async () => {
    const { tell } = await begin(noor, { shippingAddresses: [{ name: 'Oma', ...saved }] });
    const moved = { ...noor, address: { ...address, street: 'Werf 3' } };
    const { record, wire } = await tell(moved, 'address');
    expect(record?.address).toMatchObject({ street: 'Werf 3', region: 'OV' });
    expect(wire.shippingAddresses).toMatchObject([{ name: 'Oma', ...saved }]);
  });
});

describe('a province that nobody says', () => {
  const elsewhere = (change: Partial<Customer['address']>) => ({
    ...noor,
    address: { ...address, region: undefined, ...change },
  });

  test.each<[string, Partial<Customer['address']>, string | undefined]>([
    ['stays in the same street', { extra: 'achter' }, 'OV'],
    ['stays where only the postal code is put right', { postalCode: '8011 AC' }, 'OV'],
    ['is left behind with the town', { city: 'Gouda', postalCode: '2801' }, undefined],
    ['is left behind with the country', { country: 'BE' }, undefined],
  ])('%s', async (_what, change, region) => {
    const { tell } = await begin(noor);
    expect((await tell(elsewhere(change), 'address')).record?.address.region).toBe(region);
  });
});

describe('the names of a company and of a person', () => {
  test('a company without a contact lends its name, also a new one', async () => {
    const alone = { ...company, name: '' };
    const { tell } = await begin(alone);
    const { wire } = await tell({ ...alone, company: 'Andere GmbH' }, 'name');
    expect(wire.billingPerson).toMatchObject({ companyName: 'Andere GmbH', name: 'Andere GmbH' });
  });

  test('a new name leaves the contact, and a contact that is taken away leaves the name', async () => {
    const { tell } = await begin(company);
    const { wire } = await tell({ ...company, company: 'Andere GmbH' }, 'name');
    expect(wire.billingPerson).toMatchObject({ companyName: 'Andere GmbH', name: 'Noor de Wit' });
    const after = await tell({ ...company, name: '' }, 'contact');
    expect(after.wire.billingPerson).toMatchObject({ companyName: 'Andere GmbH', name: 'Andere GmbH' });
  });

  test('who becomes a company without a contact is not its own contact', async () => {
    const { tell } = await begin(noor);
    const { wire } = await tell({ ...company, name: '' }, 'kind', 'name', 'vatNumber');
    expect(wire.billingPerson).toMatchObject({ companyName: 'Teetasse GmbH', name: 'Teetasse GmbH' });
  });

  test('a customer that has no more than a saved address keeps what that says', async () => {
    const { shop, api } = await begin(noor);
    const shippingAddresses = [{ name: 'Ada', companyName: 'Teetasse GmbH', ...saved }];
    const { body } = await shop.call('POST', '/customers', { email: 'ada@example.com', shippingAddresses });
    const id = String(body.id);
    const ada = await customerTarget.get(api, id);
    if (ada) await customerTarget.update(api, ada, { billingPerson: { phone: '1' } });
    expect(await customerSource.get(api, id)).toMatchObject({
      kind: 'company',
      company: 'Teetasse GmbH',
      name: 'Ada',
      phone: '1',
      address: { street: 'Dorp 1' },
    });
  });
});

describe('what somebody changed since the customer was read', () => {
  test('stays, in the person and beside it', async () => {
    const { shop, id, tell } = await begin(company);
    const { body } = await shop.get(`/customers/${id}`);
    const person = body.billingPerson as Record<string, unknown>;
    await shop.call('PUT', `/customers/${id}`, {
      privateAdminNotes: 'Pays late',
      billingPerson: { ...person, phone: '+31 6 77', city: 'Gouda' },
    });
    const { wire } = await tell({ ...company, name: 'Bo Bos' }, 'contact');
    expect(wire).toMatchObject({
      privateAdminNotes: 'Pays late',
      billingPerson: { name: 'Bo Bos', phone: '+31 6 77', city: 'Gouda', companyName: 'Teetasse GmbH' },
    });
  });

  test('is not written once more where it says the same by now', async () => {
    const { shop, api, id, tell } = await begin(company);
    const { body } = await shop.get(`/customers/${id}`);
    const person = body.billingPerson as Record<string, unknown>;
    await shop.call('PUT', `/customers/${id}`, { billingPerson: { ...person, phone: '+31 6 77' } });
    api.calls.length = 0;
    await tell({ ...company, phone: '+31 6 77' }, 'phone');
    expect(api.calls.filter(({ method }) => method === 'PUT')).toEqual([]);
  });

  test('costs no reading where no more is written than was said', async () => {
    const { api, tell } = await begin(company);
    api.calls.length = 0;
    await tell({ ...company, vatNumber: undefined }, 'vatNumber');
    expect(api.calls.slice(0, 1)).toMatchObject([{ method: 'PUT', body: { taxId: '' } }]);
  });
});
