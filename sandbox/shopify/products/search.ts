import { gid } from '../ids.ts';
import { metafieldTexts } from '../metafields/metafield.ts';
import { type Filters, keyword } from '../search/filter.ts';
import type { Shop } from '../shop.ts';
import type { Product, ProductCollection, Variant } from './product.ts';
import { collectionsOf, isIn, stockOf } from './view.ts';

export interface VariantRow {
  readonly product: Product;
  readonly variant: Variant;
}

/** Sheet 7.3. */
export function productFilters(shop: Shop): Filters<Product> {
  return {
    id: keyword(({ id }) => id),
    handle: keyword(({ handle }) => handle),
    title: { is: 'words', read: ({ title }) => [title] },
    vendor: keyword(({ vendor }) => vendor),
    product_type: keyword(({ productType }) => productType),
    status: keyword(({ status }) => status),
    tag: { is: 'keyword', read: ({ tags }) => tags },
    sku: { is: 'keyword', read: ({ variants }) => variants.map(({ sku }) => sku) },
    barcode: { is: 'keyword', read: ({ variants }) => variants.map(({ barcode }) => barcode) },
    variant_id: { is: 'keyword', read: ({ variants }) => variants.map(({ id }) => id) },
    collection_id: { is: 'keyword', read: (product) => collectionsOf(shop, product).map(({ id }) => id) },
    published_status: keyword(({ publications }) => (publications.length > 0 ? 'published' : 'unpublished')),
    created_at: { is: 'time', read: ({ createdAt }) => createdAt },
    updated_at: { is: 'time', read: ({ updatedAt }) => updatedAt },
    inventory_total: {
      is: 'number',
      read: ({ variants }) => variants.reduce((sum, each) => sum + stockOf(each), 0),
    },
    metafields: { is: 'keyword', read: ({ id }) => metafieldTexts(shop, gid('Product', id)) },
  };
}

export function productText({ title, vendor, productType, variants }: Product): (string | null)[] {
  return [title, vendor, productType, ...variants.map(({ sku }) => sku)];
}

export const productSorts: Readonly<Record<string, (product: Product) => string | number>> = {
  UPDATED_AT: ({ updatedAt }) => updatedAt,
  CREATED_AT: ({ createdAt }) => createdAt,
  TITLE: ({ title }) => title,
  VENDOR: ({ vendor }) => vendor,
  PRODUCT_TYPE: ({ productType }) => productType,
};

export function variantFilters(shop: Shop): Filters<VariantRow> {
  return {
    id: keyword(({ variant }) => variant.id),
    sku: keyword(({ variant }) => variant.sku),
    barcode: keyword(({ variant }) => variant.barcode),
    title: { is: 'words', read: ({ product }) => [product.title] },
    vendor: keyword(({ product }) => product.vendor),
    product_id: keyword(({ product }) => product.id),
    product_status: keyword(({ product }) => product.status),
    location_id: { is: 'keyword', read: ({ variant }) => Object.keys(variant.levels) },
    tag: { is: 'keyword', read: ({ product }) => product.tags },
    taxable: keyword(({ variant }) => String(variant.taxable)),
    updated_at: { is: 'time', read: ({ variant }) => variant.updatedAt },
    inventory_quantity: { is: 'number', read: ({ variant }) => stockOf(variant) },
    metafields: {
      is: 'keyword',
      read: ({ variant }) => metafieldTexts(shop, gid('ProductVariant', variant.id)),
    },
  };
}

export const variantSorts: Readonly<Record<string, (row: VariantRow) => string | number>> = {
  SKU: ({ variant }) => variant.sku ?? '',
  TITLE: ({ product }) => product.title,
  INVENTORY_QUANTITY: ({ variant }) => stockOf(variant),
};

export function collectionFilters(shop: Shop): Filters<ProductCollection> {
  return {
    id: keyword(({ id }) => id),
    title: { is: 'words', read: ({ title }) => [title] },
    handle: keyword(({ handle }) => handle),
    collection_type: keyword(({ smartTag }) => (smartTag === null ? 'custom' : 'smart')),
    updated_at: { is: 'time', read: ({ updatedAt }) => updatedAt },
    product_id: {
      is: 'keyword',
      read: (collection) =>
        shop.products
          .all()
          .filter((each) => isIn(each, collection))
          .map(({ id }) => id),
    },
  };
}

export const collectionSorts: Readonly<Record<string, (collection: ProductCollection) => string | number>> = {
  UPDATED_AT: ({ updatedAt }) => updatedAt,
  TITLE: ({ title }) => title,
};

export const itemFilters: Filters<VariantRow> = {
  id: keyword(({ variant }) => variant.itemId),
  sku: keyword(({ variant }) => variant.sku),
  updated_at: { is: 'time', read: ({ variant }) => variant.updatedAt },
};
