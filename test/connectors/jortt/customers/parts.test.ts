import { describe, expect, test } from 'vitest';
import {
  narrowedBody,
  partsOfBody,
  partsOfStored,
} from '../../../../src/connectors/jortt/customers/parts.ts';
import { customerToWire } from '../../../../src/connectors/jortt/customers/to-wire.ts';
import type { Customer } from '../../../../src/records/customer.ts';
import { bakery, person } from '../samples.ts';

function body(customer: Customer, fields: Record<string, unknown> = {}) {
  return customerToWire({ customer, fields });
}

function narrowed(wire: Record<string, unknown>, ...parts: string[]) {
  return narrowedBody(wire, new Set(parts));
}

describe('the parts of a body', () => {
  test('are what it says, in the form in which all systems compare them', () => {
    expect(partsOfBody(body({ ...bakery, email: ' Inkoop@Korenaar.example ' }))).toEqual({
      email: 'inkoop@korenaar.example',
      kind: 'company',
      name: 'Bakkerij De Korenaar B.V.',
      contact: 'Bo Korver',
      vatNumber: 'NL812345678B01',
      cocNumber: '30123456',
      reverseCharge: false,
      phone: '+31301234567',
      address: {
        street: 'Molenweg 12',
        extra: 'unit 3',
        postalCode: '3511 AB',
        city: 'Utrecht',
        country: 'NL',
      },
      language: 'nl',
    });
  });

  test('say nothing of a name for want of which the address stands, nor of the id in the source', () => {
    const nameless = body(person({ name: '', id: '17' }));
    expect(nameless).toMatchObject({ customer_name: 'ann@x.example', reference: '17' });
    expect(partsOfBody(nameless)).toEqual({ email: 'ann@x.example', kind: 'person' });
  });

  test('have what is mapped under its own name, the reference too', () => {
    const fields = { payment_term: 30, reference: 'R-1', website: 'x.example', cc_emails: [] };
    expect(partsOfBody(body(person({ id: '17' }), fields))).toEqual({
      email: 'ann@x.example',
      kind: 'person',
      name: 'Ann Berg',
      payment_term: 30,
      reference: 'R-1',
      website: 'x.example',
    });
  });

  test('have a split name as one, but another first name as what is mapped', () => {
    expect(partsOfBody(body(person({ firstName: 'Ann', lastName: 'Berg' })))).not.toHaveProperty(
      'first_name',
    );
    expect(partsOfBody(body(person(), { first_name: 'Ans' }))).toMatchObject({
      name: 'Ann Berg',
      first_name: 'Ans',
    });
  });

  test('have an address without a second line as one that has none, and a country abroad by itself', () => {
    const { extra: _, ...address } = bakery.address;
    expect(partsOfBody(body({ ...bakery, address })).address).toMatchObject({ extra: '' });
    expect(partsOfBody(body(person({ address: { country: 'DE' } }))).address).toEqual({ country: 'DE' });
    expect(partsOfBody(body(person({ address: { country: 'NL' } })))).not.toHaveProperty('address');
  });
});

test('the parts of a record are all that can be written, in the same form', () => {
  const written = body(bakery, { payment_term: 14, reference: 'R-1', initials: 'B.' });
  const stored = {
    ...written,
    id: 'x',
    archived: false,
    citizen_service_number: '1',
    vat_number: 'nl 8123.45.678 b01',
  };
  expect(partsOfStored(stored)).toEqual(partsOfBody(written));
  expect(
    partsOfStored({
      id: 'x',
      is_private: true,
      customer_name: 'Ann',
      shift_vat: false,
      address_country_code: 'NL',
    }),
  ).toEqual({
    kind: 'person',
    name: 'Ann',
  });
});

describe('a narrowed body', () => {
  test.each([
    ['phone', { phonenumber: '+31301234567' }],
    ['contact', { attn: 'Bo Korver' }],
    ['vatNumber', { vat_number: 'NL812345678B01' }],
    ['cocNumber', { coc_number: '30123456' }],
    ['kind', { is_private: false }],
    ['name', { customer_name: 'Bakkerij De Korenaar B.V.' }],
    ['language', { invoice_language: 'nl' }],
    ['reverseCharge', { shift_vat: false }],
    ['nothing of the kind', {}],
  ])('says only the part %s', (part, expected) => {
    expect(narrowed(body(bakery), part)).toEqual(expected);
  });

  test('empties by name what the body does not say', () => {
    const bare = body(person({ name: '' }));
    expect(narrowed(bare, 'phone', 'vatNumber', 'cocNumber', 'contact', 'reverseCharge', 'language')).toEqual(
      {
        phonenumber: null,
        vat_number: null,
        coc_number: null,
        attn: null,
        shift_vat: false,
        invoice_language: 'nl',
      },
    );
    expect(narrowed(bare, 'address')).toEqual({
      address_street: null,
      address_extra_information: null,
      address_postal_code: null,
      address_city: null,
      address_country_code: null,
    });
    expect(narrowed(bare, 'payment_term', 'cc_emails', 'reference')).toEqual({
      payment_term: null,
      cc_emails: [],
      reference: null,
    });
  });

  test('says an address as a whole, and of a country alone no more', () => {
    const address = { street: 'Kade 1', city: 'Gent', postalCode: '9000' };
    expect(narrowed(body(person({ address })), 'address')).toEqual({
      address_street: 'Kade 1',
      address_extra_information: null,
      address_postal_code: '9000',
      address_city: 'Gent',
    });
    expect(narrowed(body(person({ address: { country: 'DE' } })), 'address')).toEqual({
      address_country_code: 'DE',
    });
  });

  test('says the same when it is narrowed once more, with a mapped reference', () => {
    const once = narrowed(body(person({ id: '17' }), { reference: 'R-1' }), 'kind', 'reference');
    expect(once).toEqual({ is_private: true, reference: 'R-1' });
    expect(partsOfBody(once)).toEqual({ kind: 'person', reference: 'R-1' });
    expect(narrowed(body(person({ id: '17' })), 'kind', 'reference')).toEqual({
      is_private: true,
      reference: null,
    });
  });
});
