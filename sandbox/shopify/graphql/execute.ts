/** Carries out a GraphQL request against the official types (sheet 3 and 4). */
import {
  buildSchema,
  type DocumentNode,
  defaultFieldResolver,
  execute,
  type FragmentDefinitionNode,
  type GraphQLEnumType,
  GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  getDirectiveValues,
  getNamedType,
  getVariableValues,
  isEnumType,
  Kind,
  type OperationDefinitionNode,
  parse,
  validate,
} from 'graphql';
import type { Json } from '../../kit/json.ts';
import { covers, needOfMutation, needOfType } from '../access/needs.ts';
import type { ShopifySettings } from '../settings.ts';
import type { Bucket } from './bucket.ts';
import { costOf, type Query } from './cost.ts';
import { badRequest, topLevelError } from './errors.ts';
import { schemaText } from './schema.ts';

export interface GraphqlRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | null;
}

/** What resolvers may look at. */
export interface Call {
  /** The key of the `@idempotent` directive of the mutation that is carried out. */
  idempotencyKey: string | null;
  readonly settings: ShopifySettings;
  /** The version that answers: `2026-10`. */
  readonly version: string;
}

type Root = Readonly<Record<string, (args: never, call: Call) => unknown>>;

const maxCost = 1000;
const throttled = {
  message: 'Throttled',
  extensions: { code: 'THROTTLED', documentation: 'https://shopify.dev/api/usage/limits' },
};
let built: GraphQLSchema | undefined;

export function schema(): GraphQLSchema {
  built ??= buildSchema(schemaText);
  return built;
}

export async function carryOut(
  { query: source, variables, operationName }: GraphqlRequest,
  root: Root,
  call: Call,
  bucket: Bucket,
): Promise<Record<string, unknown>> {
  const document = read(source);
  if (!('kind' in document)) return { errors: document };
  const operation = operationIn(document, operationName);
  if (operation === undefined) return { errors: [badRequest('No operation to carry out was found.')] };
  const given = getVariableValues(schema(), operation.variableDefinitions ?? [], variables);
  if (given.errors !== undefined) return { errors: given.errors.map(withCode) };
  const priced: Query = {
    schema: schema(),
    operation,
    fragments: new Map(
      document.definitions
        .filter((each): each is FragmentDefinitionNode => each.kind === Kind.FRAGMENT_DEFINITION)
        .map((each) => [each.name.value, each]),
    ),
    variables: given.variableValues.coerced,
  };
  const requested = costOf(priced);
  const cost = (actual: number | null) => ({
    extensions: {
      cost: { requestedQueryCost: requested, actualQueryCost: actual, throttleStatus: bucket.status() },
    },
  });
  if (requested > maxCost) {
    const message = `Query cost is ${requested}, which exceeds the single query max cost limit (${maxCost}).`;
    return { errors: [topLevelError('MAX_COST_EXCEEDED', message)], ...cost(null) };
  }
  if (!bucket.take(requested)) return { errors: [throttled], ...cost(null) };
  const result = await execute({
    schema: schema(),
    document,
    rootValue: root,
    contextValue: call,
    variableValues: variables,
    operationName,
    fieldResolver,
  });
  // The answer of `execute` has objects without a prototype and errors as objects: what is sent is JSON.
  const answer: { data?: Json; errors?: unknown } = JSON.parse(JSON.stringify(result));
  const actual = Math.min(requested, answer.data ? costOf(priced, answer.data) : 0);
  bucket.giveBack(requested - actual);
  return { ...answer, ...cost(actual) };
}

function read(source: string): DocumentNode | GraphQLError[] {
  try {
    const document = parse(source);
    const errors = validate(schema(), document);
    return errors.length === 0 ? document : errors.map(withCode);
  } catch (error) {
    if (error instanceof GraphQLError) return [error];
    throw error;
  }
}

function operationIn(
  { definitions }: DocumentNode,
  name: string | null,
): OperationDefinitionNode | undefined {
  const operations = definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  if (name === null) return operations.length === 1 ? operations[0] : undefined;
  return operations.find((each) => each.name?.value === name);
}

const codes: readonly (readonly [RegExp, string])[] = [
  [/^Cannot query field/, 'undefinedField'],
  [/^Unknown argument/, 'argumentNotAccepted'],
  [/of type .* is required, but it was not provided/, 'missingRequiredArguments'],
  [/^Unknown directive/, 'undefinedDirective'],
  [/^Variable .* (got invalid value|has invalid value|of required type)/, 'INVALID_VARIABLE'],
  [/must have a selection of subfields/, 'selectionMismatch'],
  [/^Unknown type/, 'undefinedType'],
];

function withCode(error: GraphQLError): GraphQLError {
  const code = codes.find(([pattern]) => pattern.test(error.message))?.[1];
  if (code === undefined) return error;
  return new GraphQLError(error.message, { nodes: error.nodes, extensions: { code } });
}

/** Looks at the scopes, at protected data, and at `@idempotent`, before a field is resolved. */
const fieldResolver: GraphQLFieldResolver<unknown, Call> = (source, args, call, info) => {
  const { fieldName, parentType, returnType } = info;
  const typeName = getNamedType(returnType).name;
  const isMutation = parentType === info.schema.getMutationType();
  const need = isMutation ? needOfMutation(fieldName) : needOfType(typeName);
  if (!covers(call.settings.scopes, need)) {
    throw topLevelError(
      'ACCESS_DENIED',
      `Access denied for ${fieldName} field. Required access: \`${need}\` access scope.`,
    );
  }
  if (isMutation) {
    const directive = info.schema.getDirective('idempotent');
    const node = info.fieldNodes[0];
    const values = directive && node ? getDirectiveValues(directive, node, info.variableValues) : undefined;
    call.idempotencyKey = typeof values?.key === 'string' ? values.key : null;
    requireKey(fieldName, call);
  }
  const isNotApproved = call.settings.notApproved.some((name) => name === typeName);
  const value = defaultFieldResolver(source, args, call, info);
  if (isNotApproved && value !== null) {
    throw topLevelError(
      'ACCESS_DENIED',
      `This app is not approved to access the ${typeName} object. See https://shopify.dev/docs/apps/launch/protected-customer-data for more details.`,
    );
  }
  const named = getNamedType(returnType);
  return fieldName === 'code' && isEnumType(named) ? ownCode(named, value) : value;
};

/** A check that several mutations share may know a word that the payload of this one has not. */
function ownCode(codes: GraphQLEnumType, code: unknown): unknown {
  const has = (word: string) => codes.getValue(word) !== undefined && codes.getValue(word) !== null;
  if (typeof code !== 'string' || has(code)) return code;
  return ['INVALID', 'INVALID_INPUT', 'GENERIC_ERROR'].find(has) ?? null;
}

const keyed = ['inventorySetQuantities', 'inventoryAdjustQuantities', 'inventoryActivate', 'refundCreate'];

/** From 2026-04 on (sheet 8). */
function requireKey(mutation: string, { version, idempotencyKey }: Call): void {
  if (!keyed.includes(mutation)) {
    if (idempotencyKey !== null)
      throw badRequest(`The @idempotent directive is not supported by ${mutation}.`);
    return;
  }
  if (idempotencyKey === null && version >= '2026-04') {
    throw badRequest('The @idempotent directive is required for this mutation but was not provided.');
  }
}
