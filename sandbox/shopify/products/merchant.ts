/** What the merchant does to the catalogue by hand. */
import Big from 'big.js';
import type { Pieces } from '../../kit/catalogue/catalogue.ts';
import type { Merchandise, NewPicture, ProductEdit, ProductView } from '../../kit/catalogue/merchandise.ts';
import { Refusal } from '../../kit/http/refusal.ts';
import { fillWith } from '../seed/catalogue.ts';
import { mainLocation, publications, type Shop } from '../shop.ts';
import { newCollection, removeCollection } from './collections.ts';
import { uploaded } from './media.ts';
import { isDefaultOnly, type Product, type ProductCollection, type Variant } from './product.ts';
import { emptyProduct, productFields } from './product-fields.ts';
import { defaultOption, newVariant } from './variant-input.ts';
import { pictureUrl } from './view.ts';
import { saveVariants } from './writes.ts';

export function merchandiseOf(shop: Shop): Merchandise {
  const found = (id: string): Product => {
    const product = shop.products.get(id);
    if (product === undefined) throw new Refusal(404, 'There is no such product.', null);
    return product;
  };
  const collection = (id: string): ProductCollection => {
    const one = shop.collections.get(id);
    if (one === undefined) throw new Refusal(404, 'There is no such collection.', null);
    return one;
  };
  const changeVariant = (product: Product, id: string, change: (variant: Variant) => Variant): Product => {
    if (!product.variants.some((each) => each.id === id))
      throw new Refusal(404, 'There is no such variant.', null);
    const now = shop.world.now();
    return saveVariants(
      shop,
      product,
      product.variants.map((each) => (each.id === id ? { ...change(each), updatedAt: now } : each)),
    );
  };
  return {
    fill: (catalogue) => fillWith(shop, catalogue),
    withSku: (sku) => shop.productsBySku(sku).map(({ id }) => id),
    view: (id) => viewOf(shop, found(id)),
    all: () => shop.products.all().map((each) => viewOf(shop, each)),
    add: ({ pieces, ...fields }) => {
      const option = defaultOption(shop);
      const variant = withPieces(newVariant(shop, ['Default Title']), pieces, shop.world.now());
      const product = {
        ...emptyProduct(shop, shop.newId('product')),
        // What a merchant adds is shown in all channels.
        publications: publications.map((each) => each.id),
        options: [option],
        variants: [variant],
      };
      return edited(shop, product, fields).id;
    },
    edit: (id, changes) => {
      edited(shop, found(id), changes);
    },
    remove: (id) => shop.deleteProduct(found(id)),
    setStock: (sku, pieces) => {
      const matching = shop
        .productsBySku(sku)
        .flatMap((product) =>
          product.variants.filter((each) => each.sku === sku).map((variant) => ({ product, variant })),
        );
      for (const { product, variant } of matching) {
        changeVariant(found(product.id), variant.id, (each) => withPieces(each, pieces, shop.world.now()));
        const level = shop.item(variant.itemId)?.variant.levels[mainLocation];
        if (level !== undefined) shop.happenings.ofLevel(variant.itemId, mainLocation, level);
      }
      return matching.length;
    },
    addVariant: (id, { sku, options, price, pieces }) => {
      const product = found(id);
      const names = Object.keys(options);
      const isFirst = isDefaultOnly(product);
      const own = isFirst
        ? names.map((name) => ({ id: shop.newId('part'), name, values: [] }))
        : product.options;
      if (!isFirst && names.some((name) => !own.some((each) => each.name === name)))
        throw new Refusal(409, 'Option does not exist', null);
      const variant = newVariant(
        shop,
        own.map(({ name }) => options[name] ?? ''),
        {
          ...{ sku, price: price ?? product.variants[0]?.price ?? '0' },
        },
      );
      const made = withPieces(variant, pieces, shop.world.now());
      saveVariants(shop, { ...product, options: own }, [...(isFirst ? [] : product.variants), made]);
      return made.id;
    },
    editVariant: (id, variant, { sku, price, options }) => {
      const product = found(id);
      changeVariant(product, variant, (each) => ({
        ...each,
        ...(sku === undefined ? {} : { sku }),
        ...(price === undefined ? {} : { price }),
        values: product.options.map(({ name }, index) => options?.[name] ?? each.values[index] ?? ''),
      }));
    },
    removeVariant: (id, variant) => {
      const product = found(id);
      const left = product.variants.filter((each) => each.id !== variant);
      if (left.length === 0) throw new Refusal(409, 'Cannot delete the last variant of a product', null);
      shop.saveProduct({ ...product, variants: left });
    },
    addPicture: (id, picture) => addPicture(shop, found(id), picture),
    removePicture: (id, place) => {
      const product = found(id);
      shop.saveProduct({ ...product, media: product.media.toSpliced(place, 1) });
    },
    // Collections are flat (sheet 7.6): nothing has a parent, and nothing is hidden but by its publications.
    categories: () =>
      shop.collections.all().map(({ id, title, publications }) => ({
        id,
        name: title,
        parent: null,
        active: publications.length > 0,
      })),
    addCategory: ({ name, parent, description, active }) => {
      if (parent !== null) throw new Refusal(409, 'Collections have no parent.', null);
      const made = newCollection(shop, { title: name, descriptionHtml: description });
      if (active) shop.saveCollection({ ...made, publications: [onlineStore] }, false);
      return made.id;
    },
    editCategory: (id, { name, parent, active }) => {
      if (parent) throw new Refusal(409, 'Collections have no parent.', null);
      shop.saveCollection(
        {
          ...collection(id),
          ...(name === undefined ? {} : { title: name }),
          ...(active === undefined ? {} : { publications: active ? [onlineStore] : [] }),
        },
        false,
      );
    },
    removeCategory: (id) => removeCollection(shop, collection(id)),
  };
}

