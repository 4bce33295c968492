import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { connectors } from '../../src/connectors/registry.ts';

const withScopes = connectors.filter(({ scopes }) => scopes !== undefined);

describe.each(withScopes.map((connector) => [connector.id, connector] as const))(
  'scopes of %s',
  (id, connector) => {
    const wanted = Object.entries(connector.scopes?.wanted ?? {});

    test('are those that its manual names', () => {
      expect(wanted.length).toBeGreaterThan(0);
      const manual = readFileSync(`docs/connectors/${id}.md`, 'utf8');
      // Several resources of one module stand there as `Module::a`, `::b`.
      const isNamed = (scope: string) =>
        manual.includes(`\`${scope}\``) || manual.includes(`\`${scope.replace(/^.*::/, '::')}\``);
      expect(wanted.map(([scope]) => scope).filter((scope) => !isNamed(scope))).toEqual([]);
    });

    test('go by ends that the connector has', () => {
      for (const [scope, uses] of wanted) {
        for (const use of uses) {
          const [side, flow = ''] = use.split(' ');
          const part = Reflect.get(connector, flow) as { source?: unknown; target?: unknown } | undefined;
          expect(side === 'from' ? part?.source : part?.target, `${scope} ${use}`).toBeDefined();
        }
      }
    });
  },
);
