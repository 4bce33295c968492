import { describe, expect, test } from 'vitest';
import { customerSource } from '../../../src/connectors/magento/customers/source.ts';
import { customer as customerRecord } from '../../../src/records/customer.ts';
import { FakeApi } from './fake-api.ts';
import { address, mugs, translate } from './order-payload.ts';
import { home, stored } from './people.ts';

const notNumbers = ['geen', 'n.v.t.', '-', '87654321X', '0403170701', ''];

async function account(fields: object, ofAddress: object) {
  const addresses = [{ ...home, company: null, vat_id: null, ...ofAddress }];
  const api = new FakeApi(() => ({ ...stored, taxvat: null, ...fields, addresses }));
  return customerRecord.parse(await customerSource.get(api, '27'));
}

describe('an order', () => {
  const buyer = (fields: Record<string, unknown>) => customerRecord.parse(translate(mugs(fields)).customer);

  test.each(notNumbers)('with %j for a VAT number is of a private buyer', (typed) => {
    for (const fields of [
      { customer_taxvat: typed },
      { billing_address: { ...address, vat_id: typed } },
      { billing_address: { ...address, vat_id: typed }, customer_taxvat: typed },
    ]) {
      expect(buyer(fields).kind).toBe('person');
      expect(buyer(fields).vatNumber).toBeUndefined();
    }
  });

  test('with a VAT number of the account behind nonsense of the address is of that company', () => {
    const fields = { billing_address: { ...address, vat_id: 'geen' }, customer_taxvat: 'BE0403170701' };
    expect(buyer(fields)).toMatchObject({ kind: 'company', vatNumber: 'BE0403170701' });
  });
});

test.each(['-', '.', ' / '])('with %j for a company name it is a private buyer’s', (company) => {
  const { customer } = translate(mugs({ billing_address: { ...address, company } }));
  expect(customer.kind).toBe('person');
  expect(customer.company).toBeUndefined();
});

describe('an account', () => {
  test.each(notNumbers)('with %j for a VAT number is a private one', async (typed) => {
    for (const read of [await account({ taxvat: typed }, {}), await account({}, { vat_id: typed })]) {
      expect(read.kind).toBe('person');
      expect(read.vatNumber).toBeUndefined();
    }
  });

  test('is a company by a VAT number alone, and by a name alone', async () => {
    expect(await account({ taxvat: 'BE0403170701' }, {})).toMatchObject({ kind: 'company' });
    expect(await account({}, { company: 'Touwslagerij Roos' })).toMatchObject({ kind: 'company' });
  });
});
