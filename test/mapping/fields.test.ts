import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { checkConstants, checkMapping, fieldNames, mapFields, partOf } from '../../src/mapping/fields.ts';

const parts = {
  '': z.object({ remarks: z.string(), payment_term: z.int() }).partial(),
  customer: z.object({ phonenumber: z.string() }).partial(),
};

test('a name without a part is of the document', () => {
  expect(partOf('remarks')).toEqual({ part: '', field: 'remarks' });
  expect(partOf('customer.phonenumber')).toEqual({ part: 'customer', field: 'phonenumber' });
  expect(partOf('line.a.b')).toEqual({ part: 'line', field: 'a.b' });
});

test('every name that may be used is told', () => {
  expect(fieldNames(parts)).toEqual(['remarks', 'payment_term', 'customer.phonenumber']);
});

describe('a mapping is checked when it is saved', () => {
  test('a good one has no issues', () => {
    expect(checkMapping({ remarks: 'order.number', 'customer.phonenumber': "'1'" }, parts)).toEqual([]);
  });

  test.each([
    'remark',
    'customer',
    'customer.remarks',
    'constructor',
    '__proto__',
    'constructor.name',
    '__proto__.x',
    '',
  ])('the name "%s" is unknown, and the fields there are are named', (name) => {
    const [issue] = checkMapping(Object.fromEntries([[name, "'x'"]]), parts);
    expect(issue?.path).toEqual([name]);
    expect(issue?.message).toContain('customer.phonenumber');
  });

  test('every fault is told at once', () => {
    const issues = checkMapping({ remark: "'open", remarks: '1 +' }, parts);
    expect(issues.map(({ path }) => path[0])).toEqual(['remark', 'remark', 'remarks']);
  });
});

describe('constants', () => {
  test('must be of a known field and fit it', () => {
    expect(checkConstants({ payment_term: 14, remarks: 'x' }, parts)).toEqual([]);
    expect(checkConstants({ payment_term: 'soon', other: 1 }, parts).map(({ path }) => path[0])).toEqual([
      'payment_term',
      'other',
    ]);
  });
});

describe('mapFields', () => {
  const map = (mapping: Record<string, string>, constants = {}) =>
    mapFields('', parts[''], mapping, constants, { order: { number: '1001', note: 'secret note' } });

  test('constants come first, expressions stand above them', async () => {
    expect(await map({ remarks: 'order.number' }, { remarks: 'fixed', payment_term: 7 })).toEqual({
      remarks: '1001',
      payment_term: 7,
    });
  });

  test('an expression without a result leaves the constant', async () => {
    expect(await map({ remarks: 'order.missing' }, { remarks: 'fixed' })).toEqual({ remarks: 'fixed' });
  });

  test('only the fields of its own part are filled in', async () => {
    expect(await map({ 'customer.phonenumber': "'1'" }, { 'customer.phonenumber': '2' })).toEqual({});
  });

  test.each([
    ['payment_term', 'order.note'],
    ['remarks', '1 + 1'],
    ['unknown', "'x'"],
    ['constructor', "'x'"],
  ])('a value for "%s" that does not fit parks and names the field, not the value', async (name, source) => {
    const problem = await map({ [name]: source }).catch((error: unknown) => error);
    expect(problem).toMatchObject({ kind: 'rejected', code: 'mapping_failed' });
    expect(String(problem)).toContain(`"${name}"`);
    expect(String(problem)).not.toContain('secret');
  });
});
