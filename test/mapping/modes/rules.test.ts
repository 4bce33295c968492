import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileExpression } from '../../../src/mapping/expression.ts';
import { compileRule } from '../../../src/mapping/modes/compile-rule.ts';
import { printPath, type Step } from '../../../src/mapping/modes/path.ts';
import { readRule } from '../../../src/mapping/modes/read-rule.ts';
import { type Rule, rule, type Scope } from '../../../src/mapping/modes/rule.ts';
import { parseTemplate, printTemplate, TemplateError } from '../../../src/mapping/modes/template.ts';

const scope: Scope = { roots: ['order'], main: 'order' };
const ofLines: Scope = { roots: ['order', 'line'], main: 'line' };

const number = { path: [{ name: 'order' }, { name: 'number' }] };

describe('what each rule is as an expression', () => {
  test.each<[Rule, string]>([
    [{ mode: 'fixed', value: 'Say "hi"\n' }, '"Say \\"hi\\"\\n"'],
    [{ mode: 'fixed', value: -2.5 }, '-2.5'],
    [{ mode: 'fixed', value: true }, 'true'],
    [{ mode: 'fixed', value: ['a', 'b'] }, '["a", "b"]'],
    [{ mode: 'field', path: 'order.lines[0].name' }, 'order.lines[0].name'],
    [{ mode: 'field', path: 'order.extras.`a.b`' }, 'order.extras.`a.b`'],
    [{ mode: 'text', text: 'Order {number} of {customer.name}' }, '"Order " & order.number & " of " & order.customer.name'],
    [{ mode: 'text', text: '{note}', most: 20 }, '$substring($string(order.note), 0, 20)'],
    [{ mode: 'text', text: 'No {number}', most: 20 }, '$substring("No " & order.number, 0, 20)'],
    [
      {
        mode: 'table',
        by: 'order.paymentMethod',
        rows: [
          { when: 'iDEAL', becomes: 1 },
          { when: 'PayPal', becomes: 2 },
        ],
        default: 3,
      },
      'order.paymentMethod = "iDEAL" ? 1 : order.paymentMethod = "PayPal" ? 2 : 3',
    ],
    [
      { mode: 'table', by: 'order.paid', rows: [{ when: true, becomes: 'yes' }], force: 'no' },
      'true ? "no" : order.paid = true ? "yes"',
    ],
  ])('%j', (each, source) => {
    expect(compileRule(each, scope)).toBe(source);
    expect(readRule(source, scope)).toEqual(each);
  });

  test('the fields of the main root need no root', () => {
    expect(compileRule({ mode: 'text', text: '{name} ({order.number})' }, ofLines)).toBe(
      'line.name & " (" & order.number & ")"',
    );
    expect(compileRule({ mode: 'field', path: 'name' }, ofLines)).toBe('line.name');
    expect(readRule('line.name & "!"', ofLines)).toEqual({ mode: 'text', text: '{name}!' });
  });

  test('what needs no field is a fixed value', () => {
    expect(readRule(compileRule({ mode: 'text', text: 'Thanks {{all}}', most: 9 }, scope), scope)).toEqual({
      mode: 'fixed',
      value: 'Thanks {a',
    });
  });
});

describe('an expression that somebody wrote', () => {
  test.each<[string, Rule]>([
    ["'Order ' & order.number", { mode: 'text', text: 'Order {number}' }],
    [' order . number ', { mode: 'field', path: 'order.number' }],
    ['order."number"', { mode: 'field', path: 'order.number' }],
    ["'a'", { mode: 'fixed', value: 'a' }],
    ['- 5', { mode: 'fixed', value: -5 }],
    [
      "line.sku = 'BOX-12' ? 12 : 1",
      { mode: 'table', by: 'line.sku', rows: [{ when: 'BOX-12', becomes: 12 }], default: 1 },
    ],
  ])('%s is shown as the simplest rule', (source, expected) => {
    expect(readRule(source, ofLines)).toEqual(
      expected.mode === 'text' ? { ...expected, text: 'Order {order.number}' } : expected,
    );
  });

  test.each([
    // An empty text before it makes a text of what is not there.
    "'' & order.number",
    "'a' & (order.number & 'b')",
    '$string(order.number, true)',
    '$substring(order.note, 1, 20)',
    '$substring(order.note, 0, 20)',
    'order.lines[]',
    'order.lines[-1].name',
    'order.lines[quantity > 1].name',
    'order.lines^(name)',
    '$.order.number',
    'order.*',
    'null',
    "order.number != 'a' ? 'b' : 'c'",
    "order.number = 'a' ? order.date : 'c'",
    "order.number = 'a' ? 'b' : order.date = 'x' ? 'y' : 'c'",
    "false ? 'a' : order.number = 'a' ? 'b'",
    'order.number &',
    '(order.number)',
    'order.number ~> $uppercase',
  ])('%s is a formula, and stays as it is', (source) => {
    expect(readRule(source, scope)).toEqual({ mode: 'formula', expression: source });
    expect(compileRule(readRule(source, scope), scope)).toBe(source);
  });
});

