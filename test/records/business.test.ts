import { describe, expect, test } from 'vitest';
import {
  buyerKind,
  isReverseCharge,
  memberStateOf,
  unexplained,
  vatNumberIn,
} from '../../src/records/business.ts';

describe('a VAT number', () => {
  test.each(['NL123456782B12', 'nl 1234.56.782-b12', 'BE 0428.759.497', 'EL094259216', 'ESX1234567L'])(
    '%s is kept as it was typed',
    (typed) => {
      expect(vatNumberIn(` ${typed} `)).toBe(typed);
    },
  );

  test.each([
    undefined,
    '',
    'geen',
    'n.v.t.',
    'NVT',
    '-',
    '12345678Z',
    '87654321',
    '123456782B12',
    'NL123456783B1',
    'Teetasse GmbH',
    'XX123456789',
  ])('%s is none', (typed) => {
    expect(vatNumberIn(typed)).toBeUndefined();
    expect(buyerKind({ vatNumber: vatNumberIn(typed) })).toBe('person');
  });

  test('that the shop found valid counts, though its check digits do not fit', () => {
    expect(vatNumberIn('DE123456781')).toBeUndefined();
    expect(vatNumberIn('DE123456781', true)).toBe('DE123456781');
    expect(vatNumberIn('geen', true)).toBeUndefined();
  });

  test('of Northern Ireland is checked as a British one', () => {
    expect(vatNumberIn('XI 980780684')).toBe('XI 980780684');
    expect(vatNumberIn('XI 980780685')).toBeUndefined();
    expect(memberStateOf('XI 980780684')).toBe('XI');
  });

  test('of Greece with the code of the country is the one with the prefix of its numbers', () => {
    expect(vatNumberIn('GR 094259216')).toBe('EL094259216');
    expect(vatNumberIn('gr094259217')).toBeUndefined();
    expect(buyerKind({ vatNumber: vatNumberIn('GR094259216') })).toBe('company');
  });

  test('tells its member state', () => {
    expect(['EL094259216', 'nl1', 'GB980780684', undefined].map(memberStateOf)).toEqual([
      'GR',
      'NL',
      undefined,
      undefined,
    ]);
  });
});

describe('a company', () => {
  test('has a valid number or a name as such', () => {
    expect(buyerKind({ vatNumber: 'BE0428759497' })).toBe('company');
    expect(buyerKind({ company: 'Bakker' })).toBe('company');
    expect(buyerKind({})).toBe('person');
  });

  test('is not made by a number that the shop found invalid', () => {
    expect(buyerKind({ vatNumber: 'BE0428759497' }, false)).toBe('person');
    expect(buyerKind({ vatNumber: 'BE0428759497', company: 'Bakker' }, false)).toBe('company');
  });
});

const belgian = 'BE0428759497';
const dutch = 'NL123456782B12';

describe('an untaxed sale from the Netherlands', () => {
  test.each([
    [belgian, 'BE', '9000', true, null],
    // The goods go to a third member state: still shifted.
    [belgian, 'DE', '20457', true, null],
    [belgian, 'NL', '8011 AB', false, 'home_delivery'],
    [dutch, 'BE', '9000', false, 'home_vat_number'],
    [dutch, 'NL', '8011 AB', false, null],
    [undefined, 'BE', '9000', false, 'no_vat_number'],
    [undefined, 'NL', '8011 AB', false, null],
    [undefined, 'ES', '35001', false, null],
    ['ESX1234567L', 'ES', '35001', false, null],
    [undefined, 'CH', '8001', false, null],
    ['GB980780684', 'GB', 'LS1 5HD', false, null],
    ['XI980780684', 'GB', 'BT1 5GS', true, null],
    [undefined, 'GB', 'BT1 5GS', false, 'no_vat_number'],
    [belgian, undefined, undefined, false, null],
  ])('with number %s to %s %s: reverse charge %s, %s', (vatNumber, country, postalCode, shifted, why) => {
    const sale = { home: 'NL', vatNumber, delivery: { country, postalCode } };
    expect(isReverseCharge(sale)).toBe(shifted);
    expect(unexplained(sale)).toBe(why);
  });

  test('from outside the EU, or from nobody knows where, asks for nothing', () => {
    const delivery = { country: 'BE', postalCode: '9000' };
    expect(isReverseCharge({ home: 'CH', vatNumber: belgian, delivery })).toBe(false);
    expect(unexplained({ home: 'CH', vatNumber: undefined, delivery })).toBeNull();
    expect(unexplained({ home: undefined, vatNumber: undefined, delivery })).toBeNull();
    expect(isReverseCharge({ home: undefined, vatNumber: belgian, delivery })).toBe(true);
    expect(isReverseCharge({ home: undefined, vatNumber: dutch, delivery })).toBe(false);
  });
});

describe('a seller in Monaco sells as one in France does', () => {
  const vatNumber = 'IT00743110157';
  const [italy, nice] = [{ country: 'IT' }, { country: 'FR', postalCode: '06000' }];

  test('so VAT is shifted abroad, and not to France', () => {
    expect(isReverseCharge({ home: 'MC', vatNumber, delivery: italy })).toBe(true);
    expect(isReverseCharge({ home: 'MC', vatNumber: 'FR83404833048', delivery: italy })).toBe(false);
    expect(isReverseCharge({ home: 'MC', vatNumber, delivery: nice })).toBe(false);
  });

  test('and an untaxed sale has to be explained', () => {
    expect(unexplained({ home: 'MC', vatNumber: undefined, delivery: italy })).toBe('no_vat_number');
    expect(unexplained({ home: 'MC', vatNumber, delivery: nice })).toBe('home_delivery');
    expect(unexplained({ home: 'CH', vatNumber: undefined, delivery: italy })).toBeNull();
  });
});
