/** Writing quantities into a source: all rows of a call or none (sheet 12.2). */
import { z } from 'zod';
import { wordsOf } from '../../../records/own-words.ts';
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
 * Writes them in as few calls as the shop takes, and gives what was refused, by its row. A refusal holds of all rows of a call and tells of none
 * which it is about (sheet 12.2): where its words have a SKU in them that row is left out first, else the list is halved until the row stands
 * alone. Throws where nothing at all was taken, and where the shop is away.
 */
export async function writeRows(api: Api, rows: readonly Row[]): Promise<ReadonlyMap<Row, Refusal>> {
  const refused = new Map<Row, Refusal>();
  let written = 0;
  let refusals = 0;

  async function writeAll(list: readonly Row[]): Promise<boolean> {
    const max = limits.get(api.account) ?? list.length;
    if (list.length > max) return each(cut(list, max));
    if (list.length === 0) return true;
    const problem = await refusalTo(api, list);
    if (problem === null) {
      written += list.length;
      return true;
    }
    const told = maxIn(problem);
    if (told !== undefined && told < list.length) {
      limits.set(api.account, told);
      return writeAll(list);
    }
    const [only, ...others] = list;
    if (only !== undefined && others.length === 0) {
      refused.set(only, refusalOf(problem));
      if (written === 0 && refused.size === rows.length && rows.length > 1) throw problem;
      return false;
    }
    refusals += 1;
    if (refusals > maxRefused && written === 0) throw problem;
    const named = namedIn(wordsOf(problem), list);
    const rest = list.filter((row) => !named.includes(row));
    if (named.length === 0 || rest.length === 0) return each(cut(list, Math.ceil(list.length / 2)));
    const isRestTaken = await writeAll(rest);
    const [culprit, ...further] = named;
    if (!isRestTaken || culprit === undefined || further.length > 0) return each(named.map((row) => [row]));
    refused.set(culprit, refusalOf(problem));
    return false;
  }

  async function each(lists: readonly (readonly Row[])[]): Promise<boolean> {
    let areTaken = true;
    for (const list of lists) areTaken = (await writeAll(list)) && areTaken;
    return areTaken;
  }

  await writeAll(rows);
  return refused;
}

/** Rows whose SKU stands in these words by itself: `P07` does not stand in `P071`. */
function namedIn(words: string, rows: readonly Row[]): Row[] {
  const text = words.toLowerCase();
  return rows.filter(({ sku }) => {
    const name = sku.toLowerCase();
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
      if (![text[at - 1], text[at + name.length]].some(isPartOfName)) return true;
    return false;
  });
}

function isPartOfName(character = ' '): boolean {
  return /[\p{L}\p{N}_-]/u.test(character);
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

function refusalOf(problem: Problem): Refusal {
  const { systemCode, fields } = problem.params;
  return {
    said: wordsOf(problem),
    ...(typeof systemCode === 'string' ? { systemCode } : {}),
    ...(Array.isArray(fields) ? { fields: fields.map(String) } : {}),
  };
}

function cut<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
