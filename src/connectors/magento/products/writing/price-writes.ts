/** Prices in the scope of all websites only, so that what one of them has of its own stays (sheet 10.8). */
import { z } from 'zod';
import { big, type Decimal } from '../../../../records/money.ts';
import { Problem } from '../../../../records/problem.ts';
import { localDate } from '../../../../records/time-zone.ts';
import type { Api } from '../../../contract/api.ts';
import { type Path, path } from '../../../contract/path.ts';
import type { ProductFields } from '../../../contract/products.ts';
import { list, needed, text } from '../../../wire/fields.ts';
import { cataloguePrice } from '../../fields.ts';
import { everywhere } from '../../scope.ts';
import { upsert } from '../../upsert.ts';
import { isWithin, type PricePair } from '../prices.ts';
import { skuKey, skuWire } from '../sku.ts';
import { system, type Writing } from './writing.ts';

/** What is to be written of one SKU. */
export interface PriceWrite {
  readonly sku: string;
  readonly base?: Decimal;
  /** Null: it is no longer on sale. */
  readonly special?: Decimal | null;
}

/** `standing`: what it costs now; undefined where that is not known. */
export function priceWrite(
  sku: string,
  { price: given, listPrice }: Pick<ProductFields, 'price' | 'listPrice'>,
  standing: PricePair | undefined,
): PriceWrite | null {
  const price = given ?? standing?.price;
  if (price === undefined || (given === undefined && listPrice === undefined)) return null;
  const list = listPrice === undefined ? standing?.listPrice : listPrice;
  if (list !== undefined && list !== null && big(price).lt(list)) {
    // A list price that nobody speaks of is the merchant's, and stays.
    return { sku, special: price, ...(listPrice === undefined ? {} : { base: list }) };
  }
  const isOnSale = listPrice !== undefined || standing?.listPrice != null;
  return { sku, base: price, ...(isOnSale ? { special: null } : {}) };
}

/** Of all shops and views (sheet 10.8). */
const global = 0;

/** Where a shop limits lists, it takes no more (sheet 6). */
const maxPrices = 20;

const specialWire = z.object({
  sku: skuWire,
  store_id: needed(text),
  price: cataloguePrice,
  price_from: text,
  price_to: text,
});

type Special = z.infer<typeof specialWire>;

export async function writePrices(writing: Writing, writes: readonly PriceWrite[]): Promise<void> {
  for (let start = 0; start < writes.length; start += maxPrices) {
    await writeSome(writing, writes.slice(start, start + maxPrices));
  }
}

async function writeSome(writing: Writing, writes: readonly PriceWrite[]): Promise<void> {
  const { api } = writing;
  const specials = writes.filter(({ special }) => special !== undefined);
  const standing = await specialsOf(
    api,
    specials.map(({ sku }) => sku),
  );
  const ended = specials.filter(({ special }) => special === null);
  const over = ended.flatMap(({ sku }) => standing.get(skuKey(sku)) ?? []);
  await post(
    writing,
    path`/V1/products/special-price-delete`,
    over.map((each) => ({ ...each, price: Number(each.price ?? 0), store_id: global })),
  );
  const based = writes.filter(({ base }) => base !== undefined);
  await post(
    writing,
    path`/V1/products/base-prices`,
    based.map(({ sku, base }) => ({ sku, price: Number(base), store_id: global })),
  );
  const begun = specials.filter(({ special }) => special !== null);
  await post(
    writing,
    path`/V1/products/special-price`,
    begun.map(({ sku, special }) => ({
      sku,
      price: Number(special),
      store_id: global,
      ...datesFor(api, standing.get(skuKey(sku))?.[0]),
    })),
  );
}

/** A sale that the merchant has given days keeps them; another begins today and has no end. */
function datesFor(api: Api, before: Special | undefined) {
  const today = localDate(api.now(), api.account.timeZone);
  const keeps = before !== undefined && isWithin(today, { from: before.price_from, to: before.price_to });
  const kept = keeps ? before : undefined;
  return {
    price_from: kept?.price_from ?? `${today} 00:00:00`,
    price_to: kept?.price_to ?? '2099-12-31 23:59:59',
  };
}

/** Special prices of all websites, by `skuKey`. */
async function specialsOf(
  api: Api,
  skus: readonly string[],
): Promise<ReadonlyMap<string, readonly Special[]>> {
  if (skus.length === 0) return new Map();
  const information = everywhere(api, path`/V1/products/special-price-information`);
  const all = await api.read(information, { skus }, list(specialWire));
  const ofAll = all.filter(({ store_id: store }) => store === String(global));
  return Map.groupBy(ofAll, ({ sku }) => skuKey(sku));
}

/** Rows fail singly, within a success (sheet 10.8). */
async function post({ api, problems }: Writing, relative: Path, prices: readonly unknown[]): Promise<void> {
  if (prices.length === 0) return;
  const failures = await upsert(api, everywhere(api, relative), { prices }, list(z.unknown()));
  const params = { system, status: 200, fields: ['price'] };
  for (const _ of failures) problems.push(new Problem({ kind: 'rejected', code: 'refused', params }));
}
