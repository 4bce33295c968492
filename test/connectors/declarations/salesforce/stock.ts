import { z } from 'zod';
import type { Api } from '../../../../src/connectors/contract/api.ts';
import { path } from '../../../../src/connectors/contract/path.ts';
import { bySearch, type LevelOutcome, type StockTarget } from '../../../../src/connectors/contract/target.ts';
import { maybe, wording } from '../../../../src/connectors/wire/errors.ts';
import { needed, text } from '../../../../src/connectors/wire/fields.ts';
import type { StockLevel } from '../../../../src/records/stock-level.ts';
import { allRows, query, version } from './queries.ts';
import { soql } from './soql.ts';

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
  counts: 'physical',
  skus: bySearch(async (api, skus) => {
    const q = soql`SELECT Id, StockKeepingUnit FROM Product2 WHERE StockKeepingUnit IN ${skus}`;
    const rows = await allRows(api, await query(api, q, product), product);
    return new Map(rows.map(({ Id, StockKeepingUnit }) => [StockKeepingUnit, Id]));
  }),

  /** Rows that are refused leave the others written; the answer is a 200 all the same (sheet 3.6). */
  async set(api, levels) {
    const sent = levels.filter(isSayable);
    const written = new Map(sent.length === 0 ? [] : await write(api, sent));
    return levels.map((level) => written.get(level) ?? { said: '', kind: 'rejected', code: 'not_found' });
  },
};

/** What is left out is not zero: an empty value would clear the field. */
function isSayable({ productId, available }: StockLevel): boolean {
  return productId !== undefined && available !== undefined;
}

async function write(api: Api, levels: readonly StockLevel[]): Promise<[StockLevel, LevelOutcome][]> {
  const { stockField = '' } = api.account.traits;
  // `attributes` must come first (sheet 3.6).
  const records = levels.map(({ productId: id, available }) => ({
    attributes: { type: 'Product2' },
    id,
    [stockField]: Number(available),
  }));
  const { body } = await api.request(
    {
      method: 'PATCH',
      path: path`/services/data/${version}/composite/sobjects`,
      body: { allOrNone: false, records },
      repeatable: true,
    },
    outcomes.length(levels.length),
  );
  return body.flatMap((each, index) => {
    const level = levels[index];
    return level === undefined ? [] : [[level, outcomeOf(each)]];
  });
}

function outcomeOf({ success, errors }: z.infer<typeof outcomes>[number]): LevelOutcome {
  if (success) return 'written';
  const said = errors.map(({ message, statusCode }) => wording(message, statusCode ?? '')).join('; ');
  const isLocked = errors.some(({ statusCode }) => statusCode === 'UNABLE_TO_LOCK_ROW');
  return isLocked ? { said, kind: 'retry', code: 'conflict' } : { said, kind: 'rejected', code: 'refused' };
}
