import type { SnapshotRow } from '../../contract/source.ts';
import type { StockSource } from '../../contract/stock.ts';
import { digest } from '../../wire/digest.ts';
import { productList, readProducts } from '../products/read.ts';
import { recentThenAll } from '../products/walked.ts';
import { type CountedWire, countedWire, skuOfCombination } from '../products/wire.ts';
import { isCountedByCombination, levelsOf } from './levels.ts';

/** A key is a product with all its combinations. */
export const stockSource: StockSource = {
  changes: recentThenAll(
    (query) => productList(countedWire, { ...query, expand: 'attributecombinations' }),
    levelRow,
  ),
  readSize: 10,

  async levels(api, keys, { listed }) {
    const products = await readProducts(api, keys);
    if (listed !== undefined) listed(await Promise.all([...products.values()].map(levelRow)));
    return new Map([...products].map(([id, product]) => [id, [...levelsOf(product, api.account).values()]]));
  },
};

/** What levels are made of. */
async function levelRow(product: CountedWire): Promise<SnapshotRow> {
  const { id, stock, stockenabled, productnumber, attributecombinations = [] } = product;
  const counted = isCountedByCombination(product)
    ? attributecombinations.map((each) => [
        each.id,
        skuOfCombination(each, product) ?? null,
        each.stock ?? null,
      ])
    : [productnumber ?? null, stock ?? null];
  return { key: id, digest: await digest([stockenabled ?? null, counted]) };
}
