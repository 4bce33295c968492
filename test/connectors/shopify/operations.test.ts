/**
 * Every operation of the connector against the vendor's own schema, which is not part of the repository: the variable
 * VENDOR_SPECS names a folder with `shopify-admin-2026-10.graphql`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import type { Operation } from '../../../src/connectors/shopify/graphql.ts';

const root = join(import.meta.dirname, '../../../src/connectors/shopify');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.graphql.ts'),
);
const modules = await Promise.all(
  files.map(async (name): Promise<Record<string, unknown>> => import(pathToFileURL(join(root, name)).href)),
);

function isOperation(value: unknown): value is Operation<unknown> {
  return typeof value === 'object' && value !== null && 'document' in value;
}

const operations = modules.flatMap((module) =>
  Object.entries(module).flatMap(([name, value]) => (isOperation(value) ? [{ name, operation: value }] : [])),
);

test('operations are documents in the tree, each with a name of its own', () => {
  expect(operations.length).toBeGreaterThan(10);
  const names = operations.map(({ operation }) => /^(?:query|mutation) (\w+)/.exec(operation.document)?.[1]);
  expect(names).not.toContain(undefined);
  expect(new Set(names).size).toBe(names.length);
});

const folder = process.env.VENDOR_SPECS;

describe.skipIf(!folder)('by the schema of the version that is asked', () => {
  const schema = folder
    ? // What is deprecated in it is not so in its interfaces: that is the vendor's.
      buildSchema(readFileSync(join(folder, 'shopify-admin-2026-10.graphql'), 'utf8'), { assumeValid: true })
    : null;

  test.each(operations)('$name is valid', ({ operation }) => {
    if (schema === null) throw new Error('there is no schema');
    const problems = validate(schema, parse(operation.document)).map(({ message }) => message);
    expect(problems).toEqual([]);
    expect(operation.cost).toBeLessThanOrEqual(1_000);
  });
});
