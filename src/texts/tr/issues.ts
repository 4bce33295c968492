import type { issues as en } from '../en/issues.ts';

/** What is wrong with one field of a record that was read; follows the name of the field. */
export const issues = {
  missing: 'eksik',
  not_an_amount: 'bir tutar olmalı',
  not_a_country: 'iki harfli bir ülke kodu olmalı',
  not_a_currency: 'ISO 4217 kodu olmalı',
  not_a_timestamp: 'tarih ve saat olmalı',
  not_a_time_zone: 'bilinen bir saat dilimi olmalı',
  not_a_number: 'tam sayı olmalı',
  not_as_expected: 'olması gerektiği gibi değil',
} satisfies typeof en;
