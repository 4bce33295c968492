import { expect, test } from 'vitest';
import { areAlike } from '../../../src/engine/mapping/filled.ts';
import { leavesOf } from '../../../src/engine/mapping/leaves.ts';
import { problem } from '../../../src/records/problem.ts';

const order = (number: string, method: string | undefined, paid: boolean) => ({
  order: { number, paid, ...(method === undefined ? {} : { method }), lines: [{ sku: `${number}-a` }, { sku: 'b' }] },
});

test('every field that a record has is there with its value, and with what the others had', () => {
  const inputs = [order('1', 'iDEAL', true), order('2', 'iDEAL', true), order('3', undefined, false)];
  expect(leavesOf(inputs, inputs[2])).toEqual([
    {
      path: 'order.number',
      value: '3',
      seen: ['1', '2', '3'].map((value) => ({ value, count: 1 })),
    },
    {
      path: 'order.paid',
      value: false,
      seen: [
        { value: true, count: 2 },
        { value: false, count: 1 },
      ],
    },
    { path: 'order.method', value: null, seen: [{ value: 'iDEAL', count: 2 }] },
    {
      path: 'order.lines[0].sku',
      value: '3-a',
      seen: ['1-a', '2-a', '3-a'].map((value) => ({ value, count: 1 })),
    },
  ]);
});

test('the fields of the last root come first, and what is long is no value to choose by', () => {
  const leaves = leavesOf([{ order: { note: 'x'.repeat(101) }, line: { name: 'Mug' } }], undefined);
  expect(leaves.map(({ path }) => path)).toEqual(['line.name', 'order.note']);
  expect(leaves[1]).toMatchObject({ value: null, seen: [] });
});

test('two are alike when the target gets the same, whatever it is filled in by', () => {
  const value = { kind: 'value', by: 'mapping', value: 'a' } as const;
  const failed = { kind: 'problem', problem: problem('rejected', 'timed_out', { system: 'A' }).toData() } as const;
  expect(areAlike([value], [{ kind: 'usual', value: 'a' }])).toBe(true);
  expect(areAlike([value], [{ kind: 'usual', value: null }])).toBe(false);
  expect(areAlike([value], [value, value])).toBe(false);
  expect(areAlike([failed], [failed])).toBe(true);
  expect(areAlike([failed], [value])).toBe(false);
});
