import { each, together } from '../../kit/fields/shape.ts';
import type { JsonObject } from '../../kit/json.ts';
import { type FieldKind, writable } from '../fields.ts';
import { refusal, wrongField } from '../refusal.ts';

const visibilities = ['SHOW', 'HIDE', 'ALLOW_PREORDER'] as const;

/** What of a product and of a variation can be written alike (sheets 4.3, 5). */
const shared = together<FieldKind>(
  each(
    'number',
    'price costPrice compareToPrice quantity warningLimit minPurchaseQuantity maxPurchaseQuantity weight volume',
  ),
  each('text', 'sku externalReferenceId customsHsTariffCode'),
  each('boolean', 'unlimited isShippingRequired'),
  each('object', 'dimensions lowestPriceSettings subscriptionSettings'),
  each('list', 'wholesalePrices attributes options'),
  each(visibilities, 'outOfStockVisibilityBehaviour'),
);

const productShape = together<FieldKind>(
  shared,
  each(
    'number',
    `productClassId defaultCategoryId showOnFrontpage fixedShippingRate priceDefaultTier googleProductCategory`,
  ),
  each('text', 'name description subtitle seoTitle seoDescription customSlug productCondition volumeUnit'),
  each(
    'boolean',
    `enabled fixedShippingRateOnly showDeliveryTimeInStorefront discountsAllowed reviewsCollectingAllowed
     batteryIncluded nameYourPriceEnabled`,
  ),
  each(
    'object',
    `nameTranslated descriptionTranslated subtitleTranslated ribbon ribbonTranslated seoTitleTranslated
     seoDescriptionTranslated tax shipping shippingPreparationTime media relatedProducts`,
  ),
  each('list', 'categoryIds combinations customPriceTiers'),
);

const combinationShape = together<FieldKind>(shared, each('object', 'alt'));

/** The fields of a product in a body, checked. Throws a `Refusal`. */
export function productFields(body: JsonObject): JsonObject {
  const fields = writable(body, productShape, 'Product');
  if (fields.name === '' || fields.name === null) throw wrongField('Product', 'name');
  if (fields.price === null) throw wrongField('Product', 'price');
  checkAmounts(fields, 'Product');
  return fields;
}

export function combinationFields(body: JsonObject): JsonObject {
  const fields = writable(body, combinationShape, 'Combination');
  checkAmounts(fields, 'Combination');
  return fields;
}

function checkAmounts(fields: JsonObject, entity: string): void {
  for (const name of ['price', 'compareToPrice', 'weight']) {
    const value = fields[name];
    if (typeof value === 'number' && value < 0) throw wrongField(entity, name);
  }
  if (typeof fields.costPrice === 'number' && fields.costPrice < 0) {
    throw refusal(400, 'COST_PRICE_CANT_BE_NEGATIVE', 'The cost price can not be negative');
  }
  if (typeof fields.quantity === 'number' && !Number.isInteger(fields.quantity)) {
    throw wrongField(entity, 'quantity');
  }
}
