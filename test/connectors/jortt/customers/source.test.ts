import { describe, expect, test } from 'vitest';
import { seededCustomers } from '../../../../sandbox/jortt/seed.ts';
import { customerSource } from '../../../../src/connectors/jortt/customers/source.ts';
import { customerFromWire } from '../../../../src/connectors/jortt/customers/to-record.ts';
import { customerWire } from '../../../../src/connectors/jortt/customers/wire.ts';
import { customer as customerRecord } from '../../../../src/records/customer.ts';
import { Office } from '../../../sandbox/jortt/office.ts';
import { customer as wire } from '../invoice-payload.ts';
import { OfficeApi } from '../office-api.ts';

function read(fields: Record<string, unknown> = {}) {
  return customerRecord.parse(customerFromWire(customerWire.parse({ ...wire, ...fields })));
}

describe('a customer', () => {
  test('that is a company has its contact', () => {
    expect(read()).toMatchObject({
      kind: 'company',
      name: 'Afdeling inkoop',
      company: 'Molen De Nieuwe Hoop B.V.',
      cocNumber: '00000001',
      reverseCharge: false,
    });
    expect(read({ attn: null })).toMatchObject({ name: '', company: 'Molen De Nieuwe Hoop B.V.' });
  });

  test('that is a person has the parts of the name', () => {
    const person = { is_private: true, customer_name: 'Ann Berg', first_name: 'Ann', last_name: 'Berg' };
    expect(read(person)).toMatchObject({
      kind: 'person',
      name: 'Ann Berg',
      firstName: 'Ann',
      lastName: 'Berg',
    });
    expect(read(person).company).toBeUndefined();
  });

  test('that has become a person has no number of a company left', () => {
    const left = read({ is_private: true, vat_number: 'BE0403170701', coc_number: '00000001' });
    expect([left.vatNumber, left.cocNumber]).toEqual([undefined, undefined]);
  });

  test.each(['geen', 'n.v.t.', '12345678'])('with %j for a VAT number has none', (typed) => {
    expect(read({ vat_number: typed }).vatNumber).toBeUndefined();
    expect(read({ vat_number: 'BE0403170701' }).vatNumber).toBe('BE0403170701');
  });

  test('says nothing by what Jortt fills in itself', () => {
    expect(read({ invoice_language: 'nl' }).language).toBeUndefined();
    const none = { address_street: null, address_postal_code: ' ', address_city: null };
    expect(read({ ...none, address_extra_information: null }).address).toEqual({});
  });

  test('may shift VAT', () => {
    expect(read({ shift_vat: true }).reverseCharge).toBe(true);
  });
});

describe('by its id', () => {
  test('a customer is read, unless it is archived, deleted or none', async () => {
    const office = await Office.open({}, true);
    const api = new OfficeApi(office);
    expect(await customerSource.get(api, seededCustomers.anna)).toMatchObject({ name: 'Anna Verhoef' });
    expect(await customerSource.get(api, seededCustomers.archived)).toBeNull();
    await office.lever('DELETE', `/customers/${seededCustomers.anna}`);
    expect(await customerSource.get(api, seededCustomers.anna)).toBeNull();
    expect(await customerSource.get(api, '17')).toBeNull();
  });
});
