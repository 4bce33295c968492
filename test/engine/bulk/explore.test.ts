import { test } from 'vitest';
import { minuteMs } from '../../support/durations.ts';
import { PlayedSystems } from '../../support/played-systems.ts';
import { credentials, hosts } from '../../support/systems.ts';

const [from = 'ecwid', to = 'magento'] = (process.env.WAY ?? 'ecwid,magento').split(',');
const flows = (process.env.FLOWS ?? 'stock').split(',');
const settings = JSON.parse(process.env.SETTINGS ?? '{}');

test('explore', async () => {
  const played = new PlayedSystems(hosts);
  played.sandbox.standIn('ecwid')?.change({ fetchesPictures: false });
  await played.control(from, 'POST', '/catalogue', { kind: 'seed' });
  if (flows.includes('stock') && !flows.includes('products'))
    await played.control(to, 'POST', '/catalogue', { kind: 'seed' });
  await played.configured({
    name: 'Explore',
    connections: {
      shop: { connector: from, credentials: credentials[from as 'ecwid'] },
      other: { connector: to, credentials: credentials[to as 'ecwid'] },
    },
    flows: flows.map((flow) => ({
      flow,
      from: 'shop',
      to: 'other',
      every: '5m',
      settings: settings[flow] ?? {},
    })),
  });
  const calls: string[] = [];
  played.interfere = (call) =>
    void calls.push(call.replace(/\/\d+/g, '/N').replace(/(products|salable-quantity)\/[^/]+/, '$1/X'));
  const tell = async (name: string) => {
    const counts = new Map<string, number>();
    for (const call of calls) counts.set(call, (counts.get(call) ?? 0) + 1);
    console.log(name, [...counts].sort((a, b) => b[1] - a[1]).slice(0, 25));
    calls.length = 0;
    const view = played.integration.reports.view();
    console.log(view.problems.map(({ code, count, key, message }) => `${code} ×${count} ${key}: ${message}`));
    const ends = new Map<string, number>();
    for (const { outcome, reason } of played.integration.reports.activity({}, 5000).items) {
      const told = `${outcome} ${reason}`.replace(/"[^"]*"|\d+/g, 'N').slice(0, 160);
      ends.set(told, (ends.get(told) ?? 0) + 1);
    }
    console.log([...ends].sort((a, b) => b[1] - a[1]).slice(0, 30));
    for (const flow of played.stores.dirty.flows())
      console.log(flow, 'dirty', played.stores.dirty.count(flow, 1000));
    for (const flow of flows) console.log(played.stores.levels.counts(`${flow}:shop:other`));
    console.log(played.logged.filter((line) => line.includes('error')).slice(-5));
  };
  await played.live(minuteMs);
  for (const flow of flows.filter((each) => each !== 'stock'))
    played.integration.sync(flow, { since: '2000-01-01' });
  await played.live(60 * minuteMs);
  await tell('first');
  for (const flow of flows) played.integration.sync(flow, { since: '2000-01-01' });
  await played.live(60 * minuteMs);
  await tell('second');
}, 600_000);
