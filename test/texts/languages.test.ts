import { describe, expect, test } from 'vitest';
import type { Texts } from '../../src/texts/en.ts';
import { en } from '../../src/texts/en.ts';
import { languages, textsIn } from '../../src/texts/languages.ts';
import { everyCase, tell } from './every-sentence.ts';

/** What says the same in two languages, and is right so. */
const alike: Readonly<Record<string, readonly string[]>> = {
  nl: ['Basis', 'Document', 'SKU', 'Status'],
  de: ['Name', 'SKU', 'Status'],
  tr: ['SKU'],
};

const others = languages.filter((language) => language !== 'en');
/** Once for each sentence; not those of a choice that the English one does not have. */
const cases = [
  ...new Map(
    everyCase(en).flatMap((each) => {
      const told = tell(each, en);
      if (told === null || told.some((sentence) => sentence.includes('undefined'))) return [];
      return [[[each.kind, each.code, ...told].join('\n'), { ...each, told }] as const];
    }),
  ).values(),
];

/** What a value that is not there leaves behind. */
const gap = /undefined|\[object|NaN| {2}|\( *\)| [.,;]/;

/** What of a sentence is the same in every language: params, settings and their values, scopes, paths, what stands in quotes. */
function kept(
  sentence: string,
  { makeAgain }: Texts['pages']['taskButtons'] = en.pages.taskButtons,
): string[] {
  // A button is called what it is called on the page.
  const found = sentence
    .replaceAll(`"${makeAgain}"`, '"make-again"')
    .matchAll(
      /q-[a-z]+-q|"[^"]*"|`[^`]*`|\b[a-z]+(?:[_:][a-z_]+)+|[\w/]*docs\/[\w./-]+\.md|\b37\b|(?:[A-Z]\w+ > )+[A-Z]\w+/gi,
    );
  return [...new Set([...found].map(([part]) => part.toLowerCase()))].sort();
}

test('the cases reach every sentence of every code', () => {
  const reached = new Set(cases.map(({ kind, code }) => `${kind} ${code}`));
  const all = [
    ...Object.keys(en.problems).map((code) => `problem ${code}`),
    ...Object.keys(en.reasons).map((code) => `reason ${code}`),
    ...Object.keys(en.notes).map((code) => `note ${code}`),
  ];
  expect(all.filter((code) => !reached.has(code))).toEqual([]);
});

describe.each(others)('the catalogue in %s', (language) => {
  const texts = textsIn(language);
  const same = alike[language] ?? [];

  test('tells all that the English one tells, in other words', () => {
    const silent = cases.filter((each) => tell(each, texts) === null);
    expect(silent.map(({ code, params }) => [code, JSON.stringify(params)]).slice(0, 5)).toEqual([]);
    const repeated = cases.flatMap((each) =>
      (tell(each, texts) ?? []).filter((sentence, at) => sentence !== '' && sentence === each.told[at]),
    );
    expect([...new Set(repeated)].filter((sentence) => !same.includes(sentence))).toEqual([]);
  });

  test('shows every value, setting and path that the English one shows, and no others', () => {
    const wrong = cases.flatMap((each) => {
      const theirs = (tell(each, texts) ?? []).flatMap((told) => kept(told, texts.pages.taskButtons));
      const ours = each.told.flatMap((told) => kept(told));
      const lost = ours.filter((part) => !theirs.includes(part));
      const added = theirs.filter((part) => !ours.includes(part));
      return lost.length + added.length === 0 ? [] : [`${each.code}: lost ${lost}, added ${added}`];
    });
    expect([...new Set(wrong)]).toEqual([]);
  });

  test('leaves no gap where a value is not known', () => {
    const told = cases.map((each) => [each, (tell(each, texts) ?? []).join(' ')] as const);
    const gaps = told.filter(([each, sentence]) => gap.test(sentence) && !gap.test(each.told.join(' ')));
    expect([...new Set(gaps.map(([{ code }, sentence]) => `${code}: ${sentence}`))].slice(0, 5)).toEqual([]);
  });

  test('names and explains settings in its own words, with the same values and names of settings', () => {
    const pairs = Object.entries(en.settings).flatMap(([flow, settings]) =>
      Object.entries(settings).map(([name, english]) => {
        const own = Reflect.get(Reflect.get(texts.settings, flow), name) as typeof english;
        return { name: `${flow} ${name}`, english, own };
      }),
    );
    expect(pairs.length).toBeGreaterThan(100);
    const repeated = pairs.flatMap(({ english, own }) =>
      [own.label === english.label ? own.label : '', own.help === english.help ? own.help : ''].filter(
        Boolean,
      ),
    );
    expect(repeated.filter((text) => !same.includes(text))).toEqual([]);
    for (const { name, english, own } of pairs)
      expect([name, kept(own.help)]).toEqual([name, kept(english.help)]);
  });

  test('has issues, alerts and parts of its own', () => {
    for (const [code, english] of Object.entries(en.issues))
      expect(Reflect.get(texts.issues, code)).not.toBe(english);
    const alertsOf = ({ alerts }: typeof en) => [
      alerts.connection({ name: 'shop' }),
      alerts.flow({ flow: 'orders', from: 'shop', to: 'books' }),
      alerts.solved('Mugs', 'It broke.'),
      alerts.record('A-1'),
      alerts.records(3, 1, 'A-1'),
      alerts.records(3, 2, 'A-1'),
      alerts.subject('Mugs', 'oss', 3),
      alerts.solvedSubject('Mugs', 'oss'),
      alerts.test('shop'),
      alerts.testSubject(),
      alerts.summary('A-1'),
      alerts.summarySubject('A-1'),
      alerts.day('Mugs', '3', '2', '2', '€ 12.10'),
      alerts.dayUnknown('Mugs'),
      alerts.noLinks(),
    ];
    for (const [at, english] of alertsOf(en).entries()) {
      const own = alertsOf(texts)[at] ?? '';
      expect(own).not.toBe(english);
      for (const shown of ['shop', 'books', 'Mugs', 'It broke.', 'A-1', 'oss', '3', '2'])
        if (english.includes(shown)) expect(own).toContain(shown);
    }
    for (const part of ['email', 'vatNumber', 'phone'])
      expect(texts.partName(part)).not.toBe(en.partName(part));
    expect(texts.partName('custom.branch__c')).toBe('custom.branch__c');
  });

  test('says how often it was tried, and who waits for whom', () => {
    const params = { system: 'Jortt', tried: 37, fields: [], status: 500 };
    const { message, action } = { ...en.gaveUp({ message: 'A.', action: 'B.' }, 37) };
    const own = texts.gaveUp({ message: 'A.', action: 'B.' }, params.tried);
    expect(own.message).toMatch(/^A\. .*37/);
    expect([own.message, own.action]).not.toEqual([message, action]);
    const circle = texts.inCircle({ message: 'A.', action: 'B.' }, ['1', '2', '3']);
    expect(circle.message).toMatch(/^A\. .*1, 2, 3, 1/);
  });
});
