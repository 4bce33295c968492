/** An integration that carries stock, with levels as batches would have left them. */
import { credentials } from '../../support/integration-document.ts';
import { credentials as systems } from '../../support/systems.ts';
import type { Subject } from './harness.ts';
import { clock } from './virtual-clock.ts';

export const stockFlow = 'stock:shop:other';

/** Paused, so that nothing calls a system. */
export function stockDocument() {
  return {
    name: 'Two shops',
    state: 'paused',
    connections: {
      shop: { connector: 'ecwid', credentials: credentials.shop },
      other: { connector: 'magento', credentials: systems.magento },
    },
    flows: [
      { flow: 'products', from: 'shop', to: 'other' },
      { flow: 'stock', from: 'shop', to: 'other' },
    ],
  };
}

/** So many levels: the first two refused, the last two unknown to the target, number 12 mended once. */
export async function withLevels(subject: Subject, count: number): Promise<void> {
  const refused = {
    kind: 'rejected',
    code: 'level_refused',
    params: { system: 'Magento 2', said: 'No <b>.' },
  };
  await subject.sql(
    `WITH RECURSIVE each(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM each WHERE n < ?1)
     INSERT INTO levels (flow, sku, key, target_id, quantity, state, code, problem, drift, drift_at, written_at, updated_at)
     SELECT ?2, 'SKU-' || n, 'K' || n, 'T' || n, n,
       CASE WHEN n <= 2 THEN 'refused' WHEN n > ?1 - 2 THEN 'unknown' ELSE 'written' END,
       CASE WHEN n <= 2 THEN 'level_refused' ELSE '' END, CASE WHEN n <= 2 THEN ?3 END,
       CASE n WHEN 12 THEN '99' END, CASE n WHEN 12 THEN ?4 END, ?4, ?4 FROM each`,
    count,
    stockFlow,
    JSON.stringify(refused),
    clock.now(),
  );
}
