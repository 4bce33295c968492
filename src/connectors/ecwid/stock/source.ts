import type { StockSource } from '../../contract/stock.ts';
import { idsPerCall } from '../products/by-ids.ts';
import { productChanges } from '../products/changed.ts';
import { levelAt, readStocked } from './levels.ts';

/** A key is a product: a change of a variation's stock is told as one of its product (sheet 4.7). */
export const stockSource: StockSource = {
  changes: productChanges('stock'),
  readSize: idsPerCall,
  readsLists: true,

  async levels(api, keys, { locations }) {
    const products = await readStocked(api, keys);
    const levels = [...products].map(([id, product]) => {
      const variants = [null, ...product.combinations.map((each) => each.id)];
      const rows = variants.flatMap((variantId) =>
        (locations ?? [null]).map((location) => levelAt(product, variantId, location)),
      );
      return [id, rows.filter((row) => row !== undefined)] as const;
    });
    return new Map(levels);
  },
};
