import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Language, languages, textsIn } from '../../src/texts/languages.ts';

/** The lines of a language's files, without comments and imports. */
function linesOf(language: Language): string[] {
  const folder = `src/texts/${language}`;
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const sources = [`${folder}.ts`, ...files.map((file) => `${folder}/${file}`)];
  const lines = sources.flatMap((file) => readFileSync(file, 'utf8').split('\n'));
  return lines.filter((line) => !/^\s*(?:\/?\*|\/\/|import )/.test(line));
}

/** What a person does who wants a record not to be carried, as a button, a state and a sentence say it. */
const skipping: Readonly<Record<Language, RegExp>> = {
  en: /\bskip/i,
  nl: /\bsla (?:\S+ )?over\b|\boverslaan\b|\bovergeslagen\b/i,
  de: /überspr[iu]ng/i,
  tr: /\batla/i,
};

/** What no merchant has to know; Magento calls its own access an integration, and a part of its menu Configuration. */
const apiWords: Readonly<Record<Language, RegExp>> = {
  en: /\bpark(?:ed|s|ing)\b|(?<!> )\bintegrations?\b(?! is active| has)|(?<!> )\bconfigurations?\b/i,
  nl: /\bgeparkeerd\b|\bintegratie (?!is actief|heeft)|\bconfiguratie\b/i,
  de: /\bgeparkt\b|\bKonfiguration\b|\bIntegration (?!ist aktiv|hat)/,
  tr: /\bpark edil|yapılandırma/i,
};

describe.each(languages)('the words in %s', (language) => {
  const { pages, problems, reasons } = textsIn(language);

  test('quote in one way, that of the settings', () => {
    expect(linesOf(language).length).toBeGreaterThan(1000);
    expect(linesOf(language).filter((line) => /[“”„‘’‚«»]/.test(line))).toEqual([]);
  });

  test('call leaving a record out the same on its button, as its state and in what to do', () => {
    const { action } = problems.currency_unsupported({ currency: 'XAF', system: 'Jortt', held: ['EUR'] });
    const told = [
      pages.taskButtons.leaveOut,
      pages.states.skipped,
      pages.tasks.skipped.title,
      pages.sayings.skipped,
      reasons.left_out({ by: 'page' }),
      action,
    ];
    expect(told.filter((words) => !skipping[language].test(words))).toEqual([]);
  });

  test('are not those of the API', () => {
    const strings = linesOf(language).flatMap((line) => line.match(/'(?:[^'\\]|\\.)*'|`[^`]*`/g) ?? []);
    const sentences = strings
      .map((text) => text.replace(/\$\{[^}]*\}/g, ''))
      .filter((text) => text.includes(' '));
    expect(sentences.filter((text) => apiWords[language].test(text))).toEqual([]);
  });
});

test('German says du to its reader', () => {
  const formal = /\p{Ll}en Sie\b|\b(?:Ihnen|Ihrem|Ihren)\b/u;
  expect(linesOf('de').filter((line) => formal.test(line))).toEqual([]);
});
