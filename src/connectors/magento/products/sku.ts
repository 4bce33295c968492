/** Text as the merchant typed it, zeros and blanks too. */
import { z } from 'zod';

export const skuWire = z.union([z.string(), z.number()]).transform(String);

/** The database compares without case and outer blanks (sheet 10.2). */
export function skuKey(sku: string): string {
  return sku.trim().toLowerCase();
}

/**
 * Whether a SKU may stand in a path: some servers, and the signatures of some versions, fail over anything that is encoded there (sheet
 * 2.2, 10.9), in a way that would stop the whole connection.
 */
export function fitsPath(sku: string): boolean {
  return sku !== '' && !/^\.{1,2}$/.test(sku) && sku.isWellFormed() && encodeURIComponent(sku) === sku;
}
