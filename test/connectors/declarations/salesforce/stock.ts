import { z } from 'zod';
import type { Api } from '../../../../src/connectors/contract/api.ts';
import { path } from '../../../../src/connectors/contract/path.ts';
import type { LevelChange, LevelOutcome, StockTarget } from '../../../../src/connectors/contract/stock.ts';
import { bySearch } from '../../../../src/connectors/contract/target.ts';
import { maybe, wording } from '../../../../src/connectors/wire/errors.ts';
import { amount, needed, text } from '../../../../src/connectors/wire/fields.ts';
import { allRows, query, version } from './queries.ts';
import { Field, soql } from './soql.ts';

const product = z.object({ Id: needed(text), StockKeepingUnit: needed(text) });

/** `statusCode` here, `errorCode` elsewhere (sheet 3.6). */
const outcomes = z.array(
  z.object({
    success: z.boolean(),
    errors: z.array(z.object({ statusCode: maybe(z.string()), message: maybe(z.string()) })),
  }),
);

/** A field of the org's own on the product (sheet 5.5), with absolute values: twice is as once. */
export const stockTarget: StockTarget = {
  batchSize: 200,
  negative: true,
  counts: async () => 'physical',
  skus: bySearch(async (api, skus) => {
    const q = soql`SELECT Id, StockKeepingUnit FROM Product2 WHERE StockKeepingUnit IN ${skus}`;
    const rows = await allRows(api, await query(api, q, product), product);
    const bySku = Map.groupBy(rows, ({ StockKeepingUnit: sku }) => sku);
    return new Map([...bySku].map(([sku, all]) => [sku, all.map(({ Id }) => Id)]));
  }),

  async standing(api, ids) {
    const { stockField = '' } = api.account.traits;
    const level = z.object({ Id: needed(text), [stockField]: amount });
    const q = soql`SELECT Id, ${new Field(stockField)} FROM Product2 WHERE Id IN ${ids}`;
    const rows = await allRows(api, await query(api, q, level), level);
    return new Map(rows.map((row) => [String(row.Id), { onHand: row[stockField] ?? undefined }]));
  },

  /** Rows that are refused leave the others written; the answer is a 200 all the same (sheet 3.6). */
  async set(api, changes) {
    return changes.length === 0 ? [] : await write(api, changes);
  },
};

async function write(api: Api, changes: readonly LevelChange[]): Promise<LevelOutcome[]> {
  const { stockField = '' } = api.account.traits;
  // `attributes` must come first (sheet 3.6).
  const records = changes.map(({ id, quantity }) => ({
    attributes: { type: 'Product2' },
    id,
    [stockField]: Number(quantity),
  }));
  const { body } = await api.request(
    {
      method: 'PATCH',
      path: path`/services/data/${version}/composite/sobjects`,
      body: { allOrNone: false, records },
      repeatable: true,
    },
    outcomes.length(changes.length),
  );
  return body.map(outcomeOf);
}

function outcomeOf({ success, errors }: z.infer<typeof outcomes>[number]): LevelOutcome {
  if (success) return { kind: 'written' };
  const said = errors.map(({ message, statusCode }) => wording(message, statusCode ?? '')).join('; ');
  const isLocked = errors.some(({ statusCode }) => statusCode === 'UNABLE_TO_LOCK_ROW');
  return {
    kind: 'refused',
    refusal: isLocked
      ? { said, kind: 'retry', code: 'conflict' }
      : { said, kind: 'rejected', code: 'refused' },
  };
}
