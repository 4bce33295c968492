import { z } from 'zod';
import { problem, rejected } from '../../../records/problem.ts';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import type { LevelChange, LevelOutcome, StockTarget } from '../../contract/stock.ts';
import { wording } from '../../wire/errors.ts';
import { type Failure, isGone, rowErrors } from '../failures.ts';
import { recordId } from '../ids.ts';
import { mayWrite } from '../org.ts';
import { articles } from '../products/places.ts';
import { version } from '../queries.ts';
import { readLevels, stockField } from './levels.ts';

const rows = z.array(z.looseObject({ success: z.boolean() }));

/** Absolute values in a field of the org's own: twice is as once. Nothing in the org takes sales off it. */
export const stockTarget: StockTarget = {
  // Of one collection (sheet 3.6).
  batchSize: 200,
  negative: true,
  counts: async () => 'net',
  skus: articles,
  standing: (api, ids) => readLevels(api, ids),

  /** Rows that are refused leave the others written; the answer is a 200 all the same (sheet 3.6). */
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
  // `attributes` must come first (sheet 3.6). Nothing in the field is what is not counted.
  const records = changes.map(({ id, quantity, managed }) => ({
    attributes: { type: 'Product2' },
    id,
    [field]: managed === false ? null : Number(quantity),
  }));
  const body = { allOrNone: false, records };
  const call = { method: 'PATCH', path: path`/services/data/${version}/composite/sobjects`, body } as const;
  const answer = await api.request({ ...call, repeatable: true }, rows.length(changes.length));
  return answer.body.map((row) => outcomeOf(row.success, rowErrors([row])));
}

function outcomeOf(success: boolean, failures: readonly Failure[]): LevelOutcome {
  if (success) return { kind: 'written' };
  const said = failures.map((each) => wording(each.said, each.code)).join('; ');
  const [first] = failures;
  const code = first?.code ?? '';
  if (first !== undefined && isGone(first)) return { kind: 'gone' };
  return {
    kind: 'refused',
    refusal: {
      said,
      ...(code === '' ? {} : { systemCode: code }),
      kind: code === lockedCode ? 'retry' : 'rejected',
      code: code === lockedCode ? 'conflict' : 'refused',
    },
  };
}

const lockedCode = 'UNABLE_TO_LOCK_ROW';

function isLocked(outcome: LevelOutcome): boolean {
  return outcome.kind === 'refused' && outcome.refusal.systemCode === lockedCode;
}
