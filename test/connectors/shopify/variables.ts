import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, getVariableValues, Kind, parse } from 'graphql';
import { z } from 'zod';
import type { FakeShop } from './fake-shop.ts';

const folder = process.env.VENDOR_SPECS;
const schema = folder
  ? buildSchema(readFileSync(join(folder, 'shopify-admin-2026-10.graphql'), 'utf8'), { assumeValid: true })
  : null;

const sent = z.object({ query: z.string(), variables: z.record(z.string(), z.unknown()) });

/** What the vendor's schema has against the variables of what was sent; nothing where it is not given. */
export function refusedVariables({ calls }: FakeShop): string[] {
  if (schema === null) return [];
  return calls.flatMap(({ body }) => {
    const { query, variables } = sent.parse(body);
    const [operation] = parse(query).definitions;
    if (operation?.kind !== Kind.OPERATION_DEFINITION) return ['no operation'];
    const { errors = [] } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
    return errors.map(({ message }) => message);
  });
}
