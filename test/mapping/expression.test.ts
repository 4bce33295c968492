import { describe, expect, test } from 'vitest';
import { compileExpression } from '../../src/mapping/expression.ts';
import { Problem } from '../../src/records/problem.ts';
import { en } from '../../src/texts/en.ts';
import { tellProblem } from '../../src/texts/tell.ts';

const order = Object.freeze({
  number: '1001',
  note: 'please ring twice',
  lines: Object.freeze([Object.freeze({ name: 'Mug', quantity: '2' })]),
});

function evaluate(source: string, input: unknown = { order }): Promise<unknown> {
  return compileExpression(source, 'remarks').evaluate(input);
}

async function problemOf(source: string, input?: unknown): Promise<Problem> {
  const thrown = await evaluate(source, input).catch((error: unknown) => error);
  if (thrown instanceof Problem) return thrown;
  throw new Error(`gave ${JSON.stringify(thrown)}`);
}

test('an expression reads the record that it is given', async () => {
  expect(await evaluate("'Order ' & order.number")).toBe('Order 1001');
  expect(await evaluate('order.lines.name')).toBe('Mug');
  expect(await evaluate('order.missing.deeper')).toBeUndefined();
  expect(await evaluate('null')).toBeUndefined();
});

test('what it gives is plain data', async () => {
  const value = await evaluate('[order.lines.name, order.number]');
  expect(value).toEqual(['Mug', '1001']);
  expect(Reflect.ownKeys(value as object)).toEqual(['0', '1', 'length']);
  expect(await problemOf('function($x) { $x }')).toMatchObject({ params: { reason: 'no_value' } });
  expect(await problemOf('$uppercase')).toMatchObject({ params: { reason: 'no_value' } });
  expect(await problemOf('/mug/i')).toMatchObject({ params: { reason: 'no_value' } });
});

test('it does not change the record, nor what other evaluations see', async () => {
  const record = { order: { number: '1', lines: [{ name: 'b' }, { name: 'a' }] } };
  const before = structuredClone(record);
  await evaluate("order ~> |lines|{'name': 'changed'}, ['quantity']|", record);
  await evaluate('$sort(order.lines.name)', record);
  expect(record).toEqual(before);
  expect(await evaluate('($x := 1; $x)')).toBe(1);
  expect(await evaluate('$x')).toBeUndefined();
});

test('many evaluations of one expression at once keep apart', async () => {
  const expression = compileExpression(
    "$map([1..50], function($i) { $string($i) & key }) ~> $join(',')",
    'remarks',
  );
  const answers = await Promise.all(['a', 'b', 'c'].map((key) => expression.evaluate({ key })));
  expect(answers.map((answer) => String(answer).slice(0, 5))).toEqual(['1a,2a', '1b,2b', '1c,2c']);
});

