import { folded } from '../search/conditions.ts';

/** What of a SKU the database compares: neither case nor accents nor blanks around it. */
export function skuKey(sku: string): string {
  return folded(sku.trim());
}
