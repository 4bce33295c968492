import { describe, expect, test } from 'vitest';
import { connectors } from '../../../src/connectors/registry.ts';
import { credentialFields } from '../../../src/engine/configuration/credential-fields.ts';
import { languages, textsIn } from '../../../src/texts/languages.ts';

const all = connectors.map((connector) => [connector.id, connector] as const);

describe('what opens %s', () => {
  test.each(all)('%s has a name, a help and a name for every value, in four languages', (_id, connector) => {
    for (const language of languages) {
      const texts = textsIn(language);
      const words = Reflect.get(texts.credentials, connector.id) as Record<string, { values?: object }>;
      expect(Object.keys(words).sort()).toEqual(Object.keys(connector.credentials.shape).sort());
      for (const field of credentialFields(connector, texts)) {
        expect(field.label, field.name).not.toBe('');
        expect(field.help, field.name).toMatch(/[.:]$/);
        const named = Object.keys(words[field.name]?.values ?? {}).sort();
        expect(named, field.name).toEqual((field.options ?? []).map(({ value }) => value).sort());
      }
    }
  });

  test.each(all)('%s is entered as its examples and defaults are', (_id, connector) => {
    for (const { name, example, pattern, usual, secret } of credentialFields(connector, textsIn('en'))) {
      const schema = connector.credentials.shape[name];
      for (const text of [example, usual]) {
        if (text === null) continue;
        expect(schema?.safeParse(text).success, `${name}: ${text}`).toBe(true);
        if (pattern !== null) expect(text, name).toMatch(new RegExp(pattern));
      }
      if (secret) expect([example, usual], name).toEqual([null, null]);
    }
  });
});

test('what is needed, hidden, seldom set, of several lines, or put right when it is read is told', () => {
  const fieldsOf = (id: string) => {
    const connector = connectors.find((each) => each.id === id);
    const fields = connector === undefined ? [] : credentialFields(connector, textsIn('en'));
    return new Map(fields.map((field) => [field.name, field]));
  };
  const salesforce = fieldsOf('salesforce');
  expect(salesforce.get('privateKey')).toMatchObject({
    secret: true,
    lines: true,
    required: false,
    aside: false,
  });
  expect(salesforce.get('currency')).toMatchObject({ required: true, pattern: '^[A-Z]{3}$', example: 'EUR' });
  expect(salesforce.get('stockField')).toMatchObject({ aside: true, usual: 'Stock__c' });
  expect(salesforce.get('access')).toMatchObject({ usual: 'app', aside: false });
  expect(fieldsOf('shopify').get('shop')).toMatchObject({ pattern: null, required: true });
  expect(fieldsOf('ecwid').get('clientSecret')).toMatchObject({ secret: true, required: false });
});
