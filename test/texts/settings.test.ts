import { describe, expect, test } from 'vitest';
import { settingsSchema } from '../../src/engine/configuration/settings-schema.ts';
import { flows } from '../../src/flows/registry.ts';
import { languages, textsIn } from '../../src/texts/languages.ts';

interface Schema {
  readonly title?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
}

/** Every setting by its path, as the wizard and the API read it. */
function settingsOf(schema: Schema, prefix = ''): [string, Schema][] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, each]) => [
    [`${prefix}${name}`, each] as [string, Schema],
    ...settingsOf(each, `${prefix}${name}.`),
  ]);
}

const inLanguages = languages.flatMap((language) =>
  flows.map((flow) => [flow.name, language, flow] as const),
);

describe.each(inLanguages)('the settings of %s in %s', (name, language, flow) => {
  const texts = textsIn(language);
  const known: Readonly<Record<string, object>> = texts.settings[name as keyof typeof texts.settings];
  const settings = settingsOf(settingsSchema(flow, texts) as Schema);

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
});
