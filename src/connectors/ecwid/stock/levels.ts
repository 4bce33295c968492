import { z } from 'zod';
import type { Decimal } from '../../../records/money.ts';
import type { StockLevel } from '../../../records/stock-level.ts';
import type { Api } from '../../contract/api.ts';
import { amount, flag, list, needed, part, skuWire, text } from '../../wire/fields.ts';
import { productsByIds } from '../products/by-ids.ts';
import { ownSku } from '../products/wire.ts';

/** What says how much there is (sheet 4.3, 4.7, 5). */
const counted = {
  id: needed(text),
  sku: skuWire,
  quantity: amount,
  unlimited: flag,
  /** By place, in stores that have several. */
  locationInventory: part(z.record(z.string(), amount)),
};

const variationWire = z.object({ ...counted, options: list(z.object({ value: text })) });

const stockedWire = z.object({ ...counted, name: text, combinations: list(variationWire) });

type Counted = z.infer<z.ZodObject<typeof counted>>;
export type Stocked = z.infer<typeof stockedWire>;

const own = 'id,sku,quantity,unlimited,locationInventory';

export function readStocked(api: Api, productIds: readonly string[]): Promise<Map<string, Stocked>> {
  return productsByIds(api, productIds, stockedWire, `${own},name,combinations(${own},options)`);
}

/** What is counted of a product or one of its variations; undefined where there is no such variation. */
export function countedOf(product: Stocked, variantId: string | null): Counted | undefined {
  if (variantId === null) return product;
  const variation = product.combinations.find(({ id }) => id === variantId);
  if (variation === undefined) return undefined;
  // Without a SKU of its own it shares the product's stock (sheet 4.7).
  return ownSku(variation, product) === undefined ? { ...product, id: variation.id } : variation;
}

/** The level at a place, or where that is null in all; undefined where nothing of it is kept at that place. */
export function levelAt(
  product: Stocked,
  variantId: string | null,
  location: string | null,
): StockLevel | undefined {
  const stated = countedOf(product, variantId);
  if (stated === undefined) return undefined;
  const here = location === null ? stated.quantity : stated.locationInventory?.[location];
  if (location !== null && here === undefined) return undefined;
  const variation = product.combinations.find(({ id }) => id === variantId);
  return {
    sku: variation === undefined ? product.sku : ownSku(variation, product),
    name: [product.name, ...(variation?.options ?? []).map(({ value }) => value)].filter(Boolean).join(', '),
    productId: product.id,
    ...(variantId === null ? {} : { variantId }),
    ...numbers(stated, here),
    ...(location === null ? {} : { location }),
  };
}

/** What is not counted has no number, and what has no number is not zero. The number is what can still be sold (sheet 8.5). */
function numbers({ unlimited, quantity }: Counted, here: Decimal | undefined): Partial<StockLevel> {
  if (unlimited) return { managed: false };
  const managed = unlimited === undefined && quantity === undefined ? {} : { managed: true };
  return { ...managed, ...(here === undefined ? {} : { available: here }) };
}
