/** A product as CCV sends it, with what was asked for along with it (sheet 3.3, 6.6, 6.8, 6.15), as far as it is read. */
import { z } from 'zod';
import { amount, flag, list, needed, part, skuWire, text } from '../../wire/fields.ts';
import { expanded, instant, linked } from '../fields.ts';

const choiceWire = z.object({
  attribute: z.object({ id: text, name: needed(text) }),
  attribute_value: z.object({ id: text, name: needed(text) }),
  extra_price: amount,
});

const combinationPhotoWire = z.object({ id: needed(text), alt: text, is_mainphoto: flag, deeplink: text });

/** Of one variant: the platform makes one of every choice of values. */
export const combinationWire = z.object({
  id: needed(text),
  stock: amount,
  product_number: skuWire,
  sku_number: skuWire,
  ean_number: text,
  active: flag,
  netto_extra_price: amount,
  combination: list(choiceWire),
  attributecombinationphotos: expanded(combinationPhotoWire),
});
export type CombinationWire = z.infer<typeof combinationWire>;

export const photoWire = z.object({
  id: needed(text),
  filename: text,
  alttext: text,
  is_mainphoto: flag,
  deeplink: text,
});
export type PhotoWire = z.infer<typeof photoWire>;

const placeWire = z.object({ id: needed(text), category_id: needed(text) });

const factWire = z.object({ id: needed(text), product_property_id: needed(text), value: text });

const factGroupWire = z.object({ id: text, product_property_group_id: text, values: expanded(factWire) });

export const productWire = z.object({
  id: needed(text),
  is_active: flag,
  modifydate: instant,
  productnumber: skuWire,
  eannumber: text,
  name: text,
  shortdescription: text,
  description: text,
  taxtariff: text,
  vatrate: amount,
  price: amount,
  discount: amount,
  stockenabled: flag,
  stocktype: text,
  stock: amount,
  weight: amount,
  brand: part(z.object({ id: text, name: text })),
  package: linked,
  attributecombinations: expanded(combinationWire),
  productphotos: expanded(photoWire),
  producttocategories: expanded(placeWire),
  producttopropertygroups: expanded(factGroupWire),
});
export type ProductWire = z.infer<typeof productWire>;

/** Of a walk through all: one that cannot be read must not hold up all the others. */
export const countedWire = z.object({
  id: needed(text),
  modifydate: instant.catch(undefined),
  productnumber: skuWire.catch(undefined),
  stocktype: text.catch(undefined),
  stock: amount.catch(undefined),
  stockenabled: flag.catch(undefined),
  attributecombinations: expanded(combinationWire).catch(undefined),
});
/** What of a product says where its numbers and its levels are. */
export type CountedWire = z.infer<typeof countedWire>;

/** Its own number, where it has one: of the product's nobody knows which variant it is (sheet 6.8). */
export function skuOfCombination(
  { sku_number, product_number }: Pick<CombinationWire, 'sku_number' | 'product_number'>,
  product: Pick<CountedWire, 'productnumber'>,
): string | undefined {
  return sku_number ?? (product_number === product.productnumber ? undefined : product_number);
}

/** The platform makes one of every choice of values: what is switched off and has no number is none that anybody wants. */
export function isVariant(
  combination: CombinationWire,
  product: Pick<CountedWire, 'productnumber'>,
): boolean {
  return combination.active !== false || skuOfCombination(combination, product) !== undefined;
}

export function optionsOf({ combination }: CombinationWire): Record<string, string> {
  return Object.fromEntries(
    combination.map(({ attribute, attribute_value }) => [attribute.name, attribute_value.name]),
  );
}

/** The form in which places are written: of a combination its product's id before its own. */
export function placeId(productId: string, combinationId: string | null): string {
  return combinationId === null ? productId : `${productId}:${combinationId}`;
}

export function placeOf(id: string): { readonly productId: string; readonly combinationId: string | null } {
  const [productId = '', combinationId = null] = id.split(':');
  return { productId, combinationId };
}
