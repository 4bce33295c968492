import { describe, expect, test } from 'vitest';
import type { Told } from '../../src/texts/catalogue.ts';
import * as germanFigures from '../../src/texts/de/figures.ts';
import { de } from '../../src/texts/de.ts';
import { en, type Texts } from '../../src/texts/en.ts';
import * as turkishFigures from '../../src/texts/tr/figures.ts';
import { tr } from '../../src/texts/tr.ts';
import { codesNamed, madeUp } from './made-up.ts';

interface Language {
  readonly texts: Texts;
  /** Words of settings that are the same in English. */
  readonly same: readonly string[];
  /** What follows the day of the month in March, when the days are that are made up. */
  readonly march: string;
}

const languages: readonly (readonly [string, Language])[] = [
  ['de', { texts: de, same: ['Name', 'SKU', 'Status'], march: '. März' }],
  ['tr', { texts: tr, same: ['SKU'], march: ' Mar' }],
];

const kinds = ['problems', 'reasons', 'notes'] as const;

interface Said {
  /** Which sentence, with which of its params. */
  readonly what: string;
  readonly english: string;
  readonly other: string;
}

/** Every sentence that a code can make, in English and in the other language. */
function sentences(texts: Texts): Said[] {
  const pairs = kinds.flatMap((kind) =>
    Object.keys(en[kind]).flatMap((code) =>
      madeUp(kind, code).flatMap((params, index) => {
        const english = parts(en[kind], code, params);
        const other = parts(texts[kind], code, params);
        return english.map((text, part) => ({
          what: `${kind}.${code} ${index}.${part}`,
          english: text,
          other: other[part] ?? '',
        }));
      }),
    ),
  );
  const fixed = (['advice', 'issues'] as const).flatMap((kind) =>
    Object.entries<string>(en[kind]).map(([code, english]) => ({
      what: `${kind}.${code}`,
      english,
      other: (texts[kind] as Readonly<Record<string, string>>)[code] ?? '',
    })),
  );
  return [...pairs, ...fixed, ...told(texts), ...ofAlerts(texts)];
}

function parts(catalogue: object, code: string, params: object): string[] {
  const said = (Reflect.get(catalogue, code) as (params: object) => Told | string)(params);
  return typeof said === 'string' ? [said] : [said.message, said.action];
}

function told(texts: Texts): Said[] {
  const problem = { message: '‹message›', action: '‹action›' };
  const both = (of: Texts) => [of.gaveUp(problem, 7001), of.inCircle(problem, ['‹1›', '‹2›'])];
  const others = both(texts);
  return both(en).flatMap(({ message, action }, index) => [
    { what: `told ${index}`, english: message, other: others[index]?.message ?? '' },
    { what: `told ${index}`, english: action, other: others[index]?.action ?? '' },
  ]);
}

function ofAlerts(texts: Texts): Said[] {
  const all = ({ alerts }: Texts) => [
    alerts.connection({ name: '‹name›' }),
    alerts.flow({ flow: '‹flow›', from: '‹from›', to: '‹to›' }),
    alerts.solved('‹about›', '‹message›'),
    alerts.record('‹key›'),
    alerts.records(7001, 1, '‹key›'),
    alerts.records(7001, 7002, '‹key›'),
    alerts.subject('‹name›', '‹code›', 7001),
    alerts.solvedSubject('‹name›', '‹code›'),
    alerts.test('‹name›'),
    alerts.summary('‹until›'),
    alerts.summarySubject('‹until›'),
    alerts.day('‹name›', '‹booked›', '‹left›', '‹parked›', '‹amounts›'),
    alerts.dayUnknown('‹name›'),
  ];
  const others = all(texts);
  return all(en).map((english, index) => ({ what: `alerts ${index}`, english, other: others[index] ?? '' }));
}

/** Texts, amounts, days and numbers that a sentence shows. */
const valuesOf = (text: string) => text.match(/‹[^›]+›|\d[\d.:-]*\d|\d/g) ?? [];
/** What stays as the product shows it: names in quotes and in code, scopes, ways through a menu, files. */
const namesOf = (text: string) =>
  text.match(/"[^"]+"|`[^`]+`|\b\w+(?:[_:]\w+)+\b|\w+ > \w+|docs\/\S+\.md|\S+@\S+\.com|ENCRYPTION_\w+/g) ??
  [];

/** `1234.50` and `2026-03-09` as the language writes them. */
function written(value: string, march: string): string {
  const [, year, day] = /^(\d{4})-03-(\d\d)$/.exec(value) ?? [];
  if (year !== undefined) return `${Number(day)}${march} ${year}`;
  const [whole = '', decimals] = value.split('.');
  if (decimals === undefined || !/^\d+$/.test(whole)) return value;
  return `${whole.replace(/\B(?=(\d{3})+$)/g, '.')},${decimals}`;
}

