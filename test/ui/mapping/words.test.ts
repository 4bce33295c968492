import { expect, test } from 'vitest';
import { textsIn } from '../../../src/texts/languages.ts';
import { leafLabel, ruleSummary, valueText } from '../../../src/ui/mapping/words.ts';

const nl = textsIn('nl');

test('what a field holds is said in words: countries, languages, and the codes of a short list', () => {
  expect(valueText('NL', nl, 'address_country_code')).toBe('Nederland');
  expect(valueText('de', nl, 'invoice_language')).toBe('Duits');
  expect(valueText('nl_NL', nl, 'locale')).toBe('Nederlands (Nederland)');
  expect(valueText('already_paid', nl, 'payment_method')).toBe('al betaald');
  expect(valueText('self', nl, 'send_method')).toBe('niet door Jortt verstuurd');
});

test('what is no such code, or is of another field, stays as it is', () => {
  expect(valueText('Nederland', nl, 'country')).toBe('Nederland');
  expect(valueText('NL', nl, 'reference')).toBe('NL');
  expect(valueText('self', nl, 'remarks')).toBe('self');
  expect(valueText('constructor', nl, 'send_method')).toBe('constructor');
  expect(valueText('zz', nl, 'constructor')).toBe('zz');
});

test('so are the fields that a mapping is picked from, and a fixed value', () => {
  const scope = { roots: ['order'], main: 'order' };
  expect(leafLabel({ path: 'order.customer.language', value: 'nl', seen: [] }, scope, nl)).toMatch(
    /: Nederlands$/,
  );
  const field = { scope, field: 'payment_method' };
  expect(ruleSummary({ mode: 'fixed', value: 'pay_later' }, field, nl)).toEqual({ words: 'nog te betalen' });
});
