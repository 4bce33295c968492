/** Writing quantities into a source: all rows of a call or none (sheet 12.2). */
import { z } from 'zod';
import { Problem } from '../../../records/problem.ts';
import type { Account } from '../../contract/account.ts';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import type { Refusal } from '../../contract/refusal.ts';
import { upsert } from '../upsert.ts';

export interface Row {
  readonly sku: string;
  readonly source_code: string;
  readonly quantity: number;
  readonly status: 0 | 1;
}

/** Rows that a call may have, where the shop has told: as long as the account is in use. */
const limits = new WeakMap<Account, number>();

/** Refusals after which, when nothing was taken, it is no single row's fault. */
const maxRefused = 20;

/**
 * Writes them in as few calls as the shop takes, and gives what was refused, by its row. A refusal names no row (sheet 12.2), so the list is
 * halved until it stands alone. Throws where nothing at all was taken, and where the shop is away.
 */
export async function writeRows(api: Api, rows: readonly Row[]): Promise<ReadonlyMap<Row, Refusal>> {
  const refused = new Map<Row, Refusal>();
  const queue: (readonly Row[])[] = [rows];
  let written = 0;
  let refusals = 0;
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const max = limits.get(api.account) ?? next.length;
    if (next.length === 0) continue;
    if (next.length > max) {
      queue.unshift(...cut(next, max));
      continue;
    }
    const problem = await refusalTo(api, next);
    const told = problem === null ? undefined : maxIn(problem);
    if (problem === null) {
      written += next.length;
    } else if (told !== undefined && told < next.length) {
      limits.set(api.account, told);
      queue.unshift(next);
    } else if (next.length === 1 && next[0] !== undefined) {
      refused.set(next[0], refusalOf(problem));
      if (written === 0 && queue.length === 0 && rows.length > 1) throw problem;
    } else {
      refusals += 1;
      if (refusals > maxRefused && written === 0) throw problem;
      queue.unshift(...cut(next, Math.ceil(next.length / 2)));
    }
  }
  return refused;
}

async function refusalTo(api: Api, sourceItems: readonly Row[]): Promise<Problem | null> {
  try {
    await upsert(api, path`/V1/inventory/source-items`, { sourceItems }, z.unknown());
    return null;
  } catch (error) {
    if (error instanceof Problem && error.kind === 'rejected') return error;
    throw error;
  }
}

/** How many a list may have, as `readError` tells it (sheet 6). */
function maxIn({ params }: Problem): number | undefined {
  const max = Number(/^max\.(\d+)$/.exec(String(params.systemCode ?? ''))?.[1]);
  return max > 0 ? max : undefined;
}

/** The shop's words stand in the activity of the call. */
function refusalOf({ params }: Problem): Refusal {
  const { said, systemCode, fields } = params;
  return {
    said: typeof said === 'string' ? said : '',
    ...(typeof systemCode === 'string' ? { systemCode } : {}),
    ...(Array.isArray(fields) ? { fields: fields.map(String) } : {}),
  };
}

function cut<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
