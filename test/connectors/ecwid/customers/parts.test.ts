import { describe, expect, test } from 'vitest';
import { narrowedBody } from '../../../../src/connectors/ecwid/customers/narrowed.ts';
import { partsOfBody, partsOfStored } from '../../../../src/connectors/ecwid/customers/parts.ts';
import { customerToWire } from '../../../../src/connectors/ecwid/customers/to-wire.ts';
import type { Customer } from '../../../../src/records/customer.ts';

const address = { street: 'Kade 12', extra: 'achter', postalCode: '8011 AB', city: 'Zwolle', country: 'NL' };
const noor: Customer = {
  kind: 'person',
  name: 'Noor de Wit',
  email: ' Noor@Example.com ',
  phone: '+31 38 0',
  language: 'nl',
  address,
};
const company: Customer = { ...noor, kind: 'company', company: 'Teetasse GmbH', vatNumber: 'DE 136.695.976' };

function body(customer: Customer, fields: Record<string, unknown> = {}) {
  return customerToWire({ customer, fields });
}

function narrowed(wire: Record<string, unknown>, ...parts: string[]) {
  return narrowedBody(wire, new Set(parts));
}

describe('the parts of a body', () => {
  test('are what it says, in the form in which all systems compare them', () => {
    expect(partsOfBody(body(company))).toEqual({
      email: 'noor@example.com',
      kind: 'company',
      name: 'Teetasse GmbH',
      contact: 'Noor de Wit',
      vatNumber: 'DE136695976',
      phone: '+31 38 0',
      address,
      language: 'nl',
    });
    expect(partsOfBody(body(noor))).toMatchObject({ kind: 'person', name: 'Noor de Wit' });
    expect(partsOfBody(body(noor))).not.toHaveProperty('contact');
  });

  test('say nothing of a name for want of which another stands', () => {
    expect(partsOfBody(body({ ...noor, name: '' }))).not.toHaveProperty('name');
    const alone = partsOfBody(body({ ...company, name: '' }));
    expect(alone).toMatchObject({ name: 'Teetasse GmbH' });
    expect(alone).not.toHaveProperty('contact');
  });

  test('have what is mapped under its own name, and another group than that of the kind', () => {
    const fields = { customerGroupId: '0', acceptMarketing: false, b2b_b2c: 'b2b' };
    expect(partsOfBody(body(noor, fields))).toMatchObject({ kind: 'person', ...fields, customerGroupId: 0 });
    expect(partsOfBody(body(company, fields))).not.toHaveProperty('b2b_b2c');
  });

  test('have a person with a VAT number as one without: it would make a company of it', () => {
    expect(body({ ...noor, vatNumber: 'DE136695976' })).not.toHaveProperty('taxId');
  });

  test('have the country that alone is said, and no more', () => {
    expect(partsOfBody(body({ ...noor, address: { country: 'DE' } })).address).toEqual({ country: 'DE' });
  });
});

describe('the parts of a record', () => {
  const wire = {
    id: 1,
    name: 'Ada Berg',
    email: 'Ada@x.example',
    taxId: '12345678',
    lang: 'de_AT',
    b2b_b2c: 'b2c',
    customerGroupId: 0,
    contacts: [{ contact: '+49 1', type: 'PHONE', default: true }],
    shippingAddresses: [{ name: 'Oma', street: 'Dorp 1', city: 'Urk', countryCode: 'NL' }],
    billingPerson: { name: 'Ada Berg', companyName: '-' },
  };

  test('are what the source reads, also where it reads in a second place', () => {
    expect(partsOfStored(wire)).toEqual({
      email: 'ada@x.example',
      kind: 'person',
      name: 'Ada Berg',
      // Whatever was typed there stands there.
      vatNumber: '12345678',
      phone: '+49 1',
      address: { street: 'Dorp 1', extra: '', postalCode: '', city: 'Urk', country: 'NL' },
      language: 'de',
      customerGroupId: 0,
      b2b_b2c: 'b2c',
    });
  });

  test('name a region by its code, and by its name where there is no other', () => {
    const inHamburg = { city: 'Hamburg', stateOrProvinceCode: 'HH', stateOrProvinceName: 'Hamburg' };
    expect(partsOfStored({ billingPerson: inHamburg }).address).toMatchObject({ region: 'HH' });
    const { stateOrProvinceCode: _, ...named } = inHamburg;
    expect(partsOfStored({ billingPerson: named }).address).toMatchObject({ region: 'Hamburg' });
  });

  test('are told of a record that the source refuses as far as it is understood', () => {
    const odd = {
      email: 'odd@x.example',
      contacts: 'none',
      shippingAddresses: [null],
      billingPerson: { countryCode: 'Germany', city: 'Kiel' },
    };
    expect(partsOfStored(odd)).toEqual({
      email: 'odd@x.example',
      kind: 'person',
      address: { street: '', extra: '', postalCode: '', city: 'Kiel' },
    });
  });
});

describe('a narrowed body', () => {
  test.each([
    ['email', { email: 'Noor@Example.com' }],
    ['phone', { billingPerson: { phone: '+31 38 0' } }],
    ['contact', { billingPerson: { name: 'Noor de Wit' } }],
    ['name', { billingPerson: { companyName: 'Teetasse GmbH' } }],
    ['vatNumber', { taxId: 'DE 136.695.976' }],
    ['kind', { b2b_b2c: 'b2b' }],
    ['language', { lang: 'nl' }],
    ['cocNumber', {}],
  ])('says only the part %s', (part, expected) => {
    expect(narrowed(body(company), part)).toEqual(expected);
  });

  test('empties by name what the body does not say', () => {
    const bare = body({
      kind: 'company',
      name: '',
      company: 'Teetasse GmbH',
      email: 'a@x.example',
      address: {},
    });
    expect(narrowed(bare, 'phone', 'vatNumber', 'contact', 'language', 'address')).toEqual({
      taxId: '',
      lang: '',
      billingPerson: {
        phone: '',
        name: '',
        street: '',
        city: '',
        postalCode: '',
        countryCode: '',
        stateOrProvinceCode: '',
      },
    });
    expect(
      narrowed(bare, 'customerGroupId', 'taxExempt', 'acceptMarketing', 'taxIdValid', 'privateAdminNotes'),
    ).toEqual({ customerGroupId: 0, taxExempt: false, acceptMarketing: false, privateAdminNotes: '' });
  });

  test('that makes a person takes the company along', () => {
    expect(narrowed(body(noor), 'kind', 'contact', 'name')).toEqual({
      b2b_b2c: 'b2c',
      taxId: '',
      billingPerson: { companyName: '', name: 'Noor de Wit' },
    });
  });

  test('says an address as a whole, and of a country alone no more', () => {
    const { extra: _, postalCode: __, ...rest } = address;
    expect(narrowed(body({ ...noor, address: rest }), 'address')).toEqual({
      billingPerson: { street: 'Kade 12', city: 'Zwolle', postalCode: '', countryCode: 'NL' },
    });
    expect(narrowed(body({ ...noor, address: { country: 'DE' } }), 'address')).toEqual({
      billingPerson: { countryCode: 'DE' },
    });
  });
});
