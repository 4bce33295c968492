/** A product as it is read (sheet 4.3 to 4.5, 5). */
import { z } from 'zod';
import { amount, flag, list, needed, part, skuWire, text } from '../../wire/fields.ts';
import { seconds } from '../../wire/timestamps.ts';
import { productTaxWire } from './taxes.ts';

const attributeWire = z.object({ name: text, type: text, value: text });

const imageWire = z.object({
  id: needed(text),
  imageOriginalUrl: text,
  image1500pxUrl: text,
  isMain: flag,
  orderBy: amount,
  alt: part(z.object({ main: text })),
});
export type ImageWire = z.infer<typeof imageWire>;

const choiceWire = z.object({ text, priceModifier: amount, priceModifierType: text });

const optionWire = z.object({ name: text, choices: list(choiceWire) });

const combinationWire = z.object({
  id: needed(text),
  sku: skuWire,
  options: list(z.object({ name: needed(text), value: needed(text) })),
  price: amount,
  compareToPrice: amount,
  weight: amount,
  attributes: list(attributeWire),
  originalImageUrl: text,
});
export type CombinationWire = z.infer<typeof combinationWire>;

export const productWire = z.object({
  id: needed(text),
  sku: skuWire,
  name: text,
  price: amount,
  compareToPrice: amount,
  enabled: flag,
  description: text,
  subtitle: text,
  weight: amount,
  updateTimestamp: seconds,
  tax: part(productTaxWire),
  attributes: list(attributeWire),
  options: list(optionWire),
  combinations: list(combinationWire),
  categoryIds: list(text),
  media: part(z.object({ images: list(imageWire) })),
  isGiftCard: flag,
  compositeComponents: list(z.unknown()),
});
export type ProductWire = z.infer<typeof productWire>;

/** A variation that has the product's SKU inherits it, said or not: it shares the product's stock (sheet 2.5, 5). */
export function ownSku(
  combination: { readonly sku?: string | undefined },
  product: { readonly sku?: string | undefined },
): string | undefined {
  return combination.sku === product.sku ? undefined : combination.sku;
}
