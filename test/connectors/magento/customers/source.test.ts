import { describe, expect, test } from 'vitest';
import { customerSource } from '../../../../src/connectors/magento/customers/source.ts';
import { customer as customerRecord } from '../../../../src/records/customer.ts';
import { FakeApi } from '../fake-api.ts';
import { cabin, home, stored } from '../people.ts';

describe('a customer of the shop', () => {
  async function read(fields: object = {}) {
    const api = new FakeApi(() => ({ ...stored, ...fields }));
    return customerRecord.parse(await customerSource.get(api, '27'));
  }

  test('is a company by the address for invoices', async () => {
    expect(await read()).toEqual({
      id: '27',
      kind: 'company',
      email: 'Noor@example.com',
      name: 'Noor de Wit',
      firstName: 'Noor',
      lastName: 'de Wit',
      company: 'Bakkerij B.V.',
      phone: '038-1',
      vatNumber: 'NL812345678B01',
      address: { street: 'Kade 12', postalCode: '8011 AB', city: 'Zwolle', country: 'NL' },
    });
  });

  test('is a person without company and VAT number', async () => {
    const address = { ...home, company: null, vat_id: null };
    expect(await read({ taxvat: null, addresses: [address] })).toMatchObject({
      kind: 'person',
      phone: '038-1',
    });
  });

  test('has the name of the account, else that of the address', async () => {
    const addresses = [{ ...home, firstname: 'Tante', lastname: 'Bep' }];
    expect(await read({ addresses })).toMatchObject({ name: 'Noor de Wit' });
    expect(await read({ addresses, firstname: '-', lastname: '-' })).toMatchObject({ name: 'Tante Bep' });
  });

  test('lives where it is delivered to, or anywhere, without an address for invoices', async () => {
    expect(await read({ addresses: [cabin] })).toMatchObject({ address: { street: 'Bos 1' } });
    expect(await read({ addresses: [cabin, { ...home, default_billing: null }] })).toMatchObject({
      address: { street: 'Kade 12' },
    });
    expect(await read({ addresses: [cabin, { ...home, default_billing: ' ' }] })).toMatchObject({
      address: { street: 'Kade 12' },
    });
    expect(await read({ addresses: null })).toMatchObject({ address: {}, name: 'Noor de Wit' });
  });

  test('is not asked for by what is no id', async () => {
    const api = new FakeApi(() => stored);
    expect(await customerSource.get(api, '../27')).toBeNull();
    expect(api.calls).toEqual([]);
  });
});
