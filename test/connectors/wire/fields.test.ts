import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  amount,
  amountOf,
  countryCode,
  flag,
  linkedId,
  list,
  needed,
  part,
  present,
  text,
} from '../../../src/connectors/wire/fields.ts';

const absent = [undefined, null, ''];

/** The code of what is wrong, or the value. */
function read<T>(field: z.ZodType<T>, value: unknown) {
  const { data, error } = field.safeParse(value);
  return error === undefined ? data : error.issues[0]?.message;
}

describe('a field of a system', () => {
  test.each<[string, z.ZodType]>([
    ['text', text],
    ['amount', amount],
    ['flag', flag],
    ['country', countryCode],
    ['id of another record', linkedId],
  ])('that is absent, null or "" is no %s', (_, field) => {
    expect(absent.map((value) => read(field, value))).toEqual([undefined, undefined, undefined]);
  });

  test('is text without the blanks around it; numbers are text too', () => {
    expect([' a b ', 7, '   '].map((value) => read(text, value))).toEqual(['a b', '7', undefined]);
  });

  test('is an amount exactly as it was sent, or to as many decimals as the system keeps', () => {
    expect(['12.10', 0.1, '-3', 1e-7].map((value) => read(amount, value))).toEqual([
      '12.1',
      '0.1',
      '-3',
      '0.0000001',
    ]);
    expect([12.100000001, '0.00004', -0.00001].map((value) => read(amountOf(4), value))).toEqual([
      '12.1',
      '0',
      '0',
    ]);
    expect(['a', '1,50', true].map((value) => amount.safeParse(value).success)).toEqual([
      false,
      false,
      false,
    ]);
    expect(read(amount, '1,50')).toBe('not_an_amount');
  });

  test('is a flag in words, numbers or as it is; anything else is refused', () => {
    expect([true, 'true', 1, '1'].map((value) => read(flag, value))).toEqual([true, true, true, true]);
    expect([false, 'false', 0, '0'].map((value) => read(flag, value))).toEqual([false, false, false, false]);
    expect(['yes', 2].map((value) => flag.safeParse(value).success)).toEqual([false, false]);
  });

  test('is a country in capitals, and refused where it is none', () => {
    expect(['NL', 'be'].map((value) => read(countryCode, value))).toEqual(['NL', 'BE']);
    expect(['Nederland', 'N1'].map((value) => read(countryCode, value))).toEqual([
      'not_a_country',
      'not_a_country',
    ]);
  });

  test('with the id 0 names no other record', () => {
    expect([0, '0', 7, '007'].map((value) => read(linkedId, value))).toEqual([
      undefined,
      undefined,
      '7',
      '007',
    ]);
  });
});

test('a needed field is refused where it says nothing', () => {
  expect([...absent, ' '].map((value) => read(needed(text), value))).toEqual(Array(4).fill('missing'));
  expect(read(z.object({ id: needed(text) }), {})).toBe('missing');
  expect(read(needed(amount), 0)).toBe('0');
});

test('a list or a part that is absent or null is empty, and so is a part that is written as []', () => {
  expect([undefined, null, []].map((value) => read(list(text), value))).toEqual([[], [], []]);
  expect(read(list(text), ['a', 1])).toEqual(['a', '1']);
  const fields = part(z.object({ name: text }));
  expect([undefined, null, []].map((value) => read(fields, value))).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(read(fields, { name: ' x ' })).toEqual({ name: 'x' });
  expect(read(z.object({ inside: fields }), {})).toEqual({});
});

test('what says nothing is left out of a body; false and 0 say something', () => {
  expect(present({ a: undefined, b: null, c: '', d: 0, e: false, f: [] })).toEqual({ d: 0, e: false, f: [] });
});