const onlineStore = '15012345678';

export function withPieces(variant: Variant, pieces: Pieces, now: number): Variant {
  if (pieces === 'unlimited') return { ...variant, tracked: false };
  const before = variant.levels[mainLocation] ?? { available: 0, committed: 0, incoming: 0, updatedAt: now };
  return {
    ...variant,
    tracked: true,
    levels: { ...variant.levels, [mainLocation]: { ...before, available: pieces, updatedAt: now } },
  };
}

function edited(
  shop: Shop,
  product: Product,
  { name, sku, price, listPrice, description, active, categories }: ProductEdit,
): Product {
  const fields = productFields(
    shop,
    product,
    {
      ...(name === undefined ? {} : { title: name }),
      ...(description === undefined ? {} : { descriptionHtml: description }),
      ...(active === undefined ? {} : { status: active ? ('ACTIVE' as const) : ('DRAFT' as const) }),
    },
    'product',
  );
  // The number of a product is that of its only variant; prices are those of all.
  const variants = product.variants.map((each) => ({
    ...each,
    ...(sku === undefined || product.variants.length > 1 ? {} : { sku }),
    ...(price === undefined ? {} : { price }),
    ...(listPrice === undefined ? {} : { compareAtPrice: listPrice }),
    updatedAt: shop.world.now(),
  }));
  return shop.saveProduct({
    ...product,
    ...fields,
    variants,
    ...(categories === undefined ? {} : { collections: categories }),
  });
}

function viewOf(shop: Shop, product: Product): ProductView {
  const [first] = product.variants;
  const isPlain = isDefaultOnly(product);
  const amount = (text: string | null | undefined) => Big(text ?? '0').toFixed(2);
  return {
    id: product.id,
    sku: isPlain ? (first?.sku ?? null) : null,
    name: product.title,
    price: amount(first?.price),
    listPrice: first?.compareAtPrice ? amount(first.compareAtPrice) : null,
    description: product.descriptionHtml,
    active: product.status === 'ACTIVE',
    categories: product.collections,
    pictures: product.media.map((each) => pictureUrl(shop, each)),
    variants: isPlain
      ? []
      : product.variants.map((each) => ({
          id: each.id,
          sku: each.sku,
          options: Object.fromEntries(
            product.options.map(({ name }, index) => [name, each.values[index] ?? '']),
          ),
          price: amount(each.price),
          pieces: piecesOf(each),
        })),
    pieces: first === undefined ? 0 : piecesOf(first),
  };
}

function piecesOf({ tracked, levels }: Variant): Pieces {
  return tracked ? (levels[mainLocation]?.available ?? 0) : 'unlimited';
}

function addPicture(shop: Shop, product: Product, { fileName, alt, replaces }: NewPicture): void {
  const picture = uploaded(shop, fileName, alt, shop.world.now());
  const media =
    replaces === undefined ? [...product.media, picture] : product.media.toSpliced(replaces, 1, picture);
  shop.saveProduct({ ...product, media });
}
