/** What is played of the schema is Shopify's own. The variable VENDOR_SPECS names a folder with the official schema. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  validateSchema,
} from 'graphql';
import { expect, it } from 'vitest';
import { schema } from '../../../sandbox/shopify/graphql/execute.ts';

const folder = process.env.VENDOR_SPECS;
const played = Object.values(schema().getTypeMap()).filter(({ name }) => !name.startsWith('__'));

it('the schema that is played is a whole one', () => {
  expect(validateSchema(schema())).toEqual([]);
  expect(played.length).toBeGreaterThan(200);
});

it.skipIf(!folder)(
  'every type, field, argument and value of it is in the official schema, of the same type',
  () => {
    const text = readFileSync(join(folder ?? '', 'shopify-admin-2026-10.graphql'), 'utf8');
    const official = buildSchema(text, { assumeValidSDL: true });
    for (const type of played) {
      const theirs = official.getType(type.name);
      expect(theirs?.constructor, type.name).toBe(type.constructor);
      if (isEnumType(type) && isEnumType(theirs)) {
        expect(type.getValues().map(({ name }) => name)).toEqual(theirs.getValues().map(({ name }) => name));
      }
      if (isUnionType(type) && isUnionType(theirs)) {
        const names = theirs.getTypes().map(({ name }) => name);
        for (const { name } of type.getTypes()) expect(names).toContain(name);
      }
      if (isInputObjectType(type) && isInputObjectType(theirs)) {
        expect(type.isOneOf, type.name).toBe(theirs.isOneOf);
        for (const [name, field] of Object.entries(type.getFields())) {
          expect(String(theirs.getFields()[name]?.type), `${type.name}.${name}`).toBe(String(field.type));
        }
        // What is required there is required here.
        const required = Object.values(theirs.getFields()).filter(
          (each) => String(each.type).endsWith('!') && each.defaultValue === undefined,
        );
        for (const { name } of required) expect(type.getFields()[name], `${type.name}.${name}`).toBeDefined();
      }
      if (
        (isObjectType(type) || isInterfaceType(type)) &&
        (isObjectType(theirs) || isInterfaceType(theirs))
      ) {
        for (const [name, field] of Object.entries(type.getFields())) {
          const real = theirs.getFields()[name];
          expect(String(real?.type), `${type.name}.${name}`).toBe(String(field.type));
          for (const argument of field.args) {
            const same = real?.args.find((each) => each.name === argument.name);
            expect(String(same?.type), `${type.name}.${name}(${argument.name})`).toBe(String(argument.type));
          }
        }
      }
    }
  },
);