test('the params that are made up are of codes that there are, and leave no gap in English', () => {
  for (const kind of kinds)
    expect(Object.keys(en[kind])).toEqual(expect.arrayContaining([...codesNamed(kind)]));
  expect(sentences(en).filter(({ english }) => /undefined|\[object/.test(english))).toEqual([]);
});

describe.each(languages)('the sentences in %s', (_, { texts, same, march }) => {
  const said = sentences(texts);

  test('show every value that the English ones show', () => {
    const missing = said.flatMap(({ what, english, other }) =>
      valuesOf(english)
        .filter((value) => !other.includes(value) && !other.includes(written(value, march)))
        .map((value) => `${what}: ${value} in "${other}"`),
    );
    expect(missing).toEqual([]);
    expect(said.filter(({ other }) => /undefined|\[object/.test(other))).toEqual([]);
  });

  test('keep the names of settings, fields, scopes and menus', () => {
    // A button is called what it is called on the page.
    const [theirs, ours] = [en, texts].map(({ pages }) => pages.taskButtons.makeAgain);
    const missing = said.flatMap(({ what, english, other }) =>
      namesOf(english)
        .map((name) => (name === `"${theirs}"` ? `"${ours}"` : name))
        .filter((name) => !other.includes(name))
        .map((name) => `${what}: ${name} in "${other}"`),
    );
    expect(missing).toEqual([]);
  });

  test('are none of them English, nor partly', () => {
    expect(said.filter(({ english, other }) => english === other || other === '')).toEqual([]);
    const english = /\b(the|and|with|which|of|from|its|it|this|has|does)\b/i;
    const rests = said.filter(({ other }) => english.test(other.replace(/"[^"]*"|‹[^›]+›/g, '')));
    expect(rests.map(({ what, other }) => `${what}: ${other}`)).toEqual([]);
  });

  test('name and explain every setting, with the values that it can have', () => {
    for (const [flow, settings] of Object.entries(en.settings)) {
      const others = texts.settings[flow as keyof typeof en.settings] as Readonly<
        Record<string, SettingText>
      >;
      for (const [path, { label, help }] of Object.entries<SettingText>(settings)) {
        const other = others[path];
        const at = `${flow} ${path}`;
        expect([at, other?.label]).toEqual([at, expect.stringMatching(/^\p{Lu}.{1,30}$/u)]);
        expect([at, other?.help]).toEqual([at, expect.stringMatching(/^[\p{Lu}`].{8,}[^.]$/u)]);
        expect([at, other?.help]).not.toEqual([at, help]);
        if (!same.includes(label)) expect([at, other?.label]).not.toEqual([at, label]);
        expect([at, namesOf(help).filter((name) => !other?.help.includes(name))]).toEqual([at, []]);
      }
    }
  });

  test('say in words what is stored as a code', () => {
    const went = texts.problems.order_went_on({ system: 'Ecwid', what: ['paid', 'shipped', 'cancelled'] });
    const kind = texts.reasons.kind_excluded({ kind: 'person' });
    const left = texts.problems.account_left({ flow: 'orders:a:b' });
    const flow = texts.problems.flow_unsupported({ flow: 'customers' });
    const alert = texts.alerts.flow({ flow: 'stock', from: 'A', to: 'B' });
    const stored = /\b(paid|shipped|cancelled|person|orders|customers|stock)\b/;
    expect(
      [went.message, kind, left.message, flow.message, alert].filter((text) => stored.test(text)),
    ).toEqual([]);
  });
});

interface SettingText {
  readonly label: string;
  readonly help: string;
}

test('no Turkish sentence puts a suffix on a value', () => {
  const suffixed = sentences(tr).filter(({ other }) =>
    /›['’\p{L}]|(?<!\p{L})\d+['’\p{L}]/u.test(withoutNames(other)),
  );
  expect(suffixed.map(({ what, other }) => `${what}: ${other}`)).toEqual([]);
});

/** Without a time of day, which is written with letters. */
function withoutNames(text: string): string {
  return text.replace(/\d{4}-\d\d-\d\dT[\d:]+Z/g, '');
}

describe.each([
  ['de', germanFigures, '9. März 2026'],
  ['tr', turkishFigures, '9 Mar 2026'],
] as const)('figures in %s', (_, { amount, day }, march) => {
  test('are written with a comma, in groups, with the decimals that they have', () => {
    expect(['1234567.50', '-0.05', '21', '0.1234', '12345678901234567.89'].map(amount)).toEqual([
      '1.234.567,50',
      '-0,05',
      '21',
      '0,1234',
      '12.345.678.901.234.567,89',
    ]);
  });

  test('are shown as they are where they are none', () => {
    expect(['', 'about 3', '1e3', '1,5'].map(amount)).toEqual(['', 'about 3', '1e3', '1,5']);
    expect(['2026-03-09', '', '2026-13-45', '2026-03-09T10:00:00Z'].map(day)).toEqual([
      march,
      '',
      '2026-13-45',
      '2026-03-09T10:00:00Z',
    ]);
  });
});
