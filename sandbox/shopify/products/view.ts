/** Products, variants, media and collections as GraphQL shows them (sheet 7). */
import Big from 'big.js';
import { connection, exactCount, listed, type PageArguments } from '../graphql/connection.ts';
import { gid, idIn } from '../ids.ts';
import { metafieldFields } from '../metafields/metafield.ts';
import type { publications, Shop } from '../shop.ts';
import { isoText } from '../timestamps.ts';
import {
  isDefaultOnly,
  type MediaImage,
  type Product,
  type ProductCollection,
  type Variant,
  variantTitle,
} from './product.ts';
import { itemView } from './stock-view.ts';

export function stockOf({ levels }: Variant): number {
  return Object.values(levels).reduce((sum, { available }) => sum + available, 0);
}

export function productView(shop: Shop, product: Product): Record<string, unknown> {
  const { variants, options } = product;
  const owner = gid('Product', product.id);
  const tracked = variants.filter((each) => each.tracked);
  return {
    __typename: 'Product',
    ...product,
    id: owner,
    legacyResourceId: product.id,
    description: product.descriptionHtml
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
    createdAt: isoText(product.createdAt),
    updatedAt: isoText(product.updatedAt),
    publishedAt: product.publications.length === 0 ? null : isoText(product.createdAt),
    totalInventory: tracked.reduce((sum, each) => sum + stockOf(each), 0),
    tracksInventory: tracked.length > 0,
    hasOnlyDefaultVariant: isDefaultOnly(product),
    hasOutOfStockVariants: tracked.some((each) => stockOf(each) <= 0),
    isGiftCard: product.giftCard,
    requiresSellingPlan: false,
    options: ({ first }: { first?: number | null }) =>
      options.slice(0, first ?? options.length).map((option, index) => ({
        id: gid('ProductOption', option.id),
        name: option.name,
        position: index + 1,
        values: option.values.map(({ name }) => name),
        optionValues: option.values.map(({ id, name }) => ({
          id: gid('ProductOptionValue', id),
          name,
          hasVariants: variants.some(({ values }) => values[index] === name),
        })),
      })),
    variants: (args: PageArguments) => listed(variants, args, (each) => variantView(shop, product, each)),
    variantsCount: exactCount(variants.length),
    media: (args: PageArguments) => listed(product.media, args, (each) => mediaView(shop, each)),
    mediaCount: exactCount(product.media.length),
    featuredMedia: () => (product.media[0] === undefined ? null : mediaView(shop, product.media[0])),
    collections: (args: PageArguments) =>
      connection(
        collectionsOf(shop, product),
        args,
        ({ id }) => id,
        null,
        (each) => collectionView(shop, each),
      ),
    inCollection: ({ id }: { id: string }) =>
      collectionsOf(shop, product).some((each) => each.id === idIn('Collection', id)),
    publishedOnPublication: ({ publicationId }: { publicationId: string }) =>
      product.publications.includes(idIn('Publication', publicationId) ?? ''),
    resourcePublicationsCount: exactCount(product.publications.length),
    ...metafieldFields(shop, owner),
  };
}

export function variantView(shop: Shop, product: Product, variant: Variant): Record<string, unknown> {
  const owner = gid('ProductVariant', variant.id);
  const title = variantTitle(product, variant);
  const picture = product.media.find(({ id }) => id === variant.mediaId);
  return {
    __typename: 'ProductVariant',
    id: owner,
    legacyResourceId: variant.id,
    title,
    displayName: `${product.title} - ${title}`,
    sku: variant.sku,
    barcode: variant.barcode,
    price: Big(variant.price).toFixed(2),
    compareAtPrice: variant.compareAtPrice === null ? null : Big(variant.compareAtPrice).toFixed(2),
    taxable: variant.taxable,
    position: product.variants.indexOf(variant) + 1,
    inventoryQuantity: stockOf(variant),
    inventoryPolicy: variant.policy,
    availableForSale: !variant.tracked || variant.policy === 'CONTINUE' || stockOf(variant) > 0,
    inventoryItem: () => itemView(shop, product, variant),
    product: () => productView(shop, product),
    selectedOptions: product.options.map(({ name, values }, index) => {
      const value = variant.values[index] ?? '';
      const found = values.find((each) => each.name === value);
      return {
        name,
        value,
        optionValue: { id: gid('ProductOptionValue', found?.id ?? '0'), name: value, hasVariants: true },
      };
    }),
    media: (args: PageArguments) =>
      listed(picture === undefined ? [] : [picture], args, (each) => mediaView(shop, each)),
    createdAt: isoText(variant.createdAt),
    updatedAt: isoText(variant.updatedAt),
    ...metafieldFields(shop, owner),
  };
}

