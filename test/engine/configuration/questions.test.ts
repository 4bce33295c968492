import { describe, expect, test } from 'vitest';
import { connectors } from '../../../src/connectors/registry.ts';
import { questionsOf, valueAt, withAnswers } from '../../../src/engine/configuration/questions.ts';
import { type SettingSchema, schemaOf } from '../../../src/engine/configuration/setting-schema.ts';
import { flows } from '../../../src/flows/registry.ts';
import { languages, textsIn } from '../../../src/texts/languages.ts';

function document(
  from: string,
  to: string,
  names: readonly (typeof flows)[number]['name'][],
  enabled = true,
) {
  return {
    connections: {
      one: { connector: from, credentials: {} },
      other: { connector: to, credentials: {} },
    },
    flows: names.map((flow) => ({ flow, from: 'one', to: 'other', enabled, settings: {}, mapping: {} })),
  };
}

function asked(...parts: Parameters<typeof document>): string[] {
  return questionsOf(document(...parts)).map(({ path }) => path.join('.'));
}

function askedPaths(schema: SettingSchema, above: readonly string[] = []): string[] {
  return [
    ...(schema.asked === undefined ? [] : [above.join('.')]),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, inner]) =>
      askedPaths(inner, [...above, name]),
    ),
  ];
}

describe('the questions of a link', () => {
  test('into books are about what is booked, and what the books list', () => {
    expect(asked('ecwid', 'jortt', ['orders'])).toEqual([
      'paid',
      'statuses',
      'document',
      'state',
      'refunds',
      'since',
      'revenueAccount.byRate',
      'paymentMethods',
      'revenueAccount.shipping',
    ]);
  });

  test('into a shop are others: nothing is sent there, credited, or booked on an account', () => {
    const paths = asked('jortt', 'magento', ['orders']);
    expect(paths).toContain('paid');
    for (const path of ['state', 'document', 'revenueAccount.byRate']) expect(paths).not.toContain(path);
    expect(asked('shopify', 'ecwid', ['stock'])).toEqual(['sourceLocations', 'quantity', 'safetyStock']);
    expect(asked('ecwid', 'shopify', ['stock'])).toEqual(['targetLocation', 'quantity', 'safetyStock']);
  });

  test('are not about payments where the shop knows of none, whose orders would all be left out', () => {
    expect(asked('jortt', 'salesforce', ['orders'])).toContain('paid');
    expect(asked('salesforce', 'jortt', ['orders'])).not.toContain('paid');
  });

  test('are nine at most for every pair, the one that matters most first, and none of what is switched off', () => {
    const names = flows.map(({ name }) => name);
    for (const from of connectors) {
      for (const to of connectors) {
        const questions = questionsOf(document(from.id, to.id, names));
        expect(questions.length).toBeLessThanOrEqual(9);
        expect(questions.map(({ rank }) => rank)).toEqual(
          questions.map(({ rank }) => rank).toSorted((a, b) => a - b),
        );
      }
    }
    expect(asked('ecwid', 'jortt', ['orders'], false)).toEqual([]);
  });

  test.each(languages)('have words in %s, each setting that may be asked for, and no other', (language) => {
    const words: Readonly<Record<string, Readonly<Record<string, object>>>> =
      textsIn(language).pages.questions;
    for (const flow of flows) {
      const paths = askedPaths(schemaOf(flow));
      expect([flow.name, Object.keys(words[flow.name] ?? {}).sort()]).toEqual([flow.name, paths.sort()]);
    }
  });
});

test('answers take their places, what is not answered is as by default, and nothing else is touched', () => {
  const settings = {
    state: 'sent',
    paid: true,
    vat: { oss: 'park', byRate: { default: '9' } },
    lines: 'split',
  };
  const paths = [['state'], ['paid'], ['vat', 'byRate'], ['revenueAccount', 'byRate']];
  const answers = { state: 'draft', vat: { byRate: { map: { '21': '21' } } } };
  const after = withAnswers(settings, paths, answers);
  expect(after).toEqual({
    state: 'draft',
    vat: { oss: 'park', byRate: { map: { '21': '21' } } },
    revenueAccount: {},
    lines: 'split',
  });
  expect(valueAt(after, ['vat', 'byRate', 'map', '21'])).toBe('21');
  expect(valueAt(after, ['vat', 'none', 'map'])).toBeUndefined();
});
