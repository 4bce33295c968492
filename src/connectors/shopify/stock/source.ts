import { z } from 'zod';
import type { StockLevel } from '../../../records/stock-level.ts';
import type { Api } from '../../contract/api.ts';
import { byTime } from '../../contract/source.ts';
import type { StockSource } from '../../contract/stock.ts';
import { changesOf } from '../../wire/changes.ts';
import { readToken } from '../../wire/pages.ts';
import { utcInstant } from '../../wire/timestamps.ts';
import { query } from '../graphql.ts';
import { gid } from '../ids.ts';
import { nodesById } from '../nodes.ts';
import { atPlace, levelOf, openPlaces } from './levels.ts';
import { changedLevels, itemLevels } from './stock.graphql.ts';

/** The places that are left, the first of them where its last page ended. */
const token = z.object({ places: z.array(z.string()), after: z.string().nullable() });

const keysAtOnce = 100;

/** A key is an inventory item, as notices of levels name it. */
export const stockSource: StockSource = {
  /** Levels are listed by place only: one place after the other. */
  changes: byTime(async (api, window) => {
    const at = window.page === null ? await begin(api) : readToken(window.page, token);
    const [place, ...others] = at.places;
    const id = gid('Location', place ?? '');
    const filter = `updated_at:>='${window.since.toISOString().slice(0, 19)}Z'`;
    const levels =
      id === null
        ? undefined
        : (await query(api, changedLevels, { id, filter, after: at.after })).location?.inventoryLevels;
    const rows = (levels?.nodes ?? []).map(({ item, updatedAt }) => ({
      id: item.id,
      changedAt: utcInstant(updatedAt),
    }));
    const after = levels?.pageInfo.hasNextPage ? (levels.pageInfo.endCursor ?? null) : null;
    const next = after === null ? { places: others, after } : { places: at.places, after };
    return {
      changes: changesOf('stock', rows, window),
      next: next.places.length === 0 ? null : JSON.stringify(next),
    };
  }),
  readSize: keysAtOnce,

  async levels(api, keys, { locations }) {
    const found = new Map<string, StockLevel[]>();
    for (const location of locations ?? [null]) {
      const asked = { kind: 'InventoryItem', operation: itemLevels, perCall: keysAtOnce } as const;
      for (const [id, { variant }] of await nodesById(
        api,
        { ...asked, variables: atPlace(location) },
        keys,
      )) {
        if (variant === undefined) continue;
        const level = levelOf(variant, location);
        found.set(id, [...(found.get(id) ?? []), ...(level === undefined ? [] : [level])]);
      }
    }
    return found;
  },
};

async function begin(api: Api): Promise<z.infer<typeof token>> {
  return { places: (await openPlaces(api)).map(({ id }) => id), after: null };
}
