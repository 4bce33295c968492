/** Prices stand in entries of price books (sheet 5.5). */
import { z } from 'zod';
import { problem } from '../../../records/problem.ts';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import type { PriceChange, PriceOutcome } from '../../contract/products.ts';
import { type Part, problemOf, urlOf } from '../composite.ts';
import { isGone, rowErrors } from '../failures.ts';
import { version } from '../queries.ts';
import { entryIn, entryToWire, type ReadProduct } from './wire.ts';

/** Rows of one collection (sheet 3.6). */
export const maxPrices = 200;

const rows = z.array(z.looseObject({ success: z.boolean() }));

/** An entry that is off is switched on with its price; the standard one comes first. */
export function priceParts(
  { account }: Api,
  { product, entries }: ReadProduct,
  price: string | undefined,
): Part[] {
  const { pricebook, standardPricebook } = account.traits;
  if (price === undefined || pricebook === undefined) return [];
  const books = [...new Set([standardPricebook, pricebook])].filter((book) => book !== undefined);
  return books.flatMap((book, index): Part[] => {
    const entry = entryIn(entries, product.Id, book);
    const referenceId = `entry${index}`;
    if (entry === undefined) {
      const body = { Product2Id: product.Id, ...entryToWire(book, price, account.currency, account) };
      return [{ method: 'POST', url: urlOf('sobjects/PricebookEntry'), referenceId, body }];
    }
    if (book !== pricebook) return [];
    const url = urlOf(`sobjects/PricebookEntry/${entry.Id}`);
    return [{ method: 'PATCH', url, referenceId, body: priceOf(price) }];
  });
}

/** Of products whose entries are there: one that has to be made goes with its product. Rows that are refused leave the others written. */
export async function setPrices(api: Api, changes: readonly PriceChange[]): Promise<PriceOutcome[]> {
  const outcomes = changes.map((): PriceOutcome => 'alone');
  const listed = changes.flatMap(({ standing, price }, place) => {
    const [part, ...others] = priceParts(api, standing.raw as ReadProduct, price);
    const id = part?.method === 'PATCH' && others.length === 0 ? part.url.split('/').at(-1) : undefined;
    // `attributes` must come first (sheet 3.6).
    return id === undefined
      ? []
      : [{ place, record: { attributes: { type: 'PricebookEntry' }, id, ...priceOf(price) } }];
  });
  for (let start = 0; start < listed.length; start += maxPrices) {
    const some = listed.slice(start, start + maxPrices);
    const answers = await write(
      api,
      some.map(({ record }) => record),
    );
    for (const [index, { place }] of some.entries()) outcomes[place] = answers[index] ?? 'alone';
  }
  return outcomes;
}

function priceOf(price: string) {
  return { UnitPrice: Number(price), IsActive: true };
}

async function write(api: Api, records: readonly object[]): Promise<PriceOutcome[]> {
  const call = { method: 'PATCH', path: path`/services/data/${version}/composite/sobjects` } as const;
  const body = { allOrNone: false, records };
  const answer = await api.request({ ...call, body, repeatable: true }, rows.length(records.length));
  return answer.body.map((row): PriceOutcome => {
    if (row.success) return 'written';
    const [failure] = rowErrors([row]);
    // It was there a moment ago: the next run reads what stands there now.
    if (failure !== undefined && isGone(failure))
      return problem('retry', 'conflict', { system: 'Salesforce', status: 200 }).toData();
    return problemOf(failure ?? { code: '', said: '', fields: [], matches: [] }).toData();
  });
}
