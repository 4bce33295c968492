import { describe, expect, test } from 'vitest';
import { customerSource } from '../../../../src/connectors/ecwid/customers/source.ts';
import { customerTarget } from '../../../../src/connectors/ecwid/customers/target.ts';
import { customerToWire } from '../../../../src/connectors/ecwid/customers/to-wire.ts';
import type { Customer } from '../../../../src/records/customer.ts';
import { Problem } from '../../../../src/records/problem.ts';
import { TestShop } from '../../../sandbox/ecwid/shop.ts';
import { findFirst } from '../../../support/fake-api.ts';
import { FakeApi } from '../fake-api.ts';
import { ShopApi } from '../shop-api.ts';

const noor: Customer = {
  kind: 'person',
  name: 'Noor de Wit',
  email: ' Noor@Example.com ',
  phone: '+31 38 000000',
  language: 'nl',
  address: { street: 'Kade 12', extra: 'achter', postalCode: '8011 AB', city: 'Zwolle', country: 'NL' },
};
const company: Customer = {
  ...noor,
  kind: 'company',
  company: 'Teetasse GmbH',
  vatNumber: 'DE 136.695.976',
};

function wire(customer: Customer, fields: Record<string, unknown> = {}) {
  return customerToWire({ customer, fields });
}

describe('the body', () => {
  test('of a person', () => {
    expect(wire(noor)).toEqual({
      email: 'Noor@Example.com',
      b2b_b2c: 'b2c',
      lang: 'nl',
      billingPerson: {
        companyName: '',
        name: 'Noor de Wit',
        street: 'Kade 12\nachter',
        postalCode: '8011 AB',
        city: 'Zwolle',
        countryCode: 'NL',
        phone: '+31 38 000000',
      },
    });
  });

  test('of a company with its contact and its VAT number', () => {
    expect(wire(company)).toMatchObject({
      b2b_b2c: 'b2b',
      taxId: 'DE 136.695.976',
      billingPerson: { name: 'Noor de Wit', companyName: 'Teetasse GmbH' },
    });
  });

  test.each<[string, Partial<Customer>, string | undefined, string]>([
    ['a company without a contact', { ...company, name: '' }, 'Teetasse GmbH', 'Teetasse GmbH'],
    ['a company without a name', { kind: 'company', name: 'Noor' }, 'Noor', 'Noor'],
    ['a company with an address only', { kind: 'company', name: '' }, 'Noor@Example.com', 'Noor@Example.com'],
    ['a person in parts', { name: '', firstName: 'Noor', lastName: 'Wit' }, '', 'Noor Wit'],
    ['a person with an address only', { name: ' ' }, '', 'Noor@Example.com'],
  ])('names %s', (_, fields, companyName, name) => {
    expect(wire({ ...noor, company: undefined, ...fields }).billingPerson).toMatchObject({
      companyName,
      name,
    });
  });

  test('says nothing of an address that is none', () => {
    const { billingPerson } = wire({ ...noor, address: { country: 'NL' } });
    expect(billingPerson).not.toHaveProperty('street');
    expect(wire({ ...noor, address: { city: 'Zwolle' } }).billingPerson).toMatchObject({
      street: '',
      postalCode: '',
      city: 'Zwolle',
    });
  });

  test('takes mapped fields, those of the person into it', () => {
    const fields = { customerGroupId: '3300', phone: '1', acceptMarketing: false, taxId: 'X', name: '' };
    expect(wire(noor, fields)).toMatchObject({
      customerGroupId: 3300,
      acceptMarketing: false,
      taxId: 'X',
      billingPerson: { phone: '1', name: 'Noor de Wit' },
    });
  });

  test('refuses a group that is no number', () => {
    expect(() => wire(noor, { customerGroupId: 'Trade' })).toThrow(
      expect.objectContaining({ code: 'customer_group_unknown' }),
    );
  });
});

