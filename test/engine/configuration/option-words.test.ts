import { expect, test } from 'vitest';
import { fixed, type LookupName, optionsOf } from '../../../src/connectors/contract/lookups.ts';
import { paymentMethods } from '../../../src/connectors/mijnwebwinkel/orders/payment-methods.ts';
import { connectors } from '../../../src/connectors/registry.ts';
import { inReaderWords } from '../../../src/engine/configuration/option-words.ts';
import { textsIn } from '../../../src/texts/languages.ts';

const none = () => Promise.reject(new Error('no call'));

test('every status that a system has by a fixed code has a word in every language', async () => {
  const names: LookupName[] = ['orderStatuses', 'paymentStatuses'];
  const lists = connectors.flatMap(({ lookups = {} }) =>
    names.flatMap((name) => {
      const list = lookups[name];
      return list === undefined || typeof list === 'function' ? [] : [{ name, list }];
    }),
  );
  expect(lists.length).toBeGreaterThan(5);
  for (const { name, list } of lists) {
    const options = await optionsOf(list, none);
    const dutch = inReaderWords(name, options, true, textsIn('nl'));
    expect(dutch.map(({ value }) => value)).toEqual(options.map(({ value }) => value));
    for (const language of ['nl', 'de', 'tr'] as const)
      for (const [index, { value, label }] of inReaderWords(name, options, true, textsIn(language)).entries())
        if (value.toLowerCase() !== 'open' && !value.startsWith('tag:'))
          expect(label, `${language} ${value}`).not.toBe(options[index]?.label);
  }
});

test('payment methods that a shop lists by their codes are named', () => {
  const listed = fixed(...paymentMethods.filter((each) => !each.includes(':'))).options;
  const german = inReaderWords('paymentMethods', listed, false, textsIn('de'));
  expect(german).toContainEqual({ value: 'ideal', label: 'iDEAL' });
  expect(german).toContainEqual({ value: 'advance', label: 'Vorkasse' });
  expect(german.filter(({ label }) => label.includes('_'))).toEqual([]);
});

test('a name that a merchant gave stays, and so does every other list', () => {
  const own = [{ value: 'PAID', label: 'Money is in' }];
  expect(inReaderWords('paymentStatuses', own, false, textsIn('nl'))).toEqual(own);
  const taxes = [{ value: 'new', label: 'new' }];
  expect(inReaderWords('taxClasses', taxes, true, textsIn('nl'))).toEqual(taxes);
});
