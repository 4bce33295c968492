import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { connectors } from '../../src/connectors/registry.ts';
import { languages, textsIn } from '../../src/texts/languages.ts';

const withScopes = connectors.filter(({ scopes }) => scopes !== undefined);

describe.each(withScopes.map((connector) => [connector.id, connector] as const))('scopes of %s', (id, connector) => {
  const needed = connector.scopes?.needed ?? [];

  test('are told in every language, each purpose once', () => {
    expect(needed.length).toBeGreaterThan(0);
    for (const language of languages) {
      const words: Readonly<Record<string, string>> = textsIn(language).pages.scopePurposes;
      for (const { purpose } of needed) expect(words[purpose], `${language}: ${purpose}`).toMatch(/\S/);
    }
    const names = needed.map(({ scope, purpose, setting }) => `${scope} ${purpose} ${setting ?? ''}`);
    expect(new Set(names).size).toBe(names.length);
  });

  test('are those that its manual names', () => {
    const manual = readFileSync(`docs/connectors/${id}.md`, 'utf8');
    // Several resources of one module stand there as `Module::a`, `::b`.
    const isNamed = (scope: string) =>
      manual.includes(`\`${scope}\``) || manual.includes(`\`${scope.replace(/^.*::/, '::')}\``);
    expect(needed.map(({ scope }) => scope).filter((scope) => !isNamed(scope))).toEqual([]);
  });

  test('go by ends that the connector has', () => {
    for (const { scope, by } of needed) {
      if (typeof by === 'string') continue;
      for (const end of by) {
        const [flow = '', side] = end.split(':');
        const part = Reflect.get(connector, flow) as { source?: unknown; target?: unknown } | undefined;
        expect(side === 'from' ? part?.source : part?.target, `${scope} ${end}`).toBeDefined();
      }
    }
  });
});
