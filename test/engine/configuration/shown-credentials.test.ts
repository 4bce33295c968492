import { expect, test } from 'vitest';
import { shownCredentials } from '../../../src/engine/configuration/shown-credentials.ts';
import { nl } from '../../../src/texts/nl.ts';

const address = 'https://shop.example.my.salesforce.com';

test('a choice is shown by its words, and not where it is what it would be anyway', () => {
  const shown = (credentials: Record<string, string>) => shownCredentials('salesforce', credentials, nl);
  const [, { value = '', label = '' } = {}] = shown({ address, access: 'person' });
  expect([label, value]).toEqual([
    nl.credentials.salesforce.access.label,
    nl.credentials.salesforce.access.values.person,
  ]);
  expect(shown({ address, access: 'app' })).toEqual([
    { label: nl.credentials.salesforce.address.label, value: address },
  ]);
});

test('what no form of this Koppel has is shown as it is stored', () => {
  expect(shownCredentials('salesforce', { later: 'x' }, nl)).toEqual([{ label: 'later', value: 'x' }]);
  expect(shownCredentials('gone', { later: 'x' }, nl)).toEqual([{ label: 'later', value: 'x' }]);
});