/** Media are in the making for a while: until then there is no image (sheet 7.4). */
export function mediaView(shop: Shop, media: MediaImage): Record<string, unknown> {
  const isMade = shop.world.now() >= media.createdAt + shop.settings().mediaMs;
  const status = media.failed ? 'FAILED' : isMade ? 'READY' : 'PROCESSING';
  const image =
    status === 'READY'
      ? {
          id: gid('ImageSource', media.id),
          altText: media.alt,
          width: 4,
          height: 4,
          url: pictureUrl(shop, media),
        }
      : null;
  return {
    __typename: 'MediaImage',
    id: gid('MediaImage', media.id),
    alt: media.alt,
    mediaContentType: 'IMAGE',
    status,
    fileStatus: status,
    mediaErrors: media.failed
      ? [{ code: 'IMAGE_DOWNLOAD_FAILURE', message: 'Image could not be downloaded.', details: null }]
      : [],
    preview: { image, status },
    image,
    mimeType: isMade ? media.mimeType : null,
    originalSource: { fileSize: 200, url: media.source },
    createdAt: isoText(media.createdAt),
    updatedAt: isoText(media.createdAt),
  };
}

/** The shop's own address of a picture, whatever it was fetched from. */
export function pictureUrl(shop: Shop, { id, source, fileName }: MediaImage): string {
  const name = fileName || source.split('?')[0]?.split('/').at(-1) || 'picture.png';
  return `${shop.pictures()}/cdn/${id}/${name}`;
}

export function collectionsOf(shop: Shop, product: Product): ProductCollection[] {
  return shop.collections.all().filter((each) => isIn(product, each));
}

/** A smart collection holds what carries its tag. */
export function isIn(product: Product, { id, smartTag }: ProductCollection): boolean {
  return smartTag === null ? product.collections.includes(id) : product.tags.includes(smartTag);
}

export function collectionView(shop: Shop, collection: ProductCollection): Record<string, unknown> {
  const owner = gid('Collection', collection.id);
  const products = () => shop.products.all().filter((each) => isIn(each, collection));
  return {
    __typename: 'Collection',
    ...collection,
    id: owner,
    legacyResourceId: collection.id,
    description: collection.descriptionHtml.replace(/<[^>]*>/g, ' ').trim(),
    updatedAt: isoText(collection.updatedAt),
    products: (args: PageArguments) =>
      connection(
        products(),
        args,
        ({ id }) => id,
        null,
        (each) => productView(shop, each),
      ),
    productsCount: () => exactCount(products().length),
    hasProduct: ({ id }: { id: string }) => products().some((each) => each.id === idIn('Product', id)),
    publishedOnPublication: ({ publicationId }: { publicationId: string }) =>
      collection.publications.includes(idIn('Publication', publicationId) ?? ''),
    resourcePublicationsCount: exactCount(collection.publications.length),
    templateSuffix: null,
    ruleSet: collection.smartTag === null ? null : { appliedDisjunctively: false },
    ...metafieldFields(shop, owner),
  };
}

export function publicationView(each: (typeof publications)[number]): Record<string, unknown> {
  return {
    __typename: 'Publication',
    ...each,
    id: gid('Publication', each.id),
    supportsFuturePublishing: each.name === 'Online Store',
  };
}
