/** What a query costs (sheet 3.1). Shopify's own formula is not public; this one gives the recorded prices. */
import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { isObject, type Json } from '../../kit/json.ts';

const plainMutation = 10;
/** Before what is selected of their payloads. */
const dearMutations: Readonly<Record<string, number>> = {
  fulfillmentTrackingInfoUpdate: 50,
  refundCreate: 20,
  productCreate: 11,
  inventorySetQuantities: 11,
  inventoryAdjustQuantities: 11,
  inventoryActivate: 11,
};

export interface Query {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Connections below a connection are paid once per row of it (fewer as the rows grow), other objects once. */
interface Weight {
  readonly connections: number;
  readonly objects: number;
}

const nothing: Weight = { connections: 0, objects: 0 };

/** Before it is carried out: what it may cost at most. With `data`: what it did cost. */
export function costOf(query: Query, data?: Json): number {
  const { schema, operation } = query;
  const values = data === undefined ? null : [data];
  if (operation.operation !== 'mutation') {
    const { connections, objects } = weigh(query, schema.getQueryType(), operation.selectionSet, values);
    return Math.ceil(connections + objects);
  }
  return operation.selectionSet.selections.reduce(
    (total, each) =>
      total + (each.kind === Kind.FIELD ? (dearMutations[each.name.value] ?? plainMutation) : plainMutation),
    0,
  );
}

/** `values` are the objects that the selection was made of; null as long as they are not known. */
function weigh(
  query: Query,
  type: GraphQLNamedType | null | undefined,
  { selections }: SelectionSetNode,
  values: readonly Json[] | null,
): Weight {
  return selections
    .map((each) => {
      if (each.kind === Kind.FIELD) return weighField(query, type, each, values);
      const fragment = each.kind === Kind.FRAGMENT_SPREAD ? query.fragments.get(each.name.value) : each;
      if (fragment === undefined) return nothing;
      const on = fragment.typeCondition ? query.schema.getType(fragment.typeCondition.name.value) : type;
      return weigh(query, on, fragment.selectionSet, values);
    })
    .reduce(added, nothing);
}

function weighField(
  query: Query,
  parent: GraphQLNamedType | null | undefined,
  node: FieldNode,
  values: readonly Json[] | null,
): Weight {
  const name = node.name.value;
  const fields = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields() : {};
  const field = fields[name];
  const found = values === null ? null : childrenOf(values, node.alias?.value ?? name);
  const type = field === undefined ? undefined : getNamedType(field.type);
  if (type === undefined || isLeafType(type) || node.selectionSet === undefined) return nothing;
  if (found !== null && found.length === 0) return nothing;
  const inner = weigh(query, type, node.selectionSet, found);
  if (type.name.endsWith('Connection')) {
    const rows = found === null ? rowsAsked(query, node) : Math.max(...found.map(rowsIn));
    return { connections: sizing(rows) * (1 + inner.connections), objects: inner.objects };
  }
  const isFree = ['nodes', 'edges', 'node', 'pageInfo'].includes(name);
  return added(inner, { connections: 0, objects: isFree ? 0 : 1 });
}

function added(one: Weight, other: Weight): Weight {
  return {
    connections: one.connections + other.connections,
    objects: one.objects + other.objects,
  };
}

/** 9 points for 50 rows, 13 for 250 (recorded). */
function sizing(rows: number): number {
  return rows <= 2 ? 1 : 2.485 * Math.log(rows) - 0.73;
}

function childrenOf(values: readonly Json[], key: string): Json[] {
  return values.flatMap((each) => {
    const child = isObject(each) ? each[key] : undefined;
    if (child === undefined || child === null) return [];
    return Array.isArray(child) ? child : [child];
  });
}

function rowsIn(value: Json): number {
  const rows = isObject(value) ? (value.nodes ?? value.edges) : null;
  return Array.isArray(rows) ? rows.length : 0;
}

function rowsAsked(query: Query, node: FieldNode): number {
  const given = node.arguments?.find(({ name }) => ['first', 'last'].includes(name.value))?.value;
  if (given?.kind === Kind.INT) return Number(given.value);
  return given?.kind === Kind.VARIABLE ? Number(query.variables[given.name.value] ?? 0) : 0;
}
