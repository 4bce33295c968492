import { textIn } from '../../kit/json.ts';
import type { Assortment } from '../assortment.ts';
import { refusal } from '../refusal.ts';
import { type StoredProduct, skusOf } from './product.ts';

/** Only in stores that forbid a SKU to stand twice (sheet 2.5). */
export function checkSkus(assortment: Assortment, before: StoredProduct, after: StoredProduct): void {
  if (assortment.settings().duplicateSkus) return;
  const known = new Set(skusOf(before));
  const wanted = skusOf(after);
  // A variation with the SKU of its product is no other article (sheet 4.7).
  const own = after.combinations.map(({ fields }) => textIn(fields, 'sku')).filter((sku) => sku !== '');
  const fresh = new Set(wanted.filter((sku) => !known.has(sku)));
  const isElsewhere = (sku: string) => assortment.withSku(sku).some(({ id }) => id !== after.id);
  const isTaken = new Set(own).size < own.length || [...fresh].some(isElsewhere);
  if (isTaken)
    throw refusal(409, 'SKU_ALREADY_EXISTS', 'A product or variation with this SKU already exists');
}
