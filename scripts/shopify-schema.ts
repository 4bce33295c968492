/**
 * Cuts the part that the sandbox plays out of Shopify's official schema: `node scripts/shopify-schema.ts path/to/schema.graphql`.
 * Writes `sandbox/shopify/graphql/schema.ts`. A test compares that file with the official schema where this is at hand.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  astFromValue,
  buildSchema,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isObjectType,
  isScalarType,
  isUnionType,
  print,
} from 'graphql';
import { selection } from '../sandbox/shopify/graphql/selection.ts';

const official = buildSchema(readFileSync(process.argv[2] ?? '', 'utf8'), { assumeValidSDL: true });
const builtIn = ['String', 'Int', 'Float', 'Boolean', 'ID'];
const played = new Set(Object.keys(selection));
const lines: string[] = [];

for (const name of [...played].sort()) {
  const type = official.getType(name);
  if (type === undefined) throw new Error(`Shopify has no type ${name}.`);
  lines.push(textOf(type));
}
for (let before = -1; before !== played.size; ) {
  before = played.size;
  for (const name of namesIn(lines)) {
    if (played.has(name) || builtIn.includes(name)) continue;
    const type = official.getType(name);
    if (type === undefined) throw new Error(`Shopify has no type ${name}.`);
    played.add(name);
    lines.push(textOf(type));
  }
}
const directive = 'directive @idempotent(key: String!) on FIELD';
const head = 'schema { query: QueryRoot mutation: Mutation }';
const text = [head, directive, ...lines.sort()].map(wrapped).join('\n');
writeFileSync(
  join(import.meta.dirname, '../sandbox/shopify/graphql/schema.ts'),
  `/** Made by scripts/shopify-schema.ts from the official schema of 2026-10 and selection.ts. Do not edit. */\nexport const schemaText = \`\n${text}\n\`;\n`,
);

function textOf(type: GraphQLNamedType): string {
  if (isScalarType(type)) return `scalar ${type.name}`;
  if (isEnumType(type))
    return `enum ${type.name} { ${type
      .getValues()
      .map(({ name }) => name)
      .join(' ')} }`;
  if (isUnionType(type)) {
    const members = type.getTypes().filter(({ name }) => played.has(name));
    return `union ${type.name} = ${members.map(({ name }) => name).join(' | ')}`;
  }
  if (isInputObjectType(type)) {
    const fields = chosen(type.name, type.getFields()).map((each) => inputText(each));
    return `input ${type.name}${type.isOneOf ? ' @oneOf' : ''} { ${fields.join(' ')} }`;
  }
  const fields = chosen(type.name, type.getFields()).map(fieldText);
  const own = new Set(chosen(type.name, type.getFields()).map(([name]) => name));
  const interfaces = type
    .getInterfaces()
    .filter((each) => played.has(each.name))
    .filter((each) => chosen(each.name, each.getFields()).every(([name]) => own.has(name)));
  const implemented =
    interfaces.length === 0 ? '' : ` implements ${interfaces.map(({ name }) => name).join(' & ')}`;
  return `${isObjectType(type) ? 'type' : 'interface'} ${type.name}${implemented} { ${fields.join(' ')} }`;
}

/** Of a type that is not listed: whatever leads to types that are played. */
function chosen<Field extends { readonly type: GraphQLField['type'] | GraphQLInputField['type'] }>(
  name: string,
  fields: Readonly<Record<string, Field>>,
): [string, Field][] {
  const listed = selection[name]?.split(/\s+/).filter(Boolean);
  if (listed === undefined)
    return Object.entries(fields).filter(([, { type }]) => isAtHand(getNamedType(type)));
  return listed.map((field) => {
    const found = fields[field];
    if (found === undefined) throw new Error(`Shopify has no field ${name}.${field}.`);
    return [field, found];
  });
}

function isAtHand(type: GraphQLNamedType): boolean {
  if (isScalarType(type) || isEnumType(type) || played.has(type.name)) return true;
  return /(UserError|Edge)$/.test(type.name);
}

function fieldText([name, { args, type }]: [string, GraphQLField]): string {
  const kept = args.filter((each) => isAtHand(getNamedType(each.type)));
  const list = kept.length === 0 ? '' : `(${kept.map((each) => inputText([each.name, each])).join(' ')})`;
  return `${name}${list}: ${type}`;
}

function inputText([name, field]: [string, GraphQLArgument | GraphQLInputField]): string {
  const ast =
    field.default?.literal ??
    (field.defaultValue === undefined ? null : astFromValue(field.defaultValue, field.type));
  return `${name}: ${field.type}${ast ? ` = ${print(ast)}` : ''}`;
}

function namesIn(texts: readonly string[]): Set<string> {
  return new Set(
    texts.flatMap((each) => [...each.matchAll(/: \[*([A-Z]\w*)/g)].map((match) => match[1] ?? '')),
  );
}

function wrapped(line: string): string {
  return line.replace(/(.{1,125})(?: |$)/g, '$1\n  ').trimEnd();
}
