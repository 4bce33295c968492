import type { OrderEdge } from '../src/engine/configuration/order-rings.ts';
import type { RelationMarks } from '../src/engine/reporting/views.ts';
import type { KnownAccount } from '../src/engine/siblings.ts';
import type { Relations } from '../src/engine/work/relations.ts';
import type { Env } from '../src/env.ts';
import { accountMark } from './account-marks.ts';

/** Another integration, as the directory knows it. */
export interface Related {
  readonly id: string;
  readonly relations: RelationMarks;
}

export async function relationMarks(env: Env, { makes, keeps, orders }: Relations): Promise<RelationMarks> {
  const marks = async (accounts: readonly KnownAccount[]) =>
    [...new Set(await Promise.all(accounts.map((account) => accountMark(env, account))))].sort();
  const edges = orders.map(
    async ({ from, to }): Promise<OrderEdge> => [await accountMark(env, from), await accountMark(env, to)],
  );
  return { makes: await marks(makes), keeps: await marks(keeps), orders: await Promise.all(edges) };
}

/** All accounts that are named in it. */
export function marksIn({ makes, keeps, orders }: RelationMarks): string[] {
  return [...new Set([...makes, ...keeps, ...orders.flat()])].sort();
}
