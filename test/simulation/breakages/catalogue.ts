import type { Claim } from '../../../src/engine/bulk/claim.ts';
import type { Sql } from '../../../src/engine/storage/sql.ts';
import { firstSeeds } from '../seeds.ts';
import type { Breakage } from './breakage.ts';

/** What may be wrong with an engine that hands out keys in batches. */
export const catalogue = {
  'a result is taken of who has lost the lease': {
    from: firstSeeds.catalogues,
    batch: (ask, sql) => async (id, call) => {
      if (call.do === 'claim') {
        const claim = (await ask(id, call)) as Claim | null;
        if (claim !== null) remember(sql, id, claim.lease);
        return claim;
      }
      giveBack(sql, id, call.lease);
      return ask(id, call);
    },
  },
  'a batch is given to whoever asks, leased or not': {
    from: firstSeeds.catalogues,
    batch: (ask, sql) => (id, call) => {
      if (call.do === 'claim')
        sql.exec('UPDATE batches SET lease = NULL, leased_until = NULL WHERE id = ?', id);
      return ask(id, call);
    },
  },
} satisfies Record<string, Breakage>;

/** What stood in the table when a lease was given, by the lease. */
const given = new Map<string, { readonly flow: string; readonly keys: string; readonly madeAt: number }>();

function remember(sql: Sql, id: number, lease: string): void {
  const [row] = sql.exec('SELECT flow, keys, made_at FROM batches WHERE id = ?', id);
  if (row !== undefined)
    given.set(lease, { flow: String(row.flow), keys: String(row.keys), madeAt: Number(row.made_at) });
}

/** As if the lease had never been lost. */
function giveBack(sql: Sql, id: number, lease: string): void {
  const batch = given.get(lease);
  if (batch === undefined) return;
  sql.exec(
    'INSERT OR REPLACE INTO batches (id, flow, keys, made_at, lease, leased_until) VALUES (?, ?, ?, ?, ?, ?)',
    id,
    batch.flow,
    batch.keys,
    batch.madeAt,
    lease,
    Number.MAX_SAFE_INTEGER,
  );
}
