/** Prices stand in entries of price books (sheet 5.5). */
import { problem } from '../../../records/problem.ts';
import type { Api } from '../../contract/api.ts';
import type { PriceChange, PriceOutcome } from '../../contract/products.ts';
import { patchRows, type Row, type RowOutcome } from '../collection.ts';
import { type Part, problemOf, urlOf } from '../composite.ts';
import { booksOf, entryIn, entryToWire, type ReadProduct } from './wire.ts';

/** An entry that is off is switched on with its price; the standard one comes first. Throws `org_lacks` where there is no price book. */
export function priceParts(
  { account }: Api,
  { product, entries }: ReadProduct,
  price: string | undefined,
): Part[] {
  const { pricebook } = account.traits;
  if (price === undefined) return [];
  return booksOf(account).flatMap((book, index): Part[] => {
    const entry = entryIn(entries, product.Id, book);
    const referenceId = `entry${index}`;
    if (entry === undefined) {
      const body = { Product2Id: product.Id, ...entryToWire(book, price, account.currency, account) };
      return [{ method: 'POST', url: urlOf('sobjects/PricebookEntry'), referenceId, body }];
    }
    if (book !== pricebook) return [];
    const patch = { method: 'PATCH', url: urlOf(`sobjects/PricebookEntry/${entry.Id}`) } as const;
    const priced = { ...patch, referenceId, body: priceOf(price) };
    // One that follows the standard price takes none of its own before it follows no more, and not in one update with that.
    const follows = entry.UseStandardPrice === true;
    return follows
      ? [{ ...patch, referenceId: `own${index}`, body: { UseStandardPrice: false } }, priced]
      : [priced];
  });
}

/** Of products whose entries are there: one that has to be made goes with its product. Rows that are refused leave the others written. */
export async function setPrices(api: Api, changes: readonly PriceChange[]): Promise<PriceOutcome[]> {
  const ids = changes.map(({ standing }) => entryId(api, standing.raw as ReadProduct));
  const rows = changes.flatMap(({ price }, place): Row[] => {
    const id = ids[place];
    return id === undefined ? [] : [{ id, fields: priceOf(price) }];
  });
  const outcomes = rows.length === 0 ? [] : await patchRows(api, 'PricebookEntry', rows);
  return ids.map((id): PriceOutcome => {
    const outcome = id === undefined ? undefined : outcomes.shift();
    return outcome === undefined ? 'alone' : outcomeOf(outcome);
  });
}

/** Undefined where one of the price books has none yet, or that of the connection has it follow the standard price. */
function entryId({ account }: Api, { product, entries }: ReadProduct): string | undefined {
  const { pricebook, standardPricebook } = account.traits;
  const isStandard =
    standardPricebook === undefined || entryIn(entries, product.Id, standardPricebook) !== undefined;
  const entry = entryIn(entries, product.Id, pricebook);
  return isStandard && entry?.UseStandardPrice !== true ? entry?.Id : undefined;
}

function priceOf(price: string) {
  return { UnitPrice: Number(price), IsActive: true };
}

function outcomeOf(outcome: RowOutcome): PriceOutcome {
  switch (outcome.kind) {
    case 'written':
      return 'written';
    case 'gone':
      // It was there a moment ago: the next run reads what stands there now.
      return problem('retry', 'conflict', { system: 'Salesforce', status: 200 });
    case 'refused':
      return problemOf(outcome.failures);
  }
}
