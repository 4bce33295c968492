import { problem, rejected } from '../../../records/problem.ts';
import type { Api } from '../../contract/api.ts';
import type { LevelChange, LevelOutcome, StockTarget } from '../../contract/stock.ts';
import { maxRows, patchRows } from '../collection.ts';
import { refusalOf } from '../errors.ts';
import { recordId } from '../ids.ts';
import { mayWrite } from '../org.ts';
import { articles } from '../products/places.ts';
import { readLevels, stockField } from './levels.ts';

/** Absolute values in a field of the org's own: twice is as once. Nothing in the org takes sales off it. */
export const stockTarget: StockTarget = {
  batchSize: maxRows,
  negative: true,
  counts: async () => 'net',
  skus: articles,
  standing: (api, ids) => readLevels(api, ids),

  /** Rows that are refused leave the others written. */
  async set(api, changes) {
    const possible = changes.filter(({ id }) => recordId(id) !== null);
    const outcomes = possible.length === 0 ? [] : await write(api, possible);
    if (outcomes.length > 0 && outcomes.every(isLocked))
      throw problem('retry', 'conflict', { system: 'Salesforce', status: 200 });
    return changes.map((change) => {
      const outcome = outcomes[possible.indexOf(change)] ?? { kind: 'gone' };
      // Beside others that were written: it is read and decided again.
      return isLocked(outcome) ? { kind: 'stale' } : outcome;
    });
  },
};

async function write(api: Api, changes: readonly LevelChange[]): Promise<LevelOutcome[]> {
  const field = stockField(api);
  if (!mayWrite(api.account, 'Product2', field))
    throw rejected('org_lacks', { system: 'Salesforce', object: 'Product2', field });
  // Nothing in the field is what is not counted.
  const rows = changes.map(({ id, quantity, managed }) => ({
    id,
    fields: { [field]: managed === false ? null : Number(quantity) },
  }));
  return (await patchRows(api, 'Product2', rows)).map((outcome) =>
    outcome.kind === 'refused' ? { kind: 'refused', refusal: refusalOf(outcome.failures) } : outcome,
  );
}

function isLocked(outcome: LevelOutcome): boolean {
  return outcome.kind === 'refused' && outcome.refusal.code === 'conflict';
}
