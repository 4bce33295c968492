import { test } from 'vitest';
import { minuteMs } from '../../support/durations.ts';
import { PlayedSystems } from '../../support/played-systems.ts';
import { credentials, hosts } from '../../support/systems.ts';

test('look', async () => {
  const played = new PlayedSystems(hosts);
  for (const system of ['ecwid', 'magento']) await played.control(system, 'POST', '/catalogue', { kind: 'seed' });
  await played.configured({
    name: 'Stock',
    connections: {
      shop: { connector: 'ecwid', credentials: credentials.ecwid },
      other: { connector: 'magento', credentials: credentials.magento },
    },
    flows: [{ flow: 'stock', from: 'shop', to: 'other', every: '5m' }, { flow: 'products', from: 'shop', to: 'other', every: '5m' }],
  });
  console.log(JSON.stringify(played.integration.reports.stock(undefined), null, 1));
  const t = Date.now();
  await played.live(10 * minuteMs);
  console.log(Date.now() - t, JSON.stringify(played.integration.reports.stock(undefined), null, 1));
  console.log(played.integration.reports.view().problems.map((p) => [p.code, p.count, p.key, p.message]));
  const rows = played.stores.sql.exec("SELECT sku,key,target_id,quantity,state,code FROM levels WHERE state <> 'written' OR sku IN (SELECT min(sku) FROM levels) LIMIT 20");
  console.log(rows);
  console.log(played.integration.reports.levels(undefined, String(rows[0]?.sku)));
  const sku = String(played.stores.sql.exec("SELECT sku FROM levels WHERE state = 'written' LIMIT 1")[0]?.sku);
  await played.control('magento', 'PUT', `/stock/${sku}`, { pieces: 77 });
  console.log(played.integration.retryLevels('stock', sku), played.integration.reports.levels('stock', sku));
  await played.live(2 * minuteMs);
  console.log(played.integration.reports.levels('stock', sku));
}, 300_000);
