/** The tax classes of systems that say of a product whether VAT is charged, and not at which rate. */
import { rejected } from '../../records/problem.ts';

export const vatClasses = ['taxed', 'untaxed'] as const;

/** Throws `tax_class_unknown`. */
export function checkVatClass(system: string, taxClass: string | undefined, product: string): void {
  if (taxClass !== undefined && !(vatClasses as readonly string[]).includes(taxClass))
    throw rejected('tax_class_unknown', { system, taxClass, product });
}

/** Undefined where nothing is said of it. */
export function isTaxable(vatClass: string | undefined): boolean | undefined {
  return vatClass === undefined ? undefined : vatClass !== 'untaxed';
}
