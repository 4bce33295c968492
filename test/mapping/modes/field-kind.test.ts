import { expect, test } from 'vitest';
import { z } from 'zod';
import { connectors } from '../../../src/connectors/registry.ts';
import { fieldKindOf, modesOf, scalarOf } from '../../../src/mapping/modes/field-kind.ts';
import { kindAt, pathsIn } from '../../../src/mapping/modes/kind-at.ts';
import { flows } from '../../../src/flows/registry.ts';
import { order } from '../../../src/records/order.ts';
import { en } from '../../../src/texts/en.ts';

test.each([
  [z.string(), 'text', null],
  [z.iso.date().optional(), 'text', null],
  [z.uuid(), 'text', null],
  [z.enum(['a', 'b']).optional(), 'text', ['a', 'b']],
  [z.int().nonnegative(), 'number', null],
  [z.union([z.literal(1), z.literal(2)]), 'number', [1, 2]],
  [z.boolean(), 'boolean', [true, false]],
  [z.array(z.string()), 'list', null],
  [z.record(z.string(), z.string()), 'other', null],
] as const)('what a field holds is known by its schema: %#', (schema, kind, options) => {
  expect(fieldKindOf(schema)).toEqual({ kind, options });
  expect(modesOf({ kind, options }).at(-1)).toBe('formula');
});

test('what is typed is of the kind of the field', () => {
  expect(scalarOf(' 1.5 ', { kind: 'number' })).toBe(1.5);
  expect(scalarOf('', { kind: 'number' })).toBeNull();
  expect(scalarOf('much', { kind: 'number' })).toBeNull();
  expect(scalarOf('false', { kind: 'boolean' })).toBe(false);
  expect(scalarOf('no', { kind: 'boolean' })).toBeNull();
  expect(scalarOf(' a ', { kind: 'text' })).toBe(' a ');
});

const input = z.object({ order });

test('what a field of a record holds is known likewise', () => {
  expect(kindAt(input, 'order.paid').kind).toBe('boolean');
  expect(kindAt(input, 'customer.address.country').kind).toBe('text');
  expect(kindAt(input, 'order.customer.kind').options).toEqual(['person', 'company']);
  expect(kindAt(input, 'order.receipt.addsUp').kind).toBe('number');
  expect(kindAt(input, 'order.lines[0].quantity').kind).toBe('text');
  expect(kindAt(input, 'order.extras.`a.b`').kind).toBe('text');
  expect(kindAt(input, '').kind).toBe('text');
});

test('every field that expressions can read is named, each once', () => {
  const paths = pathsIn(input);
  for (const path of ['order.number', 'order.customer.address.city', 'order.lines[0].sku', 'order.receipt.till'])
    expect(paths).toContain(path);
  expect(new Set(paths).size).toBe(paths.length);
});

test('every field that a mapping fills in has a name in words', () => {
  const names = connectors.flatMap((connector) => flows.flatMap((flow) => flow.targetFields(connector)));
  const fields = [...new Set(names.map((name) => name.slice(name.lastIndexOf('.') + 1)))];
  expect(fields.length).toBeGreaterThan(150);
  expect(fields.filter((field) => !Object.hasOwn(en.pages.targetFields, field))).toEqual([]);
  expect(Object.keys(en.pages.targetFields).filter((field) => !fields.includes(field))).toEqual([]);
});
