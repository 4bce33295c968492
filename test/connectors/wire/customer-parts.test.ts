import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  customerParts,
  isNameless,
  isWhole,
  partsOfRecord,
  saysAll,
} from '../../../src/connectors/wire/customer-parts.ts';
import type { Customer } from '../../../src/records/customer.ts';

const ann: Customer = { kind: 'person', name: 'Ann Berg', address: {} };

describe('the parts of what is said', () => {
  test('have one form, however it is written', () => {
    expect(
      customerParts({
        email: ' Ann@X.example',
        kind: 'company',
        name: ' De  Korenaar ',
        contact: 'Ann  Berg',
        vatNumber: 'nl 8123.45.678 b01',
        cocNumber: ' 1 ',
        reverseCharge: false,
        phone: ' +31 ',
        language: 'nl_NL',
      }),
    ).toEqual({
      email: 'ann@x.example',
      kind: 'company',
      name: 'De Korenaar',
      contact: 'Ann Berg',
      vatNumber: 'NL812345678B01',
      cocNumber: '1',
      reverseCharge: false,
      phone: '+31',
      language: 'nl',
    });
  });

  test('are none where nothing is said, or something for want of it', () => {
    expect(customerParts({})).toEqual({});
    expect(
      customerParts({ email: '', name: ' ', phone: '', vatNumber: '. -', address: { street: ' ' } }),
    ).toEqual({});
    expect(customerParts({ name: 'ann@x.example', contact: 'x@y.example' })).toEqual({});
    expect(customerParts({ kind: 'company', name: 'De Korenaar', contact: ' De Korenaar' })).toEqual({
      kind: 'company',
      name: 'De Korenaar',
    });
    expect(customerParts({ kind: 'person', reverseCharge: false })).toEqual({ kind: 'person' });
  });

  test('have the fields that only a mapping fills in, as they are', () => {
    const own = { term: 0, flag: false, list: ['a'], none: null, empty: '', emptyList: [] };
    expect(customerParts({}, own)).toEqual({ term: 0, flag: false, list: ['a'] });
  });
});

describe('an address', () => {
  const part = (address: Customer['address']) => customerParts({ address }).address;

  test('is one thing: what it does not have it has not', () => {
    expect(part({ street: 'Kade 1 ', city: 'Gent' })).toEqual({
      street: 'Kade 1',
      extra: '',
      postalCode: '',
      city: 'Gent',
    });
  });

  test('says of a country or region that nobody names nothing, and may be no more than these', () => {
    expect(part({ country: 'DE' })).toEqual({ country: 'DE' });
    expect(part({ extra: 'unit 3' })).toEqual({ extra: 'unit 3' });
    expect(part({ postalCode: '1', region: 'NH', country: 'NL' })).toMatchObject({
      region: 'NH',
      country: 'NL',
    });
    expect([isWhole({ country: 'NL', extra: 'x' }), isWhole({ city: 'Gent' })]).toEqual([false, true]);
  });

  test('has its fields in one order, as fingerprints are made of it', () => {
    const one = part({
      country: 'NL',
      city: 'Gent',
      region: 'R',
      postalCode: '1',
      street: 'Kade',
      extra: 'b',
    });
    const other = part({
      street: 'Kade',
      extra: 'b',
      postalCode: '1',
      city: 'Gent',
      region: 'R',
      country: 'NL',
    });
    expect(JSON.stringify(one)).toBe(JSON.stringify(other));
  });
});

describe('the parts of a record', () => {
  test('of a company are its own name and its contact', () => {
    expect(partsOfRecord({ ...ann, kind: 'company', company: 'De Korenaar' })).toEqual({
      kind: 'company',
      name: 'De Korenaar',
      contact: 'Ann Berg',
    });
    expect(partsOfRecord({ ...ann, kind: 'company' })).toEqual({ kind: 'company', name: 'Ann Berg' });
  });

  test('of a person are the whole name, however it is split', () => {
    expect(partsOfRecord({ ...ann, company: 'De Korenaar' })).toEqual({ kind: 'person', name: 'Ann Berg' });
    expect(partsOfRecord({ ...ann, name: '', firstName: 'Ann', lastName: 'Berg' })).toMatchObject({
      name: 'Ann Berg',
    });
  });
});

test('a record says all of what says less, and nothing of another value', () => {
  const stands = { email: 'a@x.example', address: { street: 'Kade 1', extra: '', country: 'NL' }, term: 14 };
  expect(saysAll(stands, { address: { street: 'Kade 1' } })).toBe(true);
  expect(saysAll(stands, { term: '14' })).toBe(true);
  expect(saysAll(stands, { address: { street: 'Kade 1', extra: 'b' } })).toBe(false);
  expect(saysAll(stands, { phone: '1' })).toBe(false);
});

test('a name is none where it is an address, whatever is about it', () => {
  expect([undefined, '', ' ', 'a@b', ' a@b.example '].map(isNameless)).toEqual([
    true,
    true,
    true,
    true,
    true,
  ]);
  expect(['Ann', 'Ann (a@b)', 'a @ b'].map(isNameless)).toEqual([false, false, false]);
});

test('parts are the same when they are taken once more', () => {
  const text = fc.option(fc.string({ maxLength: 12 }), { nil: undefined });
  const said = fc.record({
    email: text,
    kind: fc.constantFrom('person', 'company', undefined),
    name: text,
    contact: text,
    vatNumber: text,
    phone: text,
    address: fc.record({ street: text, extra: text, city: text, country: fc.constantFrom('NL', undefined) }),
  });
  fc.assert(
    fc.property(said, (each) => {
      const once = customerParts(each);
      expect(customerParts(once)).toEqual(once);
      expect(JSON.parse(JSON.stringify(once))).toEqual(once);
    }),
  );
});
