import { describe, expect, test } from 'vitest';
import { en } from '../../src/texts/en.ts';
import { languages, textsIn } from '../../src/texts/languages.ts';
import { sentence } from '../../src/texts/sentence.ts';

/** What says the same in two languages, and is right so: a name, or a word that both have. */
const alike: Readonly<Record<string, readonly string[]>> = {
  nl: [
    'record.title',
    'record.one.products',
    'frame.status',
    'status.title',
    'level.inSystem',
    'level.record',
    'level.idIn',
    'level.recordIn',
    'parts.inSystem',
    'desk.records.products',
    'fields.account',
    'fields.sku',
    'fields.status',
    'targetFields.status',
    ...['connections.account', 'setupConnect.account', 'setupConnect.hooks', 'orderPage.inSource'],
    ...['product.record', 'product.inTarget', 'product.skuThere', 'product.variants'],
  ],
  de: [
    'changeList.name',
    'desk.what',
    'changeList.connector',
    'history.version',
    'history.number',
    ...['record.title', 'frame.status', 'status.title', 'configuration.id'],
    ...['level.inSystem', 'parts.inSystem'],
    ...['fields.name', 'fields.sku', 'fields.status'],
    ...['targetFields.Name', 'targetFields.customer_name', 'targetFields.name', 'targetFields.status'],
    ...['connections.name', 'orderPage.inSource', 'product.inTarget', 'product.skuThere'],
    ...['setupConnect.optional', 'setupConnect.hooks'],
    ...['targetFields.OpportunityId', 'targetFields.stateOrProvinceCode'],
  ],
  tr: ['record.title', 'fields.sku'],
};

type Parts = readonly unknown[];

/** A text with what it is made with; once for one, for several, and for what is not known. */
interface Case {
  readonly path: readonly string[];
  readonly parts: Parts;
}

/** Names of parts that are numbers, and of those that may not be known. */
const numbers = /^(count|max|days|links|activity|queued|waiting|right|total|batches|records|looked)$/;
const unsure = /^until$/;

function casesOf(texts: object, path: readonly string[] = []): Case[] {
  return Object.entries(texts).flatMap(([key, text]): Case[] => {
    const inner = [...path, key];
    if (typeof text === 'string') return [{ path: inner, parts: [] }];
    if (typeof text !== 'function') return casesOf(text as object, inner);
    const names = namesOf(text);
    return [1, 37].map((count) => ({ path: inner, parts: partsFor(names, count) }));
  });
}

function namesOf(text: unknown): string[] {
  const list = /^\(?([^)=]*?)\)?\s*=>/.exec(String(text))?.[1] ?? '';
  return list.split(',').flatMap((name) => (name.trim() === '' ? [] : [name.trim()]));
}

/** A part shows which it is: `«1»`. */
function partsFor(names: readonly string[], count: number): Parts {
  return names.map((name, at) => {
    if (numbers.test(name)) return count;
    return unsure.test(name) && count === 1 ? null : `«${at + 1}»`;
  });
}

function say({ path, parts }: Case, texts: object): string {
  const text: unknown = path.reduce((inner, key) => Reflect.get(inner as object, key), texts as unknown);
  if (typeof text === 'string') return text;
  const said: unknown = (text as (...parts: Parts) => unknown)(...parts);
  return Array.isArray(said) ? said.join('') : String(said);
}

const shownIn = (said: string) =>
  [
    ...new Set(said.match(/«\d»|"[a-z]\w*"|\b[A-Z]+_[A-Z_]+\b|\b37\b|\b(?:map|default|force)\b/g) ?? []),
  ].sort();

test('a sentence keeps its parts where the language puts them', () => {
  const link = { href: '/' };
  expect(sentence`See ${link}, or ${'wait'}.`).toEqual(['See ', link, ', or ', 'wait', '.']);
  expect(sentence`${link}`).toEqual(['', link, '']);
});

const cases = casesOf(en.pages);
const nameOf = ({ path }: Case) => path.join('.');

test('all words are looked at', () => {
  expect(cases.length).toBeGreaterThan(250);
});

test.each(languages)('a title in %s names one record of its flow, with a capital', (language) => {
  const { record, flows } = textsIn(language).pages;
  expect(Object.keys(record.one)).toEqual(Object.keys(flows));
  for (const one of Object.values(record.one))
    expect(record.title(one, '1234')).toMatch(/^\p{Lu}\p{Ll}.* 1234$/u);
  expect(Object.values(record.one)).not.toEqual(Object.values(flows));
});

describe.each(languages.filter((language) => language !== 'en'))('the pages in %s', (language) => {
  const own = textsIn(language).pages;

  test('have words of their own', () => {
    const repeated = cases.filter((each) => say(each, own) === say(each, en.pages)).map(nameOf);
    expect([...new Set(repeated)].filter((name) => !alike[language]?.includes(name))).toEqual([]);
  });

  test('show every part, setting and figure that the English ones show', () => {
    for (const each of cases)
      expect([nameOf(each), shownIn(say(each, own))]).toEqual([nameOf(each), shownIn(say(each, en.pages))]);
  });

  test('leave no gap', () => {
    const gap = /undefined|\[object|NaN| {2}| [.,;]/;
    expect(cases.filter((each) => gap.test(say(each, own))).map(nameOf)).toEqual([]);
  });
});
