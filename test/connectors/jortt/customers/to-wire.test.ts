import { describe, expect, test } from 'vitest';
import { customerFields } from '../../../../src/connectors/jortt/customers/target-fields.ts';
import { customerToWire } from '../../../../src/connectors/jortt/customers/to-wire.ts';
import type { Customer } from '../../../../src/records/customer.ts';
import { requestFaults } from '../../../vendor/requests.ts';
import { bakery, person } from '../samples.ts';

function wire(customer: Customer, fields: Record<string, unknown> = {}) {
  const body = customerToWire({ customer, fields });
  expect(requestFaults('jortt', { method: 'POST', path: '/v3/customers', query: {}, body })).toEqual([]);
  return body;
}

describe('a person', () => {
  test('needs a name only', () => {
    expect(wire(person())).toEqual({ is_private: true, customer_name: 'Ann Berg', email: 'ann@x.example' });
  });

  test('has its names and address, and no company fields', () => {
    const { address, vatNumber, cocNumber } = bakery;
    const ann = person({ firstName: 'Ann', lastName: 'Berg', address, vatNumber, cocNumber, language: 'FR' });
    expect(wire(ann)).toEqual({
      is_private: true,
      customer_name: 'Ann Berg',
      first_name: 'Ann',
      last_name: 'Berg',
      email: 'ann@x.example',
      address_street: 'Molenweg 12',
      address_extra_information: 'unit 3',
      address_postal_code: '3511 AB',
      address_city: 'Utrecht',
      address_country_code: 'NL',
      invoice_language: 'fr',
    });
  });

  test.each([
    [{ name: ' ', firstName: 'Ann', lastName: 'Berg' }, 'Ann Berg'],
    [{ name: '', company: 'Berg' }, 'Berg'],
    [{ name: '' }, 'ann@x.example'],
  ])('without a full name %j is called %s', (fields, name) => {
    expect(wire(person(fields)).customer_name).toBe(name);
  });

  test('cannot have VAT shifted to it', () => {
    const problem = expect.objectContaining({ kind: 'rejected', code: 'company_missing' });
    expect(() => wire(person({ reverseCharge: true }))).toThrow(problem);
    expect(() => wire(person(), { shift_vat: true })).toThrow(problem);
  });
});

describe('a company', () => {
  test('has its contact, address, numbers and source id', () => {
    expect(wire(bakery)).toEqual({
      is_private: false,
      customer_name: 'Bakkerij De Korenaar B.V.',
      attn: 'Bo Korver',
      email: 'inkoop@korenaar.example',
      phonenumber: '+31301234567',
      address_street: 'Molenweg 12',
      address_extra_information: 'unit 3',
      address_postal_code: '3511 AB',
      address_city: 'Utrecht',
      address_country_code: 'NL',
      vat_number: 'NL812345678B01',
      coc_number: '30123456',
      shift_vat: false,
      invoice_language: 'nl',
      reference: '881',
    });
  });

  test('that is its own contact needs no attention line', () => {
    expect(wire({ ...bakery, company: 'Bo Korver' })).not.toHaveProperty('attn');
    expect(wire({ ...bakery, company: undefined })).toMatchObject({ customer_name: 'Bo Korver' });
  });

  test('has VAT shifted to it when the order does', () => {
    expect(wire({ ...bakery, reverseCharge: true })).toMatchObject({
      shift_vat: true,
      vat_number: 'NL812345678B01',
    });
  });

  test.each([undefined, '', '. -'])('without a VAT number (%j) cannot have VAT shifted', (vatNumber) => {
    expect(() => wire({ ...bakery, reverseCharge: true, vatNumber })).toThrow(
      expect.objectContaining({ kind: 'rejected', code: 'vat_number_missing' }),
    );
    expect(wire({ ...bakery, vatNumber })).not.toHaveProperty('vat_number');
  });

  test('without a full address is refused, naming what is missing', () => {
    const address = { street: ' ', postalCode: '3511 AB', city: 'Utrecht' };
    expect(() => wire({ ...bakery, address })).toThrow(
      expect.objectContaining({
        kind: 'rejected',
        code: 'address_incomplete',
        params: {
          system: 'Jortt',
          missing: ['street', 'country'],
          fields: ['customer.address_street', 'customer.address_country_code'],
        },
      }),
    );
  });

  test('has its address completed by the mapping', () => {
    const mapped = { address_street: 'Molenweg 12', address_country_code: 'BE' };
    expect(wire({ ...bakery, address: { postalCode: '1', city: 'Gent' } }, mapped)).toMatchObject(mapped);
  });
});

test.each([
  ['pt', undefined],
  ['fry', undefined],
  ['de_AT', 'de'],
  ['', undefined],
])('the language %s becomes %s', (language, expected) => {
  expect(wire(person({ language })).invoice_language).toBe(expected);
});

describe('mapped fields', () => {
  test('stand above the record, false and [] too, and nothing is no value', () => {
    const fields = { customer_name: 'A. Berg', phonenumber: null, cc_emails: [], payment_term: 0, email: '' };
    expect(wire(person({ phone: '+31' }), fields)).toEqual({
      is_private: true,
      customer_name: 'A. Berg',
      phonenumber: '+31',
      email: 'ann@x.example',
      cc_emails: [],
      payment_term: 0,
    });
  });

  test('decide whether it is a company', () => {
    expect(wire(bakery, { is_private: true })).toMatchObject({
      is_private: true,
      customer_name: 'Bo Korver',
    });
    const ann = person({ address: bakery.address, reverseCharge: true, vatNumber: 'DE136695976' });
    expect(wire(ann, { is_private: false })).toMatchObject({ is_private: false, shift_vat: true });
  });

  test('are all known to the vendor', () => {
    const values = { peppol_scheme_code: 'KVK', peppol_identifier: '12345677', date_of_birth: '1985-04-29' };
    expect(wire(person(), customerFields.parse(values))).toMatchObject(values);
    expect(Object.keys(customerFields.shape)).not.toContain('citizen_service_number');
  });
});
