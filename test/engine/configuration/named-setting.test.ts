import { expect, test } from 'vitest';
import { causeId, causeOf } from '../../../src/engine/configuration/cause-name.ts';
import {
  codesOfSettings,
  placeOfSetting,
  schemaAt,
  settingOf,
  withEntry,
  withValueAt,
} from '../../../src/engine/configuration/named-setting.ts';
import { isChoice, schemaOf } from '../../../src/engine/configuration/setting-schema.ts';
import { flowByName, flows } from '../../../src/flows/registry.ts';

test('a setting is found by its path, also in a table by country', () => {
  const orders = flowByName('orders');
  if (orders === undefined) throw new Error('There are orders.');
  const schema = schemaOf(orders);
  for (const path of ['paymentMethods', 'shipping.methods', 'vat.byCountry.DE'])
    expect(isChoice(schemaAt(schema, path.split('.')) ?? {}), path).toBe(true);
  expect(schemaAt(schema, ['vat', 'homeCountry'])).toMatchObject({ type: 'string' });
  for (const path of ['nothing', 'vat.nothing', 'constructor', 'paymentMethods.map.x.y'])
    expect(schemaAt(schema, path.split('.')), path).toBeNull();
});

test('every setting that a problem always names is one of some flow', () => {
  for (const code of codesOfSettings) {
    const path = settingOf({ code, params: { of: 'source' } })?.split('.') ?? [];
    expect(flows.filter((flow) => schemaAt(schemaOf(flow), path) !== null).length, code).toBeGreaterThan(0);
  }
  expect(settingOf({ code: 'refused', params: {} })).toBeNull();
  expect(settingOf({ code: 'vat_rate_unknown', params: { setting: 'paid' } })).toBe('paid');
});

test('what orders lack of their customers is in the group of those', () => {
  const orders = flowByName('orders');
  const customers = flowByName('customers');
  if (orders === undefined || customers === undefined) throw new Error('There are both.');
  const problem = { code: 'choice_missing', params: { setting: 'classification', value: 'company' } };
  expect(placeOfSetting(schemaOf(orders), problem)).toEqual(['customer', 'classification']);
  expect(placeOfSetting(schemaOf(customers), problem)).toEqual(['classification']);
  const group = { code: 'choice_missing', params: { setting: 'vat', value: 'NL' } };
  expect(placeOfSetting(schemaOf(orders), group)).toBeNull();
});

test('an entry or a value is set where it belongs, and nothing else changes', () => {
  const settings = { vat: { byCountry: { DE: { map: { 19: '19' } } }, homeCountry: 'NL' }, state: 'draft' };
  expect(withEntry(settings, ['vat', 'byCountry', 'DE'], '7', '7')).toEqual({
    ...{ vat: { byCountry: { DE: { map: { 19: '19', 7: '7' } } }, homeCountry: 'NL' }, state: 'draft' },
  });
  expect(withEntry({}, ['paymentMethods'], '__proto__', 'x')).toEqual({
    paymentMethods: { map: Object.fromEntries([['__proto__', 'x']]) },
  });
  expect(withValueAt(settings, ['vat', 'homeCountry'], undefined).vat).toEqual({
    byCountry: settings.vat.byCountry,
  });
  expect(settings.vat.homeCountry).toBe('NL');
});

test('the name of a cause comes back as it was, and nothing else is one', () => {
  const name = { kind: 'records', flow: 'orders:shop:books', cause: '["choice_missing","Şahin €"]' } as const;
  expect(causeOf(causeId(name))).toEqual(name);
  expect(causeId(name)).toMatch(/^[\w-]+$/);
  for (const id of ['', '%', 'bm9uc2Vuc2U', btoa('["records","a"]'), btoa('["other","a","b"]')])
    expect(causeOf(id), id).toBeNull();
});
