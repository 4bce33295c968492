import { describe, expect, test } from 'vitest';
import type { SettingSchema } from '../../src/engine/configuration/setting-schema.ts';
import { settingsSchema } from '../../src/engine/configuration/settings-schema.ts';
import { flows } from '../../src/flows/registry.ts';
import { languages, textsIn } from '../../src/texts/languages.ts';

/** Every setting by its path, as the forms and the API read it; with the fields of the items of lists. */
function settingsOf(schema: SettingSchema, prefix = ''): [string, SettingSchema][] {
  const properties = schema.properties ?? schema.items?.properties ?? {};
  return Object.entries(properties).flatMap(([name, each]) => [
    [`${prefix}${name}`, each] as [string, SettingSchema],
    ...settingsOf(each, `${prefix}${name}.`),
  ]);
}

const inLanguages = languages.flatMap((language) =>
  flows.map((flow) => [flow.name, language, flow] as const),
);

describe.each(inLanguages)('the settings of %s in %s', (name, language, flow) => {
  const texts = textsIn(language);
  const known: Readonly<Record<string, object>> = texts.settings[name as keyof typeof texts.settings];
  const settings = settingsOf(settingsSchema(flow, texts));

  test('have a name and say what they do', () => {
    expect(settings.length).toBeGreaterThan(5);
    for (const [path, { title, description }] of settings) {
      expect([path, title]).toEqual([path, expect.stringMatching(/^\p{Lu}.{1,30}$/u)]);
      expect([path, description]).toEqual([path, expect.stringMatching(/^\p{Lu}.{8,}[^.]$/u)]);
    }
  });

  test('are those that the catalogue names', () => {
    expect(Object.keys(known).sort()).toEqual(settings.map(([path]) => path).sort());
  });

  test('have a word for every value of which there are only a few, and for no other', () => {
    const values: Readonly<Record<string, object>> =
      texts.settingValues[name as keyof typeof texts.settingValues];
    const closed = settings.flatMap(([path, { enum: own, items, by }]) => {
      const all = own ?? items?.enum ?? (by !== undefined && 'values' in by ? by.values : undefined);
      return all === undefined ? [] : [[path, [...all].sort()]];
    });
    const worded = Object.entries(values).map(([path, words]) => [path, Object.keys(words).sort()]);
    expect(worded.sort()).toEqual(closed.sort());
    for (const words of Object.values(values))
      for (const word of Object.values(words)) expect(word).toMatch(/^[\p{Lu}%].{1,45}[^.]$/u);
    for (const [, { enum: own, by, names = {} }] of settings) {
      const all = own ?? (by !== undefined && 'values' in by ? by.values : []);
      expect(Object.keys(names).sort()).toEqual([...all].sort());
    }
  });
});