describe('in the shop', () => {
  test('a customer is made, found by exactly its address, and read as it was written', async () => {
    const shop = new TestShop();
    const api = new ShopApi(shop);
    await customerTarget.create(api, wire({ ...noor, email: 'denoor@example.com' }));
    expect(await findFirst(customerTarget, api, 'noor@example.com')).toBeNull();
    const { id } = await customerTarget.create(api, wire(noor));
    const found = await findFirst(customerTarget, api, 'NOOR@example.com');
    expect(found?.id).toBe(id);
    expect(await customerTarget.get(api, id)).toEqual(found);
    expect(found && customerTarget.isUpToDate(found, wire(noor))).toBe(true);
    expect(await customerSource.get(api, id)).toMatchObject({ name: noor.name, address: noor.address });
    expect(await customerTarget.get(api, '99')).toBeNull();
    expect(await customerTarget.get(api, 'x')).toBeNull();
    expect(await findFirst(customerTarget, api, ' ')).toBeNull();
  });

  test('an update sends what differs and keeps what the merchant wrote', async () => {
    const shop = new TestShop();
    const api = new ShopApi(shop);
    const { id } = await customerTarget.create(api, wire(noor));
    await shop.call('PUT', `/customers/${id}`, {
      privateAdminNotes: 'Pays late',
      shippingAddresses: [{ name: 'Oma', street: 'Dorp 1', city: 'Urk', countryCode: 'NL' }],
    });
    const before = await customerTarget.get(api, id);
    const moved = wire({ ...noor, address: { ...noor.address, street: 'Werf 3' } });
    expect(before && customerTarget.isUpToDate(before, moved)).toBe(false);
    if (before) await customerTarget.update(api, before, moved);
    const { body } = await shop.get(`/customers/${id}`);
    expect(body).toMatchObject({
      privateAdminNotes: 'Pays late',
      shippingAddresses: before?.wire.shippingAddresses,
      billingPerson: { street: 'Werf 3\nachter', phone: '+31 38 000000', name: 'Noor de Wit' },
    });
  });

  test('an address that the search hides still is looked for again later', async () => {
    const shop = new TestShop();
    shop.standIn.change({ searchLagMs: 15_000 });
    const api = new ShopApi(shop);
    const { id } = await customerTarget.create(api, wire(noor));
    expect(await findFirst(customerTarget, api, 'noor@example.com')).toBeNull();
    await expect(customerTarget.create(api, wire(noor))).rejects.toMatchObject({
      kind: 'retry',
      code: 'email_taken',
    });
    shop.world.pass(15_000);
    expect((await findFirst(customerTarget, api, 'noor@example.com'))?.id).toBe(id);
  });

  test('an address of somebody else is for a person to settle', async () => {
    const api = new ShopApi(new TestShop());
    await customerTarget.create(api, wire(noor));
    const { id } = await customerTarget.create(api, wire({ ...noor, email: 'wit@example.com' }));
    const other = await customerTarget.get(api, id);
    const update = other && customerTarget.update(api, other, wire(noor));
    await expect(update).rejects.toMatchObject({ kind: 'rejected', code: 'email_taken' });
  });

  test('another failure stays what it is', async () => {
    const failure = new Problem({ kind: 'retry', code: 'server_error', params: {} });
    const api = new FakeApi(() => {
      throw failure;
    });
    await expect(customerTarget.create(api, wire(noor))).rejects.toBe(failure);
    await expect(customerTarget.update(api, { id: '1', wire: {} }, wire(noor))).rejects.toBe(failure);
  });
});

describe('what differs', () => {
  const existing = {
    id: '1',
    wire: {
      id: 1,
      email: 'noor@example.com',
      taxId: 'DE136695976',
      b2b_b2c: 'b2b',
      lang: 'nl',
      billingPerson: {
        ...{ name: 'Ada Berg', firstName: 'Ada', lastName: 'Berg', companyName: 'Teetasse GmbH' },
        ...{
          street: 'Hafen 1',
          city: 'Hamburg',
          postalCode: '20457',
          countryCode: 'DE',
          countryName: 'Germany',
        },
        ...{ stateOrProvinceCode: 'HH', stateOrProvinceName: 'Hamburg', phone: '1' },
      },
    },
  };
  const address = {
    street: 'Hafen 1',
    city: 'Hamburg',
    postalCode: '20457',
    country: 'DE',
    region: 'Hamburg',
  };
  const same: Customer = { ...company, name: '', phone: '1', address };

  async function sent(customer: Customer): Promise<unknown> {
    // Read once more before the person goes back whole.
    const api = new FakeApi(() => existing.wire);
    await customerTarget.update(api, existing, wire(customer));
    return api.sent[0];
  }

  test('is not how an address or a VAT number is written, nor a contact that is not known', () => {
    expect(customerTarget.isUpToDate(existing, wire(same))).toBe(true);
    expect(customerTarget.isUpToDate(existing, wire({ ...same, name: 'Bo' }))).toBe(false);
    expect(customerTarget.isUpToDate(existing, wire({ ...same, vatNumber: 'DE999999999' }))).toBe(false);
  });

  test('in the person sends the person whole, but what the shop makes of it', async () => {
    expect(await sent({ ...same, phone: '2' })).toEqual({
      billingPerson: {
        ...{ name: 'Ada Berg', companyName: 'Teetasse GmbH', street: 'Hafen 1', city: 'Hamburg' },
        ...{ postalCode: '20457', countryCode: 'DE', stateOrProvinceCode: 'HH', phone: '2' },
      },
    });
  });

  test('in the country leaves the province behind, and an address leaves nothing of the old one', async () => {
    const elsewhere = { ...same, address: { street: 'Kade 12', city: 'Zwolle', country: 'NL' } };
    expect(await sent(elsewhere)).toEqual({
      billingPerson: {
        ...{ name: 'Ada Berg', companyName: 'Teetasse GmbH', street: 'Kade 12', city: 'Zwolle' },
        ...{ postalCode: '', countryCode: 'NL', stateOrProvinceCode: '', phone: '1' },
      },
    });
  });

  test('of a company that has become a person is all that made a company of it', async () => {
    const ada = { ...noor, name: 'Ada Berg', phone: '1', address };
    expect(await sent(ada)).toEqual({
      b2b_b2c: 'b2c',
      taxId: '',
      billingPerson: expect.objectContaining({ name: 'Ada Berg', companyName: '' }),
    });
  });

  test('of a customer without a person is the person', () => {
    expect(customerTarget.isUpToDate({ id: '1', wire: { email: 'noor@example.com' } }, wire(noor))).toBe(
      false,
    );
  });
});
