import { describe, expect, test } from 'vitest';
import { settingsSchema } from '../../src/engine/configuration/settings-schema.ts';
import { flows } from '../../src/flows/registry.ts';
import { en } from '../../src/texts/en.ts';

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

describe.each(flows.map((flow) => [flow.name, flow] as const))('the settings of %s', (name, flow) => {
  const known: Readonly<Record<string, object>> = en.settings[name as keyof typeof en.settings];
  const settings = settingsOf(settingsSchema(flow, en) as Schema);

  test('have a name and say what they do', () => {
    expect(settings.length).toBeGreaterThan(5);
    for (const [path, { title, description }] of settings) {
      expect([path, title]).toEqual([path, expect.stringMatching(/^[A-Z].{1,30}$/)]);
      expect([path, description]).toEqual([path, expect.stringMatching(/^[A-Z].{8,}[^.]$/)]);
    }
  });

  test('are those that the catalogue names', () => {
    expect(Object.keys(known).sort()).toEqual(settings.map(([path]) => path).sort());
  });
});
