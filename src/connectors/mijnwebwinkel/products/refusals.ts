/** What of a product cannot be written here, in the words that all connectors use. */
import { rejected } from '../../../records/problem.ts';

export const system = 'MijnWebwinkel';

export function productShown(product: string) {
  return rejected('product_shown', { system, product });
}

/** Whether the platform takes a sent list for the whole one is not known (sheet 7.11). */
export function categoryKept(category: string, product: string) {
  return rejected('category_kept', { system, category, product });
}