const name = fc.oneof(
  fc.constantFrom('number', 'note', 'customer', 'and', 'true', 'function', 'a b', 'a.b', 'ü', '{x}', 'a[0]'),
  fc.string({ minLength: 1, maxLength: 5, unit: 'binary' }).filter((text) => !text.includes('`')),
);
const step: fc.Arbitrary<Step> = fc.oneof(
  name.map((each) => ({ name: each })),
  fc.record({ name, at: fc.nat(999_999) }),
);
const path = fc
  .array(step, { minLength: 1, maxLength: 4 })
  .map((steps) => printPath([{ name: 'order' }, ...steps]) ?? 'order.number');
const text = fc.oneof(fc.string({ maxLength: 8, unit: 'binary' }), fc.constantFrom('{', '}}', '"', '\\u0041', '\n'));
const scalar = fc.oneof(text, fc.boolean(), fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }));
const optional = <Name extends string, Value>(named: Name, value: fc.Arbitrary<Value>) =>
  fc.option(value, { nil: undefined }).map((each) => (each === undefined ? {} : { [named]: each }));
const plainPath = fc.constantFrom('number', 'customer.name', 'lines[0].sku');
const template = fc
  .array(
    fc.oneof(
      text.map((words) => words.replaceAll('{', '{{').replaceAll('}', '}}')),
      plainPath.map((each) => `{${each}}`),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts) => parts.join(''))
  .filter((whole) => whole !== '');
const rules: fc.Arbitrary<Rule> = fc.oneof(
  fc.oneof(scalar, fc.array(text)).map((value): Rule => ({ mode: 'fixed', value })),
  path.map((each): Rule => ({ mode: 'field', path: each })),
  fc
    .tuple(template, optional('most', fc.integer({ min: 1, max: 10_000 })))
    .map(([each, most]): Rule => ({ mode: 'text', text: each, ...most })),
  fc
    .tuple(
      path,
      fc.array(fc.record({ when: scalar, becomes: scalar }), { minLength: 1, maxLength: 6 }),
      optional('default', scalar),
      optional('force', scalar),
    )
    .map(([by, rows, ...more]): Rule => Object.assign({ mode: 'table' as const, by, rows }, ...more)),
);

/** What a rule is once it was an expression: zero has one sign, and a text without fields is a fixed value. */
function asRead(each: Rule): Rule {
  const plain = JSON.parse(JSON.stringify(each)) as Rule;
  if (plain.mode !== 'text') return plain;
  const parts = parseTemplate(plain.text, scope);
  const [first = ''] = parts;
  if (parts.length > 1 || typeof first !== 'string') return plain;
  return { mode: 'fixed', value: [...first].slice(0, plain.most).join('') };
}

test('every rule is read back out of its expression, and gives that again', () => {
  fc.assert(
    fc.property(rules, (each) => {
      expect(rule.safeParse(each).success).toBe(true);
      const source = compileRule(each, scope);
      expect(readRule(source, scope)).toEqual(asRead(each));
      expect(compileRule(readRule(source, scope), scope)).toBe(source);
    }),
    { numRuns: 500 },
  );
});

test('a template is printed as it was read', () => {
  fc.assert(
    fc.property(template, (each) => {
      const parts = parseTemplate(each, scope);
      expect(parseTemplate(printTemplate(parts, scope) ?? '', scope)).toEqual(parts);
    }),
  );
  expect(parseTemplate('a{number}{{b}}', scope)).toEqual(['a', number, '{b}']);
});

test.each(['{', '}', 'a } b', '{}', '{a b}', '{$now()}', '{number', '{number.}', '{a..b}'])(
  '%s is no text with fields',
  (each) => {
    expect(() => parseTemplate(each, scope)).toThrow(TemplateError);
  },
);

describe('what comes of a rule', () => {
  const order = { number: 'SO-1', note: '', paymentMethod: 'iDEAL', paid: true, lines: [{ name: 'Mug' }] };
  const of = (each: Rule) => compileExpression(compileRule(each, scope), 'remarks').evaluate({ order });

  test.each<[Rule, unknown]>([
    [{ mode: 'text', text: '{number} {reference}!' }, 'SO-1 !'],
    [{ mode: 'text', text: '{reference}' }, undefined],
    [{ mode: 'text', text: '{number} 😀😀', most: 6 }, 'SO-1 😀'],
    [{ mode: 'field', path: 'order.lines[0].name' }, 'Mug'],
    [{ mode: 'field', path: 'order.lines[1].name' }, undefined],
    [{ mode: 'table', by: 'order.reference', rows: [{ when: 'x', becomes: 'y' }] }, undefined],
    [{ mode: 'table', by: 'order.reference', rows: [{ when: 'x', becomes: 'y' }], default: 'z' }, 'z'],
    [{ mode: 'table', by: 'order.paid', rows: [{ when: true, becomes: 'paid' }], default: 'z' }, 'paid'],
    [{ mode: 'table', by: 'order.note', rows: [{ when: '', becomes: 'none' }], default: 'z' }, 'none'],
    [{ mode: 'table', by: 'order.paymentMethod', rows: [{ when: 'iDEAL', becomes: 'a' }], force: 'b' }, 'b'],
  ])('%j', async (each, value) => {
    expect(await of(each)).toEqual(value);
  });
});
