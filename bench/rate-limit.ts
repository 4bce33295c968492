import { secretToken, storeId } from '../sandbox/ecwid/settings.ts';
import { clientId, clientSecret } from '../sandbox/jortt/tokens.ts';
import { startKoppel } from './koppel.ts';
import type { Measurement } from './measurements.ts';
import { startSandbox } from './sandbox.ts';

export interface Calls {
  readonly entries: readonly { readonly at: number; readonly system: string; readonly status: number }[];
}

/** How much of Jortt's ten calls a second is used while a backlog is booked; the sandbox counts, and refuses the eleventh. */
export async function rateLimitUse(): Promise<Measurement[]> {
  const sandbox = await startSandbox();
  const { worker, api } = await startKoppel(sandbox.url);
  const post = (path: string, body: unknown) =>
    fetch(`${sandbox.url}/control${path}`, { method: 'POST', body: JSON.stringify(body) });
  await api.put('bench', {
    name: 'Bench',
    connections: {
      shop: { connector: 'ecwid', credentials: { storeId, token: secretToken } },
      books: { connector: 'jortt', credentials: { clientId, clientSecret } },
    },
    flows: [{ flow: 'orders', from: 'shop', to: 'books' }],
  });
  await post('/ecwid/orders', { count: 100, profile: 'simple', customers: 100 });
  await api.sync('bench', 'orders', { since: '2020-01-01' });
  while (((await api.counts('bench')).done ?? 0) < 100)
    await new Promise((resolve) => setTimeout(resolve, 200));
  const { entries } = (await (await fetch(`${sandbox.url}/control/calls`)).json()) as Calls;
  const jortt = entries.filter(({ system }) => system === 'jortt');
  const used = usedOf(jortt.map(({ at }) => at));
  const refused = jortt.filter(({ status }) => status === 429).length;
  await worker.stop();
  await sandbox.stop();
  return [
    {
      what: "Jortt's 10 calls a second used",
      measured: used.toFixed(3),
      goal: '≥ 0.95',
      holds: used >= 0.95,
    },
    { what: '429 earned meanwhile', measured: String(refused), goal: '0', holds: refused === 0 },
  ];
}

/** Which part of ten calls a second these moments are, in milliseconds. */
export function usedOf(moments: readonly number[]): number {
  // The first and the last seconds are start and end of the work, not of the limit.
  const steady = moments.toSorted((a, b) => a - b).slice(20, -20);
  const seconds = ((steady.at(-1) ?? 0) - (steady[0] ?? 0)) / 1000;
  return (steady.length - 1) / seconds / 10;
}
