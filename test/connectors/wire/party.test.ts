import { describe, expect, test } from 'vitest';
import {
  addressOrNone,
  companyNameOf,
  fullName,
  languageOf,
  missingParts,
  nameOf,
  nameOr,
  requireAddress,
  splitName,
  streetLines,
  streetOf,
} from '../../../src/connectors/wire/party.ts';
import type { Customer } from '../../../src/records/customer.ts';
import { Problem } from '../../../src/records/problem.ts';

const buyer = (fields: Partial<Customer>): Customer => ({ kind: 'person', name: '', address: {}, ...fields });

describe('a name', () => {
  test('is put together of the parts that say something', () => {
    expect(fullName(' Noor ', undefined, '', 'de Wit')).toBe('Noor de Wit');
    expect(fullName(undefined, ' ')).toBeUndefined();
  });

  test('of a person who says none is the e-mail address, of a company it stays open', () => {
    const email = 'noor@example.com';
    expect(nameOr('Noor', { company: undefined, email })).toBe('Noor');
    expect(nameOr(undefined, { company: undefined, email })).toBe(email);
    expect(nameOr(undefined, { company: 'Bakker BV', email })).toBe('');
    expect(nameOr(undefined, { company: undefined, email: undefined })).toBe('');
  });

  test.each<[Partial<Customer>, string | undefined, string | undefined]>([
    [{ firstName: 'Noor', lastName: ' de Wit ', name: 'N.' }, 'Noor', 'de Wit'],
    [{ lastName: 'de Wit', name: 'Noor de Wit' }, undefined, 'de Wit'],
    [{ name: ' Noor  de Wit ' }, 'Noor', 'de Wit'],
    [{ name: 'Noor' }, 'Noor', undefined],
    [{ name: 'noor@example.com' }, undefined, undefined],
    [{ name: '' }, undefined, undefined],
  ])('%j in two parts is %s and %s', (fields, first, last) => {
    expect(splitName(buyer(fields))).toEqual([first, last]);
  });

  test('is the whole one before its parts', () => {
    expect(nameOf(buyer({ name: 'N. de Wit', firstName: 'Noor' }))).toBe('N. de Wit');
    expect(nameOf(buyer({ firstName: 'Noor', lastName: 'de Wit' }))).toBe('Noor de Wit');
    expect(nameOf(buyer({}))).toBeUndefined();
  });

  test('of a company is its own, its contact, or its e-mail address', () => {
    const email = 'bakker@example.com';
    expect(companyNameOf(buyer({ company: ' Bakker BV ', name: 'Noor', email }))).toBe('Bakker BV');
    expect(companyNameOf(buyer({ company: ' ', name: 'Noor', email }))).toBe('Noor');
    expect(companyNameOf(buyer({ email }))).toBe(email);
  });
});

describe('an address', () => {
  test('without one field is none', () => {
    expect(addressOrNone({ street: undefined, city: undefined })).toBeUndefined();
    expect(addressOrNone({ street: undefined, city: 'Zwolle' })).toEqual({ city: 'Zwolle' });
  });

  test('has its first line as the street, and goes out in lines again', () => {
    expect(streetOf(['Kade 12', 'II', 'links'])).toEqual({ street: 'Kade 12', extra: 'II, links' });
    expect(streetOf([])).toEqual({ street: undefined, extra: undefined });
    expect(streetLines({ street: ' Kade 12 ', extra: '' })).toEqual(['Kade 12']);
  });

  test('that lacks what a system insists on is refused with the names of the parts and their fields', () => {
    const parts = { address_street: 'street', address_country_code: 'country' } as const;
    const body = { address_street: 'Kade 12' };
    expect(missingParts(body, parts)).toEqual(['address_country_code']);
    expect(() => requireAddress('Jortt', body, parts, (name) => `customer.${name}`)).toThrow(
      expect.objectContaining({
        code: 'address_incomplete',
        params: { system: 'Jortt', missing: ['country'], fields: ['customer.address_country_code'] },
      }),
    );
    expect(() => requireAddress('Magento', body, parts)).toThrow(Problem);
    expect(() => requireAddress('Jortt', { ...body, address_country_code: 'NL' }, parts)).not.toThrow();
  });
});

test.each([
  ['nl', 'nl'],
  [' en-US ', 'en'],
  ['NL_be', 'nl'],
  ['dutch', undefined],
  ['', undefined],
  [undefined, undefined],
])('the language of %s is %s', (locale, language) => {
  expect(languageOf(locale)).toBe(language);
});
