import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { checkConstants, checkMapping, fieldNames, mapFields, partOf } from '../../src/mapping/fields.ts';
import { Problem } from '../../src/records/problem.ts';
import { en } from '../../src/texts/en.ts';
import { tellProblem } from '../../src/texts/tell.ts';

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
    [
      'payment_term',
      'order.note',
      { issue: 'invalid_type', expected: 'number' },
      'it must be of the type number',
    ],
    ['remarks', '1 + 1', { issue: 'invalid_type', expected: 'string' }, 'it must be of the type string'],
    ['unknown', "'x'", { issue: 'no_such_field' }, 'the target has no such field'],
    ['constructor', "'x'", { issue: 'no_such_field' }, 'the target has no such field'],
  ])('a value for "%s" that does not fit parks and names the field, not the value', async (...each) => {
    const [name, source, why, words] = each;
    const problem = await map({ [name]: source }).catch((error: unknown) => error);
    if (!(problem instanceof Problem)) throw new Error('it fits');
    expect(problem).toMatchObject({ kind: 'rejected', code: 'mapping_failed' });
    expect(problem.params).toEqual({ field: name, ...why });
    const { message } = tellProblem(problem.toData(), en);
    expect(message).toContain(`"${name}"`);
    expect(message).toContain(words);
    expect(message).not.toContain('secret');
  });

  test.each([
    [z.string().max(2), { issue: 'too_big' }],
    [z.enum(['a', 'b']), { issue: 'invalid_value', expected: 'a, b' }],
    [z.iso.date(), { issue: 'invalid_format', expected: 'date' }],
    [z.string().refine(() => false, 'must be nice to read'), { issue: 'not_as_expected' }],
    [z.string().refine(() => false, 'not_a_country'), { issue: 'not_a_country' }],
  ])('what a schema says in words of its own is stored as a code: %#', async (schema, why) => {
    const fields = z.object({ note: schema });
    const problem = await mapFields('', fields, { note: "'secret'" }, {}, {}).catch(
      (error: unknown) => error,
    );
    expect(problem).toMatchObject({ params: { field: 'note', ...why } });
  });
});
