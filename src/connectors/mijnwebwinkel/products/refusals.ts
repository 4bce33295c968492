/** What of a product cannot be written here, in the words that all connectors use. */
import { rejected } from '../../../records/problem.ts';
import { vatClasses } from './to-record.ts';

const system = 'MijnWebwinkel';

/** Throws `tax_class_unknown`. */
export function checkVatClass(taxClass: string | undefined, product: string): void {
  if (taxClass !== undefined && !(vatClasses as readonly string[]).includes(taxClass))
    throw rejected('tax_class_unknown', { system, taxClass, product });
}

export function productShown(product: string) {
  return rejected('product_shown', { system, product });
}

/** Whether the platform takes a sent list for the whole one is not known (sheet 7.11). */
export function categoryKept(category: string, product: string) {
  return rejected('category_kept', { system, category, product });
}
