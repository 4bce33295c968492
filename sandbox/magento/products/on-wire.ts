/** A product as the API shows it for a store view (sheet 10.2, 10.10). */
import type { JsonObject } from '../../kit/json.ts';
import { customAttributes } from '../attributes/values.ts';
import { stockItemOf } from '../inventory/stock-items.ts';
import { pictureOnWire } from '../pictures/pictures.ts';
import type { Shop } from '../shop.ts';
import type { Product, ProductOption } from './product.ts';
import { valuesIn } from './product.ts';

/** In full, as one product is read and as saves answer. */
export function productOnWire(shop: Shop, product: Product, storeId: number): JsonObject {
  const isConfigurable = product.type === 'configurable';
  return {
    ...listedProduct(shop, product, storeId),
    extension_attributes: {
      ...linksOf(product),
      stock_item: stockItemOf(shop, product),
      ...(isConfigurable
        ? {
            configurable_product_options: product.options.map((each) => productOptionOnWire(product, each)),
            configurable_product_links: [...product.children],
          }
        : {}),
    },
  };
}

/** In lists: without the stock, and without options and children (sheet 10.1). */
export function listedProduct(shop: Shop, product: Product, storeId: number): JsonObject {
  const values = valuesIn(product.values, storeId);
  const categoryIds = product.categories.map(({ id }) => String(id));
  return {
    ...headOf(product, values),
    extension_attributes: linksOf(product),
    product_links: product.extras.product_links ?? [],
    options: product.extras.options ?? [],
    media_gallery_entries: product.pictures.map((each) => pictureOnWire(product, each, storeId)),
    tier_prices: product.extras.tier_prices ?? [],
    custom_attributes: [
      ...customAttributes(
        shop.catalogue.attributesOf(product.attributeSetId),
        values,
        shop.settings().decimals,
      ),
      ...(categoryIds.length === 0 ? [] : [{ attribute_code: 'category_ids', value: categoryIds }]),
      { attribute_code: 'required_options', value: product.type === 'configurable' ? '1' : '0' },
      { attribute_code: 'has_options', value: product.type === 'configurable' ? '1' : '0' },
    ],
  };
}

/** Among the children of a configurable product: few attributes (sheet 10.5). */
export function childOnWire(shop: Shop, child: Product, parent: Product, storeId: number): JsonObject {
  const values = valuesIn(child.values, storeId);
  const differing = parent.options.map(({ attributeId }) => attributeId);
  const attributes = shop.catalogue
    .attributesOf(child.attributeSetId)
    .filter(({ id, code }) => differing.includes(id) || code === 'url_key' || code === 'tax_class_id');
  return {
    ...headOf(child, values),
    product_links: [],
    tier_prices: [],
    custom_attributes: customAttributes(attributes, values, shop.settings().decimals),
  };
}

export function productOptionOnWire(product: Product, option: ProductOption): JsonObject {
  const { id, attributeId, label, position, values } = option;
  return {
    id,
    attribute_id: String(attributeId),
    label,
    position,
    values: values.map((value_index) => ({ value_index })),
    product_id: product.id,
  };
}

function headOf(product: Product, values: JsonObject): JsonObject {
  const { name, price, status, visibility, weight } = values;
  return {
    id: product.id,
    sku: product.sku,
    ...(name === undefined ? {} : { name }),
    attribute_set_id: product.attributeSetId,
    // What a configurable product costs is its children's (sheet 17.30).
    price: product.type === 'configurable' ? 0 : (price ?? 0),
    status: status ?? 1,
    visibility: visibility ?? 4,
    type_id: product.type,
    created_at: product.createdAt,
    updated_at: product.updatedAt,
    ...(weight === undefined ? {} : { weight }),
  };
}

function linksOf({ websiteIds, categories }: Product): JsonObject {
  const links = categories.map(({ id, position }) => ({ position, category_id: String(id) }));
  return {
    website_ids: [...websiteIds],
    ...(links.length === 0 ? {} : { category_links: links }),
  };
}
