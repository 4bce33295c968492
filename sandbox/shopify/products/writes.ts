/** Products and variants, field by field (sheet 7.1). */
import { payloadOf, refused } from '../graphql/errors.ts';
import { gid, idIn } from '../ids.ts';
import { checkedMetafields, setMetafields } from '../metafields/metafield.ts';
import type { Shop } from '../shop.ts';
import { shopView } from '../shop-view.ts';
import { type FileInput, newMedia } from './media.ts';
import { newOption, type OptionInput } from './options.ts';
import { isDefaultOnly, type Product, type Variant } from './product.ts';
import { emptyProduct, manualCollection, type ProductFields, productFields } from './product-fields.ts';
import { placeOf } from './stock-view.ts';
import {
  defaultOption,
  newVariant,
  productIn,
  requireDistinct,
  type VariantInput,
  valuesFrom,
  variantFields,
  withValues,
} from './variant-input.ts';
import { productView, variantView } from './view.ts';

interface ProductInput extends ProductFields {
  readonly collectionsToJoin?: readonly string[] | null;
  readonly collectionsToLeave?: readonly string[] | null;
  readonly productOptions?: readonly OptionInput[] | null;
}
interface BulkVariant extends VariantInput {
  readonly mediaId?: string | null;
  readonly mediaSrc?: readonly string[] | null;
  readonly inventoryQuantities?:
    | readonly { readonly availableQuantity: number; readonly locationId: string }[]
    | null;
}
interface Bulk {
  readonly productId: string;
  readonly variants: readonly BulkVariant[];
  readonly media?: readonly FileInput[] | null;
}

const maxList = 250;

export function productMutations(shop: Shop) {
  const shown = (product: Product) => ({ product: productView(shop, product) });
  const withVariants = (product: Product, ids: readonly string[]) => ({
    ...shown(product),
    productVariants: product.variants
      .filter(({ id }) => ids.includes(id))
      .map((each) => variantView(shop, product, each)),
  });
  const save = (
    before: Product,
    given: ProductInput,
    media: readonly FileInput[] | null | undefined,
  ): Product => {
    const owner = gid('Product', before.id);
    checkedMetafields(shop, owner, given.metafields ?? [], 'product.metafields');
    const joined = (given.collectionsToJoin ?? []).map((id, index) =>
      manualCollection(shop, id, `product.collectionsToJoin.${index}`),
    );
    const left = (given.collectionsToLeave ?? []).map((id) => idIn('Collection', id));
    const saved = shop.saveProduct({
      ...before,
      ...productFields(shop, before, given, 'product'),
      // Media are added; the others stay (sheet 7.4).
      media: [...before.media, ...(media ?? []).map((each, index) => newMedia(shop, each, `media.${index}`))],
      collections: [...new Set([...before.collections, ...joined])].filter((id) => !left.includes(id)),
    });
    setMetafields(shop, owner, given.metafields ?? [], 'product.metafields');
    return saved;
  };
  return {
    productCreate: ({
      product,
      media,
    }: {
      product?: ProductInput | null;
      media?: readonly FileInput[] | null;
    }) =>
      payloadOf(() => {
        const given = product ?? {};
        if (!given.title) throw refused('product.title', "Title can't be blank");
        const options = (given.productOptions ?? []).map((each) => newOption(shop, each));
        const own = options.length === 0 ? [defaultOption(shop)] : options;
        const first = newVariant(
          shop,
          own.map(({ values }) => values[0]?.name ?? ''),
        );
        return shown(
          save(
            { ...emptyProduct(shop, shop.newId('product')), options: own, variants: [first] },
            given,
            media,
          ),
        );
      }),
    productUpdate: ({
      product,
      media,
    }: {
      product?: ProductInput | null;
      media?: readonly FileInput[] | null;
    }) => payloadOf(() => shown(save(productIn(shop, product?.id, 'id'), product ?? {}, media))),
    productDelete: ({ input }: { input: { id: string } }) =>
      payloadOf(() => {
        shop.deleteProduct(productIn(shop, input.id, 'id'));
        return { deletedProductId: input.id, shop: shopView(shop) };
      }),
    productVariantsBulkCreate: ({ productId, variants, media, strategy }: Bulk & { strategy?: string }) =>
      payloadOf(() => {
        requireSize(variants);
        const before = withMedia(shop, productIn(shop, productId, 'productId'), media);
        const dropsFirst =
          strategy === 'REMOVE_STANDALONE_VARIANT' ||
          (strategy !== 'PRESERVE_STANDALONE_VARIANT' && isDefaultOnly(before));
        const kept = dropsFirst && before.variants.length === 1 ? [] : before.variants;
        const made = variants.map((each, index) => {
          const field = `variants.${index}`;
          const values = valuesFrom(before.options, each.optionValues ?? [], [], field);
          const levels = (each.inventoryQuantities ?? []).map(({ locationId, availableQuantity }) => {
            const place = placeOf(idIn('Location', locationId));
            if (place === undefined)
              throw refused(
                `${field}.inventoryQuantities`,
                'Location does not exist',
                'TRACKED_VARIANT_LOCATION_NOT_FOUND',
              );
            return [
              place.id,
              { available: availableQuantity, committed: 0, incoming: 0, updatedAt: shop.world.now() },
            ] as const;
          });
          return newVariant(shop, values, {
            ...variantFields(each, field),
            ...pictureOf(before, each, field),
            ...(levels.length === 0 ? {} : { levels: Object.fromEntries(levels) }),
          });
        });
        const saved = saveVariants(shop, before, [...kept, ...made]);
        saveMetafields(shop, made, variants);
        return withVariants(
          saved,
          made.map(({ id }) => id),
        );
      }),
    productVariantsBulkUpdate: ({ productId, variants, media }: Bulk) =>
      payloadOf(() => {
        requireSize(variants);
        const before = withMedia(shop, productIn(shop, productId, 'productId'), media);
        const changed = variants.map((each, index) => {
          const field = `variants.${index}`;
          const variant = before.variants.find(({ id }) => id === idIn('ProductVariant', each.id));
          if (variant === undefined)
            throw refused(`${field}.id`, 'Product variant does not exist', 'PRODUCT_VARIANT_DOES_NOT_EXIST');
          if (each.inventoryQuantities) {
            throw refused(
              `${field}.inventoryQuantities`,
              'Inventory quantities can only be provided during create',
              'NO_INVENTORY_QUANTITIES_ON_VARIANTS_UPDATE',
            );
          }
          const values = valuesFrom(before.options, each.optionValues ?? [], variant.values, field);
          return {
            ...variant,
            ...variantFields(each, field),
            ...pictureOf(before, each, field),
            values,
            updatedAt: shop.world.now(),
          };
        });
        const saved = saveVariants(
          shop,
          before,
          before.variants.map((each) => changed.find(({ id }) => id === each.id) ?? each),
        );
        saveMetafields(shop, changed, variants);
        return withVariants(
          saved,
          changed.map(({ id }) => id),
        );
      }),
    productVariantsBulkDelete: ({
      productId,
      variantsIds,
    }: {
      productId: string;
      variantsIds: readonly string[];
    }) =>
      payloadOf(() => {
        const before = productIn(shop, productId, 'productId');
        const gone = variantsIds.map((id) => idIn('ProductVariant', id));
        const known = before.variants.map(({ id }) => id);
        const unknown = gone.findIndex((id) => id === null || !known.includes(id));
        if (unknown >= 0)
          throw refused(
            `variantsIds.${unknown}`,
            'At least one variant does not belong to the product',
            'AT_LEAST_ONE_VARIANT_DOES_NOT_BELONG_TO_THE_PRODUCT',
          );
        const left = before.variants.filter(({ id }) => !gone.includes(id));
        if (left.length === 0)
          throw refused(
            'variantsIds',
            'Cannot delete the last variant of a product',
            'CANNOT_DELETE_LAST_VARIANT',
          );
        return shown(shop.saveProduct({ ...before, variants: left }));
      }),
    productVariantAppendMedia: ({
      productId,
      variantMedia,
    }: {
      productId: string;
      variantMedia: readonly { variantId: string; mediaIds: readonly string[] }[];
    }) =>
      payloadOf(() => {
        const before = productIn(shop, productId, 'productId');
        const pictures = new Map(
          variantMedia.map(({ variantId, mediaIds }, index) => {
            const [picture] = mediaIds;
            const id = idIn('MediaImage', picture);
            if (!before.media.some((each) => each.id === id))
              throw refused(
                `variantMedia.${index}.mediaIds`,
                'Media does not exist on the given product',
                'MEDIA_DOES_NOT_EXIST_ON_PRODUCT',
              );
            return [idIn('ProductVariant', variantId) ?? '', id];
          }),
        );
        const variants = before.variants.map((each) => ({
          ...each,
          mediaId: pictures.get(each.id) ?? each.mediaId,
        }));
        return withVariants(shop.saveProduct({ ...before, variants }), [...pictures.keys()]);
      }),
  };
}

