import { expect, test } from 'vitest';
import { remedyOf } from '../../src/engine/configuration/remedy.ts';
import { flows } from '../../src/flows/registry.ts';
import { remediesOf } from '../../src/flows/remedies.ts';
import { en } from '../../src/texts/en.ts';

const names = flows.map(({ name }) => name);

test('every remedy is a setting of some flow', () => {
  const codes = [...Object.keys(en.problems), ...Object.keys(en.reasons)];
  const known = codes.filter((code) => remediesOf({ code, params: {} }).length > 0);
  expect(known.length).toBeGreaterThan(25);
  const lost = known.filter((code) => !names.some((flow) => remedyOf(flow, { code, params: {} }) !== null));
  expect(lost).toEqual([]);
});

test('a choice that lacks an entry names itself, by the id of the flow or its name', () => {
  const problem = { code: 'choice_missing', params: { setting: 'vat.byRate', value: '21' } };
  expect(remedyOf('orders:shop:books', problem)).toBe('vat.byRate');
  expect(remedyOf('orders', problem)).toBe('vat.byRate');
  expect(remedyOf('stock', problem)).toBeNull();
});

test('what no setting mends has no remedy', () => {
  expect(remedyOf('orders', { code: 'server_error', params: {} })).toBeNull();
  expect(remedyOf('orders', { code: 'constructor', params: {} })).toBeNull();
  expect(remedyOf('nothing', { code: 'oss', params: {} })).toBeNull();
  expect(remedyOf('orders', null)).toBeNull();
});
