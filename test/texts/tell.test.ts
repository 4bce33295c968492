import { describe, expect, test } from 'vitest';
import { alertText, plainWriting } from '../../src/alerts/texts.ts';
import { showActivity, showProblem } from '../../src/engine/reporting/views.ts';
import type { Params } from '../../src/texts/catalogue.ts';
import { en } from '../../src/texts/en.ts';
import { languages, textsIn } from '../../src/texts/languages.ts';
import { tellNote, tellReason } from '../../src/texts/tell.ts';

/** Names of all params that there are, each with something that nobody expects there. */
const names = [
  'advice',
  'circle',
  'field',
  'fields',
  'issue',
  'name',
  'options',
  'reason',
  'said',
  'setting',
  'status',
  'stores',
  'system',
  'tried',
  'value',
  'values',
];
const odd: readonly (readonly [string, unknown])[] = [
  ['none', {}],
  ['null', null],
  ['texts', Object.fromEntries(names.map((name) => [name, '__proto__']))],
  ['numbers', Object.fromEntries(names.map((name) => [name, 7]))],
  ['lists', Object.fromEntries(names.map((name) => [name, []]))],
  ['objects', Object.fromEntries(names.map((name) => [name, { constructor: null }]))],
];
const codes = [...Object.keys(en.problems), 'of_a_later_koppel', '__proto__', 'toString', ''];

const cases = languages.flatMap((language) => odd.map(([name, given]) => [name, language, given] as const));

describe.each(cases)('a code that was stored with other params (%s), in %s', (_, language, given) => {
  const params = given as Params;
  const texts = textsIn(language);

  test('is shown as a problem', () => {
    const views = codes.map((code) => showProblem({ code, params }, texts));
    expect(
      views.filter(({ message, action }) => `${typeof message} ${typeof action}` !== 'string string'),
    ).toEqual([]);
  });

  test('is told in an alert, and in the log', () => {
    const place = { kind: 'integration' } as const;
    const about = { integration: 'mugs', name: 'Mugs', language, place, count: 1, reasons: 1, key: '1' };
    const entry = {
      id: 1,
      at: 0,
      flow: 'orders:a:b',
      key: '1',
      task: 1,
      targetId: null,
      calls: 0,
      sealed: null,
    };
    for (const code of codes) {
      expect(
        alertText({ kind: 'problem', ...about, code, params }, texts, plainWriting, undefined),
      ).toContain('Mugs');
      expect(showActivity({ ...entry, outcome: 'parked', reason: code, params }, texts).reason).toContain(
        code,
      );
    }
  });

  test('is told as a reason, and as a note', () => {
    for (const code of [...Object.keys(en.reasons), 'of_a_later_koppel'])
      expect(typeof tellReason({ code, params }, texts)).toBe('string');
    for (const code of [...Object.keys(en.notes), 'of_a_later_koppel'])
      expect(typeof tellNote({ code, params }, texts)).toBe('string');
  });
});

test('a problem in a circle names all that wait for each other, and the first once more', () => {
  const params = { system: 'Magento 2', sku: 'B', by: ['7'], circle: ['1', '2', '3'] };
  const { message, action } = showProblem({ code: 'sku_taken', params }, en);
  expect(message).toContain('"B" belongs to something else in Magento 2: 7.');
  expect(message).toContain('1, 2, 3, 1.');
  expect(action).toContain('the others follow by themselves');
});
