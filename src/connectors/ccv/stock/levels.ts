import type { StockLevel } from '../../../records/stock-level.ts';
import type { Account } from '../../contract/account.ts';
import {
  type CombinationWire,
  isVariant,
  optionsOf,
  type ProductWire,
  placeId,
  skuOfCombination,
} from '../products/wire.ts';

/**
 * The levels of a product by their ids: its own, or those of its combinations where the product says that these are counted (sheet 7). There is no
 * number of what is reserved: orders take their pieces off at once, so what stands there can be sold.
 */
export function levelsOf(product: ProductWire, account: Account): ReadonlyMap<string, StockLevel> {
  const { id, name, productnumber: sku, attributecombinations: combinations = [] } = product;
  const levelFor = (stock: string | undefined) => numbers(product, stock, account);
  if (!isCountedByCombination(product))
    return new Map([[id, { sku, name, productId: id, ...levelFor(product.stock) }]]);
  return new Map(
    combinations
      .filter((each) => isVariant(each, product))
      .map((each) => [
        placeId(id, each.id),
        {
          sku: skuOfCombination(each, product),
          name: nameOf(product, each),
          productId: id,
          variantId: each.id,
          ...levelFor(each.stock),
        },
      ]),
  );
}

/** How it is written is not sure (sheet, unknown). Left out, combinations that are there are what is counted. */
export function isCountedByCombination({
  stocktype,
  attributecombinations = [],
}: Pick<ProductWire, 'stocktype' | 'attributecombinations'>): boolean {
  return attributecombinations.length > 0 && stocktype?.toLowerCase() !== 'product';
}

function nameOf({ name }: ProductWire, combination: CombinationWire): string {
  return [name, ...Object.values(optionsOf(combination))].filter(Boolean).join(', ');
}

/** What is not told is not zero. */
function numbers(
  { stockenabled }: ProductWire,
  stock: string | undefined,
  { traits }: Account,
): Partial<StockLevel> {
  if (stockenabled === false || traits.countsStock === 'false') return { managed: false };
  return {
    ...(stockenabled === undefined ? {} : { managed: true }),
    ...(stock === undefined ? {} : { available: stock }),
  };
}
