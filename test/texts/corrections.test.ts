import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readConfiguration } from '../../src/engine/configuration/configuration.ts';
import { checkMapping } from '../../src/mapping/fields.ts';
import { type Issue, issueOf } from '../../src/mapping/issue.ts';
import type { Params } from '../../src/texts/catalogue.ts';
import { en } from '../../src/texts/en.ts';
import { languages, textsIn } from '../../src/texts/languages.ts';
import { tellIssue } from '../../src/texts/tell.ts';

const others = languages.filter((language) => language !== 'en');

/** For every code, whatever it takes: each value is found again in the sentence. */
const params: Params = {
  ...{ expected: 'q-type', least: 37, most: 37, max: 37, count: 37, format: 'q-format' },
  ...{ reason: 'q-reason', position: 37, token: 'q-token' },
  ...{ name: 'q-name', of: 'q-of', flow: 'q-flow', from: 'q-from', to: 'q-to', given: ['q-given'] },
  ...{ value: 'q-value', list: 'labels', system: 'q-system', right: 'q-right', possible: ['q-one', 'q-two'] },
  ...{ by: 'q-by', what: 'vat', ofOrders: true, values: ['q-one', 'q-two'] },
};
const ways: readonly Params[] = [
  { ...params, nearest: '"q-near"', names: ['q-one'], options: [], none: false },
  { ...params, nearest: '', names: ['q-one', 'q-two'], options: ['q-one', 'q-two'], none: false },
  { ...params, nearest: '', names: [], options: [], none: true, what: 'classification', ofOrders: false },
];
const cases = Object.keys(en.corrections).flatMap((code) => ways.map((given) => ({ code, params: given })));

/** Values, and what must be written as it is. */
function shown(text: string): string[] {
  const found = text.matchAll(
    /q-\w+|"[^"]*"|\b37\b|https:\/\/|\.\w+\.\w+\.com|\.myshopify\.com|\b[a-z]+[A-Z]\w+|\bflag\b|\bignore\b|04:00|a-z|0-9/g,
  );
  return [...new Set([...found].map(([part]) => part))].sort();
}

describe.each(others)('what is wrong with a field, in %s', (language) => {
  const texts = textsIn(language);

  test.each(cases)('$code is told in other words, with the same values', ({ code, params: given }) => {
    const [english, own] = [en, texts].map((each) =>
      tellIssue({ code, params: given, message: 'untold' }, each),
    );
    expect(own).not.toBe(english);
    expect(own).not.toMatch(/undefined|\[object|untold/);
    expect(shown(own ?? '')).toEqual(shown(english ?? ''));
  });

  test('every list of a system and every type has words of its own', () => {
    for (const list of ['ledgerAccounts', 'vatCodes', 'orderStatuses', 'taxClasses', 'locations'] as const) {
      const given = { value: 'x', list, system: 'Y', nearest: '', options: [], none: false };
      expect(texts.corrections.not_listed(given)).not.toContain(
        /is not an? (.*) of/.exec(en.corrections.not_listed(given))?.[1],
      );
    }
    for (const expected of ['string', 'number', 'array', 'object', 'boolean'])
      expect(texts.corrections.invalid_type({ expected })).not.toBe(
        en.corrections.invalid_type({ expected }),
      );
  });
});

describe('what is found has its English sentence, and what it takes to tell it', () => {
  const issuesOf = (document: unknown): readonly Issue[] => {
    try {
      readConfiguration(document, () => ({}));
      return [];
    } catch (error) {
      return (error as { issues: readonly Issue[] }).issues;
    }
  };

  test('of a whole document', () => {
    const issues = issuesOf({
      name: 'x',
      connections: {
        shop: { connector: 'ecwid', credentials: { storeId: 'x' } },
        books: { connector: 'none' },
      },
      flows: [{ flow: 'orders', from: 'shop', to: 'nowhere' }],
    });
    const told = issues.map((issue) => `${issue.path.join('.')}: ${tellIssue(issue, textsIn('nl'))}`);
    expect(told).toContain('connections.shop.credentials.storeId: moet het nummer van de winkel zijn');
    expect(told).toContain('flows.0.to: moet de naam van een verbinding zijn; "nowhere" is er geen');
    expect(told.find((each) => each.startsWith('connections.books.connector'))).toContain(
      'moet een van deze',
    );
    const { message } = issues.find(({ path }) => path.at(-1) === 'storeId') ?? {};
    expect(message).toBe('must be the number of the store');
    const german = issues.map((issue) => tellIssue(issue, textsIn('de')));
    expect(german.filter((text, at) => text === issues[at]?.message)).toEqual([]);
  });

  test.each([
    [z.object({ x: z.string() }), { x: 1 }, 'moet een tekst zijn'],
    [z.object({ x: z.enum(['a', 'b']) }), { x: 'c' }, 'moet een van deze zijn: a, b'],
    [z.object({ x: z.string().max(3) }), { x: 'abcd' }, 'mag hooguit 3 tekens hebben'],
    [z.object({ x: z.array(z.string()).min(1) }), { x: [] }, 'moet 1 of meer waarden hebben'],
    [z.object({ x: z.number().max(5) }), { x: 6 }, 'moet 5 of minder zijn'],
    [z.object({ x: z.number().int() }), { x: 1.5 }, 'moet een geheel getal zijn'],
    [z.object({ x: z.union([z.string(), z.number()]) }), { x: null }, 'is niet wat het moet zijn'],
    [z.strictObject({}), { x: 1 }, 'is hier niet bekend'],
    [z.object({ x: z.email() }), { x: 'y' }, 'is niet geschreven als email'],
    [
      z.object({
        x: z
          .string()
          .superRefine((_, context) =>
            context.addIssue({ code: 'custom', message: 'needed_to_sign', params: { given: ['key'] } }),
          ),
      }),
      { x: 'y' },
      'ontbreekt: om te ondertekenen is het nodig naast key',
    ],
  ])('by a schema: case %#', (schema, given, told) => {
    const [found] = schema.safeParse(given).error?.issues ?? [];
    if (found === undefined) throw new Error('it is right');
    const issue = issueOf(found);
    expect([issue.path.join('.'), tellIssue(issue, textsIn('nl'))]).toEqual(['x', told]);
    expect(issue.message).not.toBe(issue.code);
  });

  test('what zod says by itself stays in the API as it was', () => {
    const [found] = z.object({ x: z.string() }).safeParse({ x: 1 }).error?.issues ?? [];
    expect(found && issueOf(found).message).toBe('Invalid input: expected string, received number');
  });

  test('of an expression', () => {
    const [issue] = checkMapping({ remarks: '1 +' }, { '': z.object({ remarks: z.string() }) });
    expect(issue).toMatchObject({
      code: 'not_jsonata',
      message: expect.stringMatching(/^is not a JSONata expression: S\d+/),
    });
    expect(tellIssue(issue as Issue, textsIn('nl'))).toMatch(
      /^is geen JSONata-expressie: S\d+ op positie 3 bij "\(end\)"$/,
    );
    const [long] = checkMapping({ remarks: 'x'.repeat(5_000) }, { '': z.object({ remarks: z.string() }) });
    expect(long?.message).toBe('is not a JSONata expression: is longer than 4000 characters');
  });
});
