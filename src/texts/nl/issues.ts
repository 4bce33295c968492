import type { issues as english } from '../en/issues.ts';

export const issues: typeof english = {
  missing: 'ontbreekt',
  not_an_amount: 'moet een bedrag zijn',
  not_a_country: 'moet een landcode van twee letters zijn',
  not_a_currency: 'moet een valutacode volgens ISO 4217 zijn',
  not_a_timestamp: 'moet een datum met tijd zijn',
  not_a_time_zone: 'moet een bekende tijdzone zijn',
  not_a_number: 'moet een geheel getal zijn',
  not_as_expected: 'is niet wat het moet zijn',
};
