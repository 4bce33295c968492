import { describe, expect, test } from 'vitest';
import { en } from '../../src/texts/en.ts';
import { inWords } from '../../src/texts/in-words.ts';
import { languages, textsIn } from '../../src/texts/languages.ts';

describe('a sentence in words', () => {
  test('names settings and their values as the forms do', () => {
    expect(inWords(en.problems.order_refunded({ amount: '6.99', currency: 'EUR' }).action, en)).toBe(
      'Credit it in the target by hand and skip this, or set “Refunds” to “Credit them” and retry.',
    );
    expect(inWords(en.reasons.not_paid(), en)).toBe('not paid, and “Paid” is “yes”');
    expect(inWords('Set "fields.price" and "fields.listPrice" to "never".', en)).toBe(
      'Set “Price” and “List price” to “Never”.',
    );
  });

  test('takes the settings of its own flow first', () => {
    const sentence = 'not in the target, and "create" is false';
    expect(inWords(sentence, en, 'customers')).toContain(`“${en.settings.customers.create.label}” is “no”`);
    const [pace] = ['Set a longer "every" at the flows.'];
    expect(inWords(pace ?? '', en)).toBe(`Set a longer “${en.pages.settingsForm.every.label}” at the flows.`);
  });

  test('names the choices of a connection', () => {
    const { duplicates } = en.credentials.salesforce;
    expect(inWords('let the connection save duplicates ("duplicates": "save")', en)).toBe(
      `let the connection save duplicates (“${duplicates.label}”: “${duplicates.values.save}”)`,
    );
  });

  test('leaves what names no setting, and a yes or no that is about none', () => {
    for (const sentence of [
      'map "reference" to something',
      'for instance "NL"',
      'That is true.',
      'The "Allow it" is Yes',
    ])
      expect(inWords(sentence, en)).toBe(sentence);
    expect(inWords('Correct "refunds". It is true.', en)).toBe('Correct “Refunds”. It is true.');
  });

  test.each(languages)('leaves no code of a setting in what is said of orders most: %s', (language) => {
    const texts = textsIn(language);
    const { problems, reasons } = texts;
    const said = [
      problems.order_refunded({ amount: '6.99', currency: 'EUR' }).action,
      problems.email_missing({ of: 'order' }).action,
      reasons.not_paid(),
      reasons.paid(),
      reasons.status_excluded({ status: 'NEW' }),
      reasons.draft({ status: 'NEW' }),
      reasons.not_created(),
    ];
    for (const sentence of said) {
      const words = inWords(sentence, texts, 'orders');
      expect(words).not.toMatch(/"|\btrue\b|\bfalse\b/);
      expect(words).toContain('“');
    }
  });
});
