import Big from 'big.js';
import type { Pieces } from '../../kit/catalogue/catalogue.ts';
import { type JsonObject, numberIn, textIn } from '../../kit/json.ts';
import type { CcvSettings } from '../settings.ts';

export interface Photo {
  readonly id: number;
  /** Its name among the shop's pictures. */
  readonly file: string;
  readonly alt: string;
  readonly isMain: boolean;
}

/** A value of an attribute, as a product offers it. */
export interface OfferedValue {
  readonly id: number;
  readonly valueId: number;
  readonly price: number;
  readonly position: number;
}

/** What CCV makes of the values by itself: one for every combination of them (sheet 6.8). */
export interface Combination {
  readonly id: number;
  readonly valueIds: readonly number[];
  /** What can be sent, under its own name. */
  readonly fields: JsonObject;
}

/** That a product is in a category: a record of its own. */
export interface CategoryLink {
  readonly id: number;
  readonly categoryId: number;
  readonly position: number;
}

/** A property that the product has, and its value. */
export interface Fact {
  readonly id: number;
  readonly propertyId: number;
  readonly value: string;
}

export interface Product {
  readonly id: number;
  readonly createdAt: number;
  readonly modifiedAt: number;
  readonly isActive: boolean;
  /** What was said, under the names by which it is shown and can be sent. */
  readonly fields: JsonObject;
  readonly brandId: number | null;
  readonly conditionId: number | null;
  readonly supplierId: number | null;
  readonly colorId: number | null;
  readonly packageId: number | null;
  readonly photos: readonly Photo[];
  readonly values: readonly OfferedValue[];
  readonly combinations: readonly Combination[];
  readonly links: readonly CategoryLink[];
  readonly groups: readonly { readonly id: number; readonly groupId: number }[];
  readonly facts: readonly Fact[];
}

/** What is shown of a product that says nothing of it. A product keeps no more than what was said. */
export const blankFields: JsonObject = {
  productnumber: '',
  eannumber: '',
  mpnnumber: '',
  name: '',
  shortdescription: '',
  description: '',
  taxtariff: 'normal',
  price: 0,
  discount: 0,
  purchaseprice: 0,
  container_deposit_price: 0,
  safety_deposit_price: 0,
  credit_points_custom: null,
  unit: null,
  stockenabled: false,
  stocktype: 'Product',
  stock: 0,
  stocklocation: '',
  ordering_without_stock: 'global_setting',
  weight: 0,
  maincategory: '',
  subcategory: '',
  meta_description: '',
  meta_keywords: '',
  page_title: '',
  no_index: false,
  no_follow: false,
  alias: '',
  specs: null,
  decimal_amount: 0,
  amount_sold: 0,
  minimal_order_amount: 1,
  stock_delivery_number: 1,
  stock_delivery_type: 'days',
  stock_delivery_standard: '',
  show_in_template: true,
  show_on_beginpage: false,
  show_on_facebook: false,
  show_order_button: 'Y',
  product_layout: 1,
  photo_size: 'SMALL',
  hide_without_category: 'YES',
  memo: '',
  marktplaats_active: null,
  marktplaats_status: null,
  marktplaats_cpc: null,
  marktplaats_daily_budget: null,
  marktplaats_total_budget: null,
  marktplaats_category_id: null,
  marktplaats_price_type: null,
  google_shopping_category: null,
  is_included_for_export_feed: null,
  fixed_staggered_prices: false,
};

export const blankCombination: JsonObject = {
  note: '',
  stock: 0,
  product_number: '',
  ean_number: '',
  sku_number: '',
  delivery_time: 1,
  delivery_time_type: 'days',
  delivery_default_text: '',
  active: true,
};

/** Whether stock is kept by combination. Compare without case (sheet 6.6). */
export function countsByCombination({ fields }: Product): boolean {
  return textIn(fields, 'stocktype').toLowerCase() === 'attribute';
}

export function sellPrice({ fields }: Product): Big {
  return Big(numberIn(fields, 'price')).minus(numberIn(fields, 'discount'));
}

/** What the options of a combination add. */
export function extraPrice({ values }: Product, { valueIds }: Pick<Combination, 'valueIds'>): number {
  const sum = values
    .filter(({ valueId }) => valueIds.includes(valueId))
    .reduce((total, { price }) => total.plus(price), Big(0));
  return Number(sum.toFixed());
}

export function combinationOf(product: Product, valueIds: readonly number[]): Combination | undefined {
  const key = keyOf(valueIds);
  return product.combinations.find((each) => keyOf(each.valueIds) === key);
}

export function keyOf(valueIds: readonly number[]): string {
  return [...valueIds].sort((one, other) => one - other).join(',');
}

/** The product, or its combination, with so many pieces more. What does not count stays as it is. */
export function withMoved(product: Product, valueIds: readonly number[], pieces: number): Product {
  if (product.fields.stockenabled !== true) return product;
  const moved = (fields: JsonObject) => ({
    ...fields,
    stock: Number(Big(numberIn(fields, 'stock')).plus(pieces).toFixed()),
  });
  if (!countsByCombination(product)) return { ...product, fields: moved(product.fields) };
  const meant = combinationOf(product, valueIds);
  const combinations = product.combinations.map((each) =>
    each === meant ? { ...each, fields: moved(each.fields) } : each,
  );
  return meant === undefined ? product : { ...product, combinations };
}

/** What is left of it; unlimited where nobody counts. */
export function piecesOf(product: Product, combination?: Combination): Pieces {
  if (product.fields.stockenabled !== true) return 'unlimited';
  if (!countsByCombination(product)) return numberIn(product.fields, 'stock');
  const meant = combination === undefined ? product.combinations : [combination];
  return meant.reduce((sum, { fields }) => sum + numberIn(fields, 'stock'), 0);
}

/** `Product` or `Attribute` as the shop spells it. */
export function stocktypeWord(type: string, { stocktypeWords }: CcvSettings): string {
  const [product = '', attribute = ''] = stocktypeWords.split(' ');
  return type.toLowerCase() === 'attribute' ? attribute : product;
}
