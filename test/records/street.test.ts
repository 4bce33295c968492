import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinStreet, splitStreet } from '../../src/records/street.ts';
import { runs } from '../support/runs.ts';

const forms: [text: string, name: string, houseNumber?: string, addition?: string][] = [
  ['Kerkstraat 12', 'Kerkstraat', '12'],
  ['Kerkstraat 12a', 'Kerkstraat', '12', 'a'],
  ['Kerkstraat 12-a', 'Kerkstraat', '12', 'a'],
  ['Kerkstraat 12-14', 'Kerkstraat', '12', '14'],
  ['Kerkstraat 12/3', 'Kerkstraat', '12', '3'],
  ['Kerkstraat, 12', 'Kerkstraat', '12'],
  ['Kerkstraat 12 2 hoog', 'Kerkstraat', '12', '2 hoog'],
  ['Lange Straat 12 bis', 'Lange Straat', '12', 'bis'],
  ['Vijzelstraat 77 1e verd.', 'Vijzelstraat', '77', '1e verd.'],
  ['1e Jan van der Heijdenstraat 88 III', '1e Jan van der Heijdenstraat', '88', 'III'],
  ['Kleine 2e straat 5', 'Kleine 2e straat', '5'],
  ['Plein 1944 7', 'Plein 1944', '7'],
  ['Plein 1944 7 bis', 'Plein 1944', '7', 'bis'],
  ['Plein 40-45 7', 'Plein 40-45', '7'],
  ['Rue de la Loi 16 bte 3', 'Rue de la Loi', '16', 'bte 3'],
  ['Stationsstraat 16 bus 0301', 'Stationsstraat', '16', 'bus 0301'],
  ['Rue du 4 Septembre 12', 'Rue du 4 Septembre', '12'],
  ['Hauptstr. 5 2. OG', 'Hauptstr.', '5', '2. OG'],
  ['Am Markt 5c', 'Am Markt', '5', 'c'],
  ['Q7 24', 'Q7', '24'],
  ['12 rue Haute', 'rue Haute', '12'],
  ['12 bis, rue Haute', 'rue Haute', '12', 'bis'],
  ['7a avenue Louise', 'avenue Louise', '7', 'a'],
  ['Postbus 12345', 'Postbus', '12345'],
];

describe('a street with its number', () => {
  test.each(forms)('%s', (text, name, houseNumber, addition) => {
    const { written, ...street } = splitStreet(text);
    expect(street).toEqual({
      name,
      ...(houseNumber === undefined ? {} : { houseNumber }),
      ...(addition === undefined ? {} : { addition }),
    });
    expect(joinStreet({ ...street, ...(written && { written }) })).toBe(text);
  });
});

test.each([
  'Kerkstraat',
  '5 Meiplein',
  '4 Septemberstraat',
  'Am Ring 12 c/o Meier',
  '12',
  '',
  '1e Dwarsstraat',
])('%j has no number to take off', (text) => {
  expect(splitStreet(text)).toEqual({ name: text });
  expect(joinStreet(splitStreet(text))).toBe(text);
});

test.each([
  ['a', 'Kade 12a'],
  ['bis', 'Kade 12 bis'],
  ['-14', 'Kade 12-14'],
  ['III', 'Kade 12 III'],
  [undefined, 'Kade 12'],
])('from fields alone, the addition %s is written as is usual', (addition, expected) => {
  const street = { name: 'Kade', houseNumber: '12', ...(addition === undefined ? {} : { addition }) };
  expect(joinStreet(street)).toBe(expected);
});

test('an addition without a number is not lost', () => {
  expect(joinStreet({ name: 'Kade', addition: 'hs' })).toBe('Kade hs');
});

test('nothing that is split is lost, whatever it says', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'Kerkstraat',
      'Plein',
      '1944',
      'rue',
      '12',
      '7',
      'bis',
      'bte',
      '-',
      '/',
      ',',
      'a',
      '2.',
      'OG',
      '1e',
      "'40-'45",
    ),
    fc.string({ unit: 'binary', maxLength: 6 }),
  );
  const anything = fc.oneof(
    fc.array(piece, { maxLength: 8 }).chain((pieces) => fc.constantFrom(pieces.join(' '), pieces.join(''))),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(anything, (text) => {
      expect(joinStreet(splitStreet(text))).toBe(text.replace(/\s+/gu, ' ').trim());
    }),
    runs(3000),
  );
});

test('what is joined from a name and a number is split into them again', () => {
  const name = fc.constantFrom(
    'Kerkstraat',
    'Plein 1944',
    'Rue de la Loi',
    'Hauptstr.',
    '1e Dwarsstraat',
    '5 Meiplein',
  );
  const addition = fc.option(fc.constantFrom('a', 'bis', 'III', 'bte 3', '2. OG', 'hs'), { nil: undefined });
  fc.assert(
    fc.property(
      name,
      fc.integer({ min: 1, max: 9999 }).map(String),
      addition,
      (street, houseNumber, more) => {
        const fields = { name: street, houseNumber, ...(more === undefined ? {} : { addition: more }) };
        const { written: _, ...split } = splitStreet(joinStreet(fields));
        expect(split).toEqual(fields);
      },
    ),
  );
});

// A pattern that backtracks would take hours.
test('a text that no street could be is left whole, within the time of a test', () => {
  const text = `Kade${' 1'.repeat(500_000)}`;
  expect(splitStreet(text)).toEqual({ name: text });
  expect(splitStreet(' 1'.repeat(500_000)).houseNumber).toBeUndefined();
});
