import { describe, expect, it } from 'vitest';
import { each, type FieldRules, readFields, together, within } from '../../../../sandbox/kit/fields/shape.ts';

type Kind = 'text' | 'number';

const rules: FieldRules<Kind> = {
  read: (value, kind) => {
    if (kind === 'text') return typeof value === 'string' ? value : undefined;
    return Number.isFinite(Number(value)) ? Number(value) : undefined;
  },
  keepsNull: false,
  emptyListIsObject: false,
  unknownField: (name) => new Error(`unknown ${name}`),
  wrongValue: (name, _, { is }) => new Error(`${name} is no ${is}`),
};
const line = each<Kind>('text', 'sku');
const order = together<Kind>(
  each('text', 'name note'),
  each('number', 'total'),
  each('text', 'tags', 'values'),
  within({ buyer: each<Kind>('text', 'email') }),
  within({ lines: line }, 'objects'),
);

describe('the fields of an object', () => {
  it('come out in the kind of the system', () => {
    const read = readFields(
      { name: 'A', total: '12', tags: ['x'], buyer: { email: 'a@b' }, lines: [{ sku: '1' }], note: null },
      order,
      rules,
    );
    expect(read).toEqual({
      name: 'A',
      total: 12,
      tags: ['x'],
      buyer: { email: 'a@b' },
      lines: [{ sku: '1' }],
    });
  });

  it.each([
    [{ name: 1 }, 'name is no value'],
    [{ tags: 'x' }, 'tags is no values'],
    [{ tags: [1] }, 'tags is no value'],
    [{ buyer: [] }, 'buyer is no object'],
    [{ lines: {} }, 'lines is no objects'],
    [{ lines: ['x'] }, 'lines is no objects'],
    [{ lines: [{ price: 1 }] }, 'unknown price'],
    [{ colour: 'red' }, 'unknown colour'],
  ])('are refused: %j', (body, message) => {
    expect(() => readFields(body, order, rules)).toThrow(message);
  });

  it('are ignored, kept as null, or read from an empty list, where the system does so', () => {
    const loose = { ...rules, unknownField: null, keepsNull: true, emptyListIsObject: true };
    expect(readFields({ colour: 'red', note: null, buyer: [] }, order, loose)).toEqual({
      note: null,
      buyer: {},
    });
  });
});
