import { sandboxAddresses } from '../../scripts/demo.ts';
import { startKoppel } from '../koppel.ts';
import type { Measurement } from '../measurements.ts';
import { type Calls, usedOf } from '../rate-limit.ts';
import { startSandbox } from '../sandbox.ts';
import { connections, Levers, until } from './rig.ts';

/** Enough for half a minute of Magento's calls. */
const levels = 4_000;

/** How much of the ten calls a second that Koppel allows itself in Magento its batches use; Ecwid's sandbox refuses what is too much. */
export async function bulkRateLimitUse(): Promise<Measurement[]> {
  const sandbox = await startSandbox();
  const levers = new Levers(sandbox.url);
  for (const system of ['ecwid', 'magento'])
    await levers.pull(`/${system}/catalogue`, { kind: 'generated', products: levels, variants: 0 });
  const { worker, api } = await startKoppel(sandbox.url, {
    BASE_URLS: JSON.stringify(sandboxAddresses(sandbox.url)),
    RUN_CALLS: '500',
  });
  await api.put('bench', {
    name: 'Bench',
    connections,
    flows: [{ flow: 'stock', from: 'shop', to: 'store', settings: { verify: 'off' } }],
  });
  await api.sync('bench', 'stock:shop:store', { since: '2020-01-01' });
  let entries: Calls['entries'] = [];
  await until(async () => {
    ({ entries } = await levers.pull<Calls>('/calls', undefined, 'GET'));
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const last = Math.max(...entries.map(({ at }) => at));
    return entries.length > 200 && Date.now() > last + 8_000;
  });
  await worker.stop();
  await sandbox.stop();
  const used = usedOf(entries.filter(({ system }) => system === 'magento').map(({ at }) => at));
  const refused = entries.filter(({ status }) => status === 429).length;
  return [
    {
      what: "Magento's 10 calls a second used, by batches of levels",
      measured: used.toFixed(3),
      goal: '≥ 0.95',
      holds: used >= 0.95,
    },
    { what: '429 earned by batches', measured: String(refused), goal: '0', holds: refused === 0 },
  ];
}
