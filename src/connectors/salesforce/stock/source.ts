import type { StockSource } from '../../contract/stock.ts';
import { changing } from '../changes.ts';
import { readLevels, stockField } from './levels.ts';

/** A key is a product. */
export const stockSource: StockSource = {
  changes: changing({
    flow: 'stock',
    lists: (api) => [{ object: 'Product2', state: [stockField(api)] }],
    deleted: () => ['Product2'],
  }),
  readSize: 200,

  async levels(api, keys) {
    const levels = await readLevels(api, keys);
    return new Map(
      keys.flatMap((key) => {
        const level = levels.get(key);
        return level === undefined ? [] : [[key, [level]] as const];
      }),
    );
  },
};
