import {
  type GraphQLNamedType,
  type GraphQLOutputType,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
} from 'graphql';
import { expect, it } from 'vitest';
import { schema } from '../../../sandbox/shopify/graphql/execute.ts';
import { TestShop } from './shop.ts';

/** Selects every field of a type, so deep, so that a view that forgets one is found out. */
function everything(type: GraphQLOutputType | GraphQLNamedType, depth: number): string {
  const named = getNamedType(type as GraphQLOutputType);
  if (isLeafType(named)) return '';
  if (isUnionType(named)) {
    return `{ __typename ${named
      .getTypes()
      .map((each) => `... on ${each.name} ${everything(each, depth - 1) || '{ __typename }'}`)
      .join(' ')} }`;
  }
  if (!isObjectType(named) && !isInterfaceType(named)) return '';
  const fields = Object.values(named.getFields()).flatMap((field) => {
    const isDeep = !isLeafType(getNamedType(field.type));
    if (isDeep && depth <= 0) return [];
    const known: Record<string, string> = {
      first: '2',
      key: '"k"',
      id: '"gid://shopify/Product/1"',
      publicationId: '"gid://shopify/Publication/15012345678"',
      names: '["available","on_hand"]',
      locationId: '"gid://shopify/Location/87012345678"',
      inventoryItemId: '"gid://shopify/InventoryItem/1"',
    };
    const args = field.args
      .filter((each) => isRequiredArgument(each) || each.name === 'first')
      .map(({ name }) => `${name}: ${known[name]}`);
    const inner = everything(field.type, depth - 1);
    if (isDeep && inner === '') return [];
    return [`${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''} ${inner}`];
  });
  return fields.length === 0 ? '' : `{ ${fields.join(' ')} }`;
}

it.each([
  'orders',
  'customers',
  'companies',
  'products',
  'productVariants',
  'collections',
  'inventoryItems',
  'locations',
  'publications',
])('every field of %s that is played has a value of its type', async (list) => {
  const shop = new TestShop({ seeded: true });
  shop.standIn.change({ limits: false });
  await shop.control('POST', '/catalogue', { kind: 'generated', products: 30, categories: 5 });
  const field = schema().getQueryType()?.getFields()[list];
  if (field === undefined) throw new Error(list);
  const node = (depth: number) => {
    const connection = getNamedType(field.type);
    const nodes = isObjectType(connection) ? connection.getFields().nodes : undefined;
    return everything(nodes?.type ?? field.type, depth);
  };
  const answer = await shop.ask(
    `{ ${list}(first: 50) { pageInfo { hasNextPage endCursor } nodes ${node(2)} } }`,
  );
  expect(answer.errors).toBeUndefined();
  expect(JSON.stringify(answer.data).length).toBeGreaterThan(100);
});
