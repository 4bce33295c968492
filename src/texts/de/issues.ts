import type { issues as en } from '../en/issues.ts';

/** What is wrong with one field of a record that was read; follows the name of the field. */
export const issues = {
  missing: 'fehlt',
  not_an_amount: 'muss ein Betrag sein',
  not_a_country: 'muss ein Ländercode aus zwei Buchstaben sein',
  not_a_currency: 'muss ein Code nach ISO 4217 sein',
  not_a_timestamp: 'muss aus Datum und Uhrzeit bestehen',
  not_a_time_zone: 'muss eine bekannte Zeitzone sein',
  not_a_number: 'muss eine ganze Zahl sein',
  not_as_expected: 'ist nicht das, was erwartet wird',
} satisfies typeof en;