function requireSize(variants: readonly unknown[]): void {
  if (variants.length > maxList)
    throw refused(
      'variants',
      `The input array size of ${variants.length} is greater than the maximum allowed of ${maxList}.`,
    );
}

export function saveVariants(shop: Shop, before: Product, variants: readonly Variant[]): Product {
  requireDistinct(variants, 'VARIANT_ALREADY_EXISTS');
  return shop.saveProduct({ ...before, variants, options: withValues(shop, before.options, variants) });
}

function saveMetafields(shop: Shop, variants: readonly Variant[], given: readonly BulkVariant[]): void {
  for (const [index, { id }] of variants.entries())
    setMetafields(
      shop,
      gid('ProductVariant', id),
      given[index]?.metafields ?? [],
      `variants.${index}.metafields`,
    );
}

function withMedia(shop: Shop, product: Product, media: readonly FileInput[] | null | undefined): Product {
  const made = (media ?? []).map((each, index) => newMedia(shop, each, `media.${index}`));
  return { ...product, media: [...product.media, ...made] };
}

function pictureOf(
  { media }: Product,
  { mediaId, mediaSrc }: BulkVariant,
  field: string,
): { mediaId?: string } {
  if (!mediaId && !mediaSrc?.length) return {};
  const found = media.find(
    ({ id, source }) => id === idIn('MediaImage', mediaId) || (mediaSrc?.includes(source) ?? false),
  );
  if (found === undefined)
    throw refused(
      `${field}.mediaId`,
      'Media does not exist on the given product',
      'MEDIA_DOES_NOT_EXIST_ON_PRODUCT',
    );
  return { mediaId: found.id };
}
