/**
 * Koppel's own key on orders: of a type that is unique in the shop and can be asked for without an index, so that a second order
 * of one sale is refused (sheet 7.7). It is defined once in every shop, before the first order is looked for.
 */
import { Problem } from '../../../records/problem.ts';
import type { Api } from '../../contract/api.ts';
import { remembered } from '../../wire/remembered.ts';
import { query, set } from '../graphql.ts';
import { defineKey, referenceKeys } from './made.graphql.ts';
import { referenceKey } from './own-mark.ts';

const dayMs = 86_400_000;

export const defineReference: (api: Api) => Promise<boolean> = remembered(async (api) => {
  const { metafieldDefinitions } = await query(api, referenceKeys, referenceKey);
  if (metafieldDefinitions.nodes.length > 0) return true;
  const definition = { ...referenceKey, name: 'Koppel', type: 'id', ownerType: 'ORDER' };
  try {
    await set(api, defineKey, { definition });
  } catch (error) {
    // Another run has just defined it.
    if (!(error instanceof Problem) || error.params.systemCode !== 'TAKEN') throw error;
  }
  return true;
}, dayMs);

/** As it is written and looked for: in one line. */
export function plain(reference: string): string {
  return reference.trim().replace(/\s+/g, ' ');
}
