/** Collections and publications (sheet 7.5, 7.6). */
import { payloadOf, refused } from '../graphql/errors.ts';
import { gid, idIn, typeIn } from '../ids.ts';
import { checkedMetafields, type MetafieldInput, setMetafields } from '../metafields/metafield.ts';
import { newJob } from '../orders/writes.ts';
import { publications, type Shop } from '../shop.ts';
import { shopView } from '../shop-view.ts';
import type { ProductCollection } from './product.ts';
import { freeHandle } from './product-fields.ts';
import { collectionView, productView } from './view.ts';

interface CollectionInput {
  readonly id?: string | null;
  readonly title?: string | null;
  readonly handle?: string | null;
  readonly descriptionHtml?: string | null;
  readonly sortOrder?: string | null;
  readonly products?: readonly string[] | null;
  readonly seo?: { readonly title?: string | null; readonly description?: string | null } | null;
  readonly metafields?: readonly MetafieldInput[] | null;
}
interface Given {
  readonly input?: CollectionInput | null;
  readonly collection?: CollectionInput | null;
}

export function collectionMutations(shop: Shop) {
  const given = ({ input, collection }: Given): CollectionInput => {
    if ((input ? 1 : 0) + (collection ? 1 : 0) !== 1)
      throw refused(null, 'Exactly one of input and collection must be given');
    return collection ?? input ?? {};
  };
  const found = (id: string | null | undefined): ProductCollection => {
    const collection = shop.collections.get(idIn('Collection', id) ?? '');
    if (collection === undefined) throw refused('id', 'Collection does not exist');
    return collection;
  };
  const published = (
    id: string,
    input: readonly { publicationId?: string | null }[],
    change: (all: readonly string[], named: readonly string[]) => string[],
  ) =>
    payloadOf(() => {
      const named = input.map(({ publicationId }, index) => {
        const one = publications.find((each) => each.id === idIn('Publication', publicationId));
        if (one === undefined)
          throw refused(`input.${index}.publicationId`, 'Publication does not exist or is not publishable');
        return one.id;
      });
      const product = shop.products.get(idIn('Product', id) ?? '');
      if (product !== undefined) {
        const saved = shop.saveProduct({ ...product, publications: change(product.publications, named) });
        return { publishable: productView(shop, saved), shop: shopView(shop) };
      }
      if (typeIn(id) !== 'Collection') throw refused('id', 'Resource does not exist');
      const collection = found(id);
      const saved = shop.saveCollection(
        { ...collection, publications: change(collection.publications, named) },
        false,
      );
      return { publishable: collectionView(shop, saved), shop: shopView(shop) };
    });
  return {
    collectionCreate: (args: Given) =>
      payloadOf(() => {
        const fields = given(args);
        if (!fields.title) throw refused('title', "Title can't be blank");
        return { collection: collectionView(shop, newCollection(shop, fields)) };
      }),
    collectionUpdate: (args: Given) =>
      payloadOf(() => {
        const fields = given(args);
        const before = found(fields.id);
        const saved = shop.saveCollection({ ...before, ...collectionFields(shop, before, fields) }, false);
        if (fields.products) fill(shop, saved, fields.products);
        setMetafields(shop, gid('Collection', saved.id), fields.metafields ?? [], 'input.metafields');
        return { collection: collectionView(shop, saved), job: newJob(shop, 'Job') };
      }),
    collectionDelete: ({ input }: { input: { id: string } }) =>
      payloadOf(() => {
        removeCollection(shop, found(input.id));
        return { deletedCollectionId: input.id, shop: shopView(shop) };
      }),
    publishablePublish: ({
      id,
      input,
    }: {
      id: string;
      input: readonly { publicationId?: string | null }[];
    }) => published(id, input, (all, named) => [...new Set([...all, ...named])]),
    publishableUnpublish: ({
      id,
      input,
    }: {
      id: string;
      input: readonly { publicationId?: string | null }[];
    }) => published(id, input, (all, named) => all.filter((each) => !named.includes(each))),
  };
}

export function newCollection(shop: Shop, given: CollectionInput): ProductCollection {
  const empty: ProductCollection = {
    ...{
      id: shop.newId('collection'),
      title: '',
      handle: '',
      descriptionHtml: '',
      sortOrder: 'BEST_SELLING',
      smartTag: null,
    },
    ...{ seo: { title: null, description: null }, publications: [], updatedAt: shop.world.now() },
  };
  const owner = gid('Collection', empty.id);
  checkedMetafields(shop, owner, given.metafields ?? [], 'input.metafields');
  const saved = shop.saveCollection({ ...empty, ...collectionFields(shop, empty, given) }, true);
  if (given.products) fill(shop, saved, given.products);
  setMetafields(shop, owner, given.metafields ?? [], 'input.metafields');
  return saved;
}

export function removeCollection(shop: Shop, collection: ProductCollection): void {
  for (const product of shop.products
    .all()
    .filter(({ collections }) => collections.includes(collection.id))) {
    shop.products.put(product.id, {
      ...product,
      collections: product.collections.filter((id) => id !== collection.id),
    });
  }
  shop.collections.delete(collection.id);
  shop.happenings.ofDeleted('collections/delete', collection.id);
}

function collectionFields(
  shop: Shop,
  before: ProductCollection,
  given: CollectionInput,
): Partial<ProductCollection> {
  const { title, handle, descriptionHtml, sortOrder, seo } = given;
  const isTaken = (word: string) =>
    shop.collections.all().some((each) => each.handle === word && each.id !== before.id);
  if (title === '') throw refused('title', "Title can't be blank");
  if (handle && isTaken(handle)) throw refused('handle', 'Handle has already been taken');
  return {
    ...(title ? { title } : {}),
    handle: handle || before.handle || freeHandle(title ?? '', isTaken),
    ...(typeof descriptionHtml === 'string' ? { descriptionHtml } : {}),
    ...(sortOrder ? { sortOrder } : {}),
    ...(seo
      ? {
          seo: {
            title: seo.title ?? before.seo.title,
            description: seo.description ?? before.seo.description,
          },
        }
      : {}),
  };
}

/** The whole list of its products. */
function fill(shop: Shop, { id, smartTag }: ProductCollection, products: readonly string[]): void {
  if (smartTag !== null) throw refused('input.products', "Can't manually add products to a smart collection");
  const named = products.map((each) => idIn('Product', each));
  for (const product of shop.products.all()) {
    const isNamed = named.includes(product.id);
    if (isNamed === product.collections.includes(id)) continue;
    const collections = isNamed
      ? [...product.collections, id]
      : product.collections.filter((each) => each !== id);
    shop.saveProduct({ ...product, collections });
  }
}
