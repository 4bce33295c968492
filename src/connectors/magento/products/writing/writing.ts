/** One writing of a product: part by part, so that what is refused of it does not keep the rest away. */
import { asProblem, type Problem } from '../../../../records/problem.ts';
import type { Api } from '../../../contract/api.ts';

export interface Writing {
  readonly api: Api;
  /** As the shop knows it now. */
  readonly sku: string;
  readonly createValues: boolean;
  readonly problems: Problem[];
}

export const system = 'Magento 2';

export function beginWriting(api: Api, sku: string, createValues: boolean): Writing {
  return { api, sku, createValues, problems: [] };
}

/**
 * Notes what is refused, and goes on with the next part; where the shop itself is away no other part is tried. Returns of each part whether all of
 * it was done.
 */
export async function inParts(
  { problems }: Writing,
  parts: readonly (() => Promise<unknown>)[],
): Promise<readonly boolean[]> {
  const done: boolean[] = [];
  for (const part of parts) {
    const before = problems.length;
    const isAway = problems.some(({ kind }) => kind !== 'rejected');
    if (!isAway) await part().catch((error: unknown) => problems.push(asProblem(error)));
    done.push(!isAway && problems.length === before);
  }
  return done;
}