describe('nothing but the record can be reached', () => {
  test.each([
    'globalThis',
    '$globalThis',
    'process.env',
    'order.constructor',
    'order.__proto__',
    'order.toString',
    "$lookup(order, 'constructor')",
    "$lookup(order, '__proto__')",
    'order.number.constructor',
    'order.lines.constructor.constructor',
    "$eval('globalThis')",
    "$eval('order.constructor')",
    '$string.constructor',
    '$.constructor.prototype',
  ])('%s gives nothing', async (source) => {
    expect(await evaluate(source).catch(() => undefined)).toBeUndefined();
  });

  test.each([
    "$eval('1+')",
    '$constructor()',
    "order.constructor('return 1')()",
    '$fetch("x")',
    '$require("fs")',
  ])('%s fails', async (source) => {
    expect((await problemOf(source)).code).toBe('mapping_failed');
  });

  test('objects that it makes do not change other objects', async () => {
    await evaluate("{'__proto__': {'polluted': true}}").catch(() => undefined);
    await evaluate(
      "$merge([{'__proto__': {'polluted': true}}, {'constructor': {'prototype': {'polluted': true}}}])",
    ).catch(() => undefined);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

describe('bounds', () => {
  test.each([
    ['an endless loop', '($f := function($n) { $f($n + 1) }; $f(0))', 'too_many_steps'],
    ['an endless loop in $eval', "$eval('($f := function($n) { $f($n + 1) }; $f(0))')", 'D3121'],
    ['an endless recursion', '($f := function($n) { 1 + $f($n + 1) }; $f(0))', 'D1011'],
    ['a huge range', '[1..10000000]', 'D2015'],
    ['a range beyond the limit', '[1..10001]', 'D2015'],
    ['a product of ranges', '$map([1..5000], function($i) { $sum([1..5000]) })', 'too_many_steps'],
    ['a list of long lists', '$map([1..9000], function($i) { [1..9000] })', 'too_many_steps'],
    [
      'a list that grows with every step',
      '$reduce([1..9000], function($list, $i) { $append($list, $i) })',
      'too_many_steps',
    ],
    [
      'a text that doubles',
      "($f := function($s, $n) { $n = 0 ? $s : $f($s & $s, $n - 1) }; $f('x', 25))",
      'too_long',
    ],
    [
      'a text that doubles beyond what can be held',
      "($f := function($s, $n) { $n = 0 ? $s : $f($s & $s, $n - 1) }; $f('x', 60))",
      'too_long',
    ],
    [
      'objects that double',
      "($f := function($o, $n) { $n = 0 ? $o : $f({'a': $o, 'b': $o}, $n - 1) }; $f(1, 40))",
      'too_long',
    ],
    [
      'lists that double',
      '($f := function($o, $n) { $n = 0 ? $o : $f([[$o], [$o]], $n - 1) }; $f(1, 40))',
      'too_long',
    ],
    ['a value nested without end', "$reduce([1..2000], function($o, $i) { {'a': $o} })", 'too_long'],
    ['many texts of some length', "[1..9000].('a value of some length')", 'too_long'],
    [
      'an object that is large',
      "$merge($map([1..9000], function($i) { {$string($i): 'a value of some length'} }))",
      'too_long',
    ],
  ])('%s is stopped', async (_, source, reason) => {
    const problem = await problemOf(source);
    expect(problem).toMatchObject({ kind: 'rejected', code: 'mapping_failed' });
    expect(problem.params).toMatchObject({ field: 'remarks', reason });
  });

  /** Each of them took from 500 MB to all that there is. */
  test.each([
    ['a step over ranges', '[1..9999].[1..9999]', 'too_many_steps'],
    [
      'a list of lists that is counted only',
      '$count($map([1..9999], function($x) { [1..9999] }))',
      'too_many_steps',
    ],
    ['a width', '$length($pad("a", 400000000))', 'too_long'],
    ['a width that is given in part', '($wide := $pad(?, 400000000); $length($wide("a")))', 'too_long'],
    ['many texts', '$count($map([1..9000], function($x) { $pad("a", 9000 + $x / 10) }))', 'too_long'],
    ['a separator', '$length($join([1..9999].$string($), $pad("a", 10000)))', 'too_long'],
    ['a replacement', '$length($replace($pad("a", 10000, "a"), "a", $pad("b", 10000)))', 'too_long'],
    [
      'a replacement by a pattern',
      '$length($replace($pad("a", 10000, "a"), /a/, $pad("b", 10000)))',
      'too_long',
    ],
    ['a text that is split', '$count($split($join([1..99999].("abcdefghij")), ""))', 'D2015'],
    [
      'a text of what holds itself',
      '$length($string($reduce([1..30], function($o, $i) { {"a": $o, "b": $o} }, 1)))',
      'too_long',
    ],
    [
      'a text joined to what holds itself',
      '$length($reduce([1..30], function($o, $i) { {"a": $o, "b": $o} }, 1) & "")',
      'too_long',
    ],
  ])('%s takes no memory to speak of', async (_, source, reason) => {
    const before = process.resourceUsage().maxRSS;
    expect((await problemOf(source)).params).toMatchObject({ field: 'remarks', reason });
    expect(process.resourceUsage().maxRSS - before).toBeLessThan(150_000);
  });

  test('work is bounded where the clock stands still', async () => {
    const now = Date.now;
    Date.now = () => 1;
    try {
      const problem = await problemOf('($f := function($n) { $f($n + 1) }; $f(0))');
      expect(problem.params).toMatchObject({ reason: 'too_many_steps' });
    } finally {
      Date.now = now;
    }
  });

  test('one that is stopped stops neither the next record nor another field', async () => {
    const source = '($f := function($n) { $n = order.number ? "done" : $f($n + 1) }; $f(0))';
    const [stopped, ended] = await Promise.all([
      problemOf(source, { order: { number: -1 } }),
      evaluate(source, { order: { number: 50 } }),
    ]);
    expect(stopped.code).toBe('mapping_failed');
    expect(ended).toBe('done');
    expect(await evaluate(source, { order: { number: 60 } })).toBe('done');
  });

  test('an honest expression over a hundred lines stays within them', async () => {
    const lines = Array.from({ length: 100 }, (_, index) => ({
      name: `Mug ${index}`,
      quantity: String(index),
    }));
    const source = "$join(order.lines.(name & ' × ' & quantity & ' of ' & $count($$.order.lines)), ', ')";
    expect(await evaluate(source, { order: { lines } })).toContain('Mug 99 × 99 of 100');
  });

  test('regular expressions, dates and padding are as JSONata has them', async () => {
    expect(await evaluate("$replace(order.note, /\\s+/, ' ')")).toBe('please ring twice');
    expect(await evaluate("$pad('7', -4, '0')")).toBe('0007');
    expect(await evaluate("$fromMillis(0, '[D01]-[M01]-[Y0001]')")).toBe('01-01-1970');
  });

  test('a source that is too long is refused when it is saved', () => {
    expect(() => compileExpression(`'${'x'.repeat(4_000)}'`, 'remarks')).toThrow(/longer than 4000/);
  });
});

describe('failures', () => {
  test.each(["'open", 'order.(', '1 +', '}'])('%s is refused when it is saved, with the place', (source) => {
    expect(() => compileExpression(source, 'remarks')).toThrow(/position/);
  });

  test.each([
    '$number(order.note)',
    '$error(order.note)',
    '$assert(false, order.note)',
    'order.note + 1',
    '$eval(order.note & " (")',
  ])('%s names the field and tells nothing of the record', async (source) => {
    const problem = await problemOf(source);
    expect(problem.params).toMatchObject({ field: 'remarks', reason: expect.stringMatching(/^[A-Z]\d{4}$/) });
    expect(tellProblem(problem.toData(), en).message).toContain('"remarks"');
    expect(JSON.stringify(problem.toData())).not.toMatch(/ring|twice/);
  });
});
