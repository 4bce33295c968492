/** Tags and metafields, of whatever has them (sheet 5.4, 7.7). */
import { covers, needOfOwner } from '../access/needs.ts';
import { payloadOf, refused, topLevelError } from '../graphql/errors.ts';
import { gid, idIn, typeIn } from '../ids.ts';
import { uniqueTags } from '../orders/writes.ts';
import type { queries } from '../queries.ts';
import type { Shop } from '../shop.ts';
import {
  type Definition,
  digestOf,
  type MetafieldInput,
  metafieldView,
  namespaceOf,
  ownerTypeOf,
  setMetafields,
} from './metafield.ts';

type SetInput = MetafieldInput & { readonly ownerId: string; readonly compareDigest?: string | null };

export function metafieldMutations(shop: Shop, node: ReturnType<typeof queries>['node']) {
  const requireScope = (type: string, field: string) => {
    const need = needOfOwner(type);
    if (covers(shop.settings().scopes, need)) return;
    throw topLevelError(
      'ACCESS_DENIED',
      `Access denied for ${field} field. Required access: \`${need}\` access scope.`,
    );
  };
  const tagged = (id: string, field: string, change: (tags: readonly string[]) => readonly string[]) =>
    payloadOf(() => {
      requireScope(typeIn(id), field);
      changeTags(shop, id, change);
      return { node: node({ id }) };
    });
  const isOneOf = (tags: readonly string[]) => (tag: string) =>
    tags.some((each) => each.toLowerCase() === tag.toLowerCase());
  return {
    tagsAdd: ({ id, tags }: { id: string; tags: readonly string[] }) =>
      tagged(id, 'tagsAdd', (before) => [...before, ...tags]),
    tagsRemove: ({ id, tags }: { id: string; tags: readonly string[] }) =>
      tagged(id, 'tagsRemove', (before) => before.filter((each) => !isOneOf(tags)(each))),
    metafieldsSet: ({ metafields }: { metafields: readonly SetInput[] }) =>
      payloadOf(() => {
        if (metafields.length > 25)
          throw refused(
            'metafields',
            'Exceeded the maximum metafields input limit of 25.',
            'LESS_THAN_OR_EQUAL_TO',
          );
        // All are checked before the first is written: it is all of them or none.
        for (const [index, each] of metafields.entries()) {
          requireScope(typeIn(each.ownerId), 'metafieldsSet');
          if (node({ id: each.ownerId }) === null)
            throw refused(`metafields.${index}.ownerId`, 'Owner does not exist.', 'INVALID');
          const before = (shop.metafields.get(each.ownerId) ?? []).find(
            ({ namespace, key }) => namespace === namespaceOf(each.namespace) && key === each.key,
          );
          const isStale =
            each.compareDigest !== undefined &&
            each.compareDigest !== (before === undefined ? null : digestOf(before));
          if (isStale)
            throw refused(
              `metafields.${index}.compareDigest`,
              'The resource has been updated since it was loaded.',
              'STALE_OBJECT',
            );
        }
        const set = metafields.flatMap((each) =>
          setMetafields(shop, each.ownerId, [each], 'metafields').map((one) =>
            metafieldView(each.ownerId, one),
          ),
        );
        for (const owner of new Set(metafields.map(({ ownerId }) => ownerId))) touch(shop, owner);
        return { metafields: set };
      }),
    metafieldsDelete: ({
      metafields,
    }: {
      metafields: readonly { ownerId: string; namespace: string; key: string }[];
    }) =>
      payloadOf(() => {
        for (const { ownerId, namespace, key } of metafields) {
          requireScope(typeIn(ownerId), 'metafieldsDelete');
          const left = (shop.metafields.get(ownerId) ?? []).filter(
            (each) => each.namespace !== namespaceOf(namespace) || each.key !== key,
          );
          shop.metafields.set(ownerId, left);
        }
        return { deletedMetafields: metafields };
      }),
    metafieldDefinitionCreate: ({ definition }: { definition: DefinitionInput }) =>
      payloadOf(() => {
        const { name, key, type, ownerType, capabilities } = definition;
        const owner = Object.keys(ownersOf).find((each) => each.toUpperCase() === ownerType) ?? '';
        requireScope(owner, 'metafieldDefinitionCreate');
        const namespace = namespaceOf(definition.namespace);
        const isTaken = shop.definitions
          .all()
          .some((each) => each.ownerType === ownerType && each.namespace === namespace && each.key === key);
        if (isTaken)
          throw refused(
            'definition.key',
            `Key is in use for ${owner} metafields on the '${namespace}' namespace.`,
            'TAKEN',
          );
        const isUnique = type === 'id' || (capabilities?.uniqueValues?.enabled ?? false);
        if (isUnique && hasValues(shop, ownerType, namespace, key)) {
          throw refused(
            'definition.capabilities',
            'The unique values capability needs a definition without values.',
            'INVALID_CAPABILITY',
          );
        }
        const made: Definition = { id: shop.newId('part'), name, namespace, key, type, ownerType, isUnique };
        shop.definitions.set(made.id, made);
        return {
          createdDefinition: {
            ...{ id: gid('MetafieldDefinition', made.id), name, namespace, key, ownerType },
            type: { name: type, category: type === 'id' ? 'ID' : 'TEXT' },
            capabilities: { uniqueValues: { enabled: isUnique, eligible: true } },
          },
        };
      }),
  };
}

interface DefinitionInput {
  readonly name: string;
  readonly namespace?: string | null;
  readonly key: string;
  readonly type: string;
  readonly ownerType: string;
  readonly capabilities?: { readonly uniqueValues?: { readonly enabled: boolean } | null } | null;
}

const ownersOf = {
  Order: true,
  Customer: true,
  Product: true,
  ProductVariant: true,
  Collection: true,
  Company: true,
} as const;

function hasValues(shop: Shop, ownerType: string, namespace: string, key: string): boolean {
  return shop.metafields
    .entries()
    .some(
      ([owner, all]) =>
        ownerTypeOf(owner) === ownerType &&
        all.some((each) => each.namespace === namespace && each.key === key),
    );
}

function changeTags(shop: Shop, id: string, change: (tags: readonly string[]) => readonly string[]): void {
  const number = idIn(typeIn(id), id) ?? '';
  const order = typeIn(id) === 'Order' ? shop.orders.get(number) : undefined;
  const customer = typeIn(id) === 'Customer' ? shop.customers.get(number) : undefined;
  const product = typeIn(id) === 'Product' ? shop.products.get(number) : undefined;
  if (order !== undefined) shop.changeOrder(order, { tags: uniqueTags(change(order.tags)) });
  else if (customer !== undefined)
    shop.saveCustomer({ ...customer, tags: uniqueTags(change(customer.tags)), updatedAt: shop.world.now() });
  else if (product !== undefined) shop.saveProduct({ ...product, tags: uniqueTags(change(product.tags)) });
  else throw refused('id', 'Resource does not exist');
}

/** A metafield of something is a change of it. */
function touch(shop: Shop, owner: string): void {
  const number = idIn(typeIn(owner), owner) ?? '';
  const order = typeIn(owner) === 'Order' ? shop.orders.get(number) : undefined;
  const product = typeIn(owner) === 'Product' ? shop.products.get(number) : undefined;
  if (order !== undefined) shop.changeOrder(order, {});
  if (product !== undefined) shop.saveProduct(product);
}
