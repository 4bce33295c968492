import { expect, test } from 'vitest';
import { isInEu, memberStateAt } from '../../src/records/vat-area.ts';

test('the EU is the VAT area: without the United Kingdom, and Greece as GR', () => {
  expect(['NL', 'GR', 'HR', 'GB', 'NO', 'EL', 'CH'].map(isInEu)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
});

test.each([
  ['NL', '8011 AB', 'NL'],
  ['ES', '28013', 'ES'],
  ['ES', '35510', null],
  ['ES', 'ES-38001', null],
  ['ES', '51001', null],
  ['ES', '52006', null],
  ['ES', undefined, 'ES'],
  ['FI', '22100', null],
  ['FI', '00100', 'FI'],
  ['FR', '97400', null],
  ['FR', '98800', null],
  ['FR', '98000', 'FR'],
  ['FR', '75001', 'FR'],
  ['MC', '98000', 'FR'],
  ['DE', '27498', null],
  ['DE', '78266', null],
  ['DE', 'D-27499', 'DE'],
  ['IT', '23041', null],
  ['IT', '22061', null],
  ['IT', '20121', 'IT'],
  ['GR', '630 86', null],
  ['GR', '10431', 'GR'],
  ['GB', 'LS1 5HD', null],
  ['GB', 'bt1 5gs', 'XI'],
  ['CH', '8001', null],
  ['NO', '0150', null],
  ['RE', '97400', null],
  [undefined, '1000', undefined],
])('a delivery to %s %s falls under the VAT of %s', (country, postalCode, state) => {
  expect(memberStateAt({ country, postalCode })).toBe(state);
});
