import { describe, expect, test } from 'vitest';
import { ecwid } from '../../../src/connectors/ecwid/index.ts';
import { jortt } from '../../../src/connectors/jortt/index.ts';
import { customers } from '../../../src/flows/customers/index.ts';
import { customersSettings } from '../../../src/flows/customers/settings.ts';
import { flowByName } from '../../../src/flows/registry.ts';
import { FakeSystem } from './fake-system.ts';

test('the flow is known, and possible between systems that have customers', () => {
  expect(flowByName('customers')).toBe(customers);
  expect(customers.supports(ecwid, jortt)).toBe(true);
  expect(customers.supports(jortt, ecwid)).toBe(true);
  const { customers: _none, ...without } = new FakeSystem('a').connector;
  expect(customers.supports(without, jortt)).toBe(false);
  expect(customers.supports(ecwid, without)).toBe(false);
  expect(customers.source(without)).toBeUndefined();
  expect(customers.targetFields(without)).toEqual([]);
  expect(customers.source(ecwid)).toBe(ecwid.customers?.source);
  expect(customers.targetFields(jortt)).toContain('phonenumber');
});

test('no settings at all are good settings', () => {
  expect(customersSettings.parse({})).toEqual({
    create: true,
    update: true,
    withoutEmail: 'park',
    conflicts: 'park',
    fixed: {},
  });
});

test.each([
  [{ updates: true }, []],
  [{ update: 'yes' }, ['update']],
  [{ create: 1 }, ['create']],
  [{ kinds: [] }, ['kinds']],
  [{ kinds: ['guest'] }, ['kinds', '0']],
  [{ countries: ['nl'] }, ['countries', '0']],
  [{ countries: [] }, ['countries']],
  [{ withoutEmail: 'ignore' }, ['withoutEmail']],
  [{ conflicts: 'target' }, ['conflicts']],
  [{ classification: 'vip' }, ['classification']],
  [{ vat: { map: { NL: 21 } } }, ['vat', 'map', 'NL']],
  [{ revenueAccount: { fallback: 'x' } }, ['revenueAccount']],
  [{ fixed: { note: null } }, ['fixed', 'note']],
])('%j is refused, naming the field', (settings, path) => {
  const [issue] = customersSettings.safeParse(settings).error?.issues ?? [];
  expect(issue?.path.map(String)).toEqual(path);
});

describe('what the schema cannot know is checked against the target', () => {
  const issues = (settings: object, mapping = {}, target = jortt) =>
    customers.check(customersSettings.parse(settings), mapping, target);
  const paths = (...given: Parameters<typeof issues>) => issues(...given).map(({ path }) => path.join('.'));

  test('good settings have no issues', () => {
    const settings = {
      classification: { default: 'x' },
      revenueAccount: { map: { NL: 'x' } },
      fixed: { website: 'x.example.com' },
    };
    expect(paths(settings, { phonenumber: 'customer.phone' })).toEqual([]);
    expect(paths({ vat: { default: 'x' } }, {}, new FakeSystem('a').connector)).toEqual([]);
  });

  test('a setting for which the target has no field is refused by name', () => {
    const bare = new FakeSystem('b', { places: {} }).connector;
    const every = { classification: { force: 'x' }, vat: { force: 'x' }, revenueAccount: { force: 'x' } };
    expect(issues(every, {}, bare)).toMatchObject([
      { path: ['settings', 'classification'], message: expect.stringContaining('B keeps no class') },
      { path: ['settings', 'vat'], message: expect.stringContaining('B keeps no VAT code') },
      {
        path: ['settings', 'revenueAccount'],
        message: expect.stringContaining('B keeps no revenue account'),
      },
    ]);
    expect(paths({ vat: { force: 'x' } })).toEqual(['settings.vat']);
    expect(paths({ revenueAccount: { force: 'x' } }, {}, ecwid)).toEqual(['settings.revenueAccount']);
  });

  test.each([
    [{ fixed: { websight: 'x' } }, {}, 'settings.fixed.websight'],
    [{ fixed: { payment_term: 'x' } }, {}, 'settings.fixed.payment_term'],
    [{}, { 'customer.phonenumber': 'customer.phone' }, 'mapping.customer.phonenumber'],
    [{}, { phonenumber: 'customer.(' }, 'mapping.phonenumber'],
  ])('%j with the mapping %j is refused at %s', (settings, mapping, path) => {
    expect(paths(settings, mapping)).toEqual([path]);
  });
});
