import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { PlayedSystems } from '../../support/played-systems.ts';
import { credentials, hosts } from '../../support/systems.ts';

const minuteMs = 60_000;
const placed = z.object({ ids: z.array(z.string()) });
const pairs = [
  // Its numbers are random: one letter begins several of so many.
  { from: 'ecwid', to: 'jortt', sales: '/orders', count: 60, shared: 1 },
  { from: 'magento', to: 'jortt', sales: '/orders', count: 3, shared: 3 },
  { from: 'jortt', to: 'ecwid', sales: '/invoices', count: 3, shared: 3 },
] as const;

/** Polled, so that nothing comes by itself but what is asked for. */
function documentOf({ from, to }: (typeof pairs)[number]) {
  return {
    name: 'By number',
    connections: {
      source: { connector: from, credentials: credentials[from] },
      target: { connector: to, credentials: credentials[to] },
    },
    flows: [{ flow: 'orders', from: 'source', to: 'target', every: '9h' }],
  };
}

describe.each(pairs)('an order of $from, by the number that customers see', (pair) => {
  async function start() {
    const played = await new PlayedSystems(hosts).configured(documentOf(pair));
    const { ids } = placed.parse(await played.control(pair.from, 'POST', pair.sales, { count: pair.count }));
    const [id = ''] = ids;
    const { clock, integration } = played;
    await clock.advance(minuteMs);
    const shown = await clock.settle(integration.preview('orders', id));
    return { played, id, number: z.object({ number: z.string() }).parse(shown.source).number };
  }

  test('is previewed, in whatever case', async () => {
    const { played, id, number } = await start();
    for (const asked of [number, number.toLowerCase(), ` ${number} `]) {
      const { source } = await played.clock.settle(played.integration.preview('orders', asked));
      expect(source, asked).toMatchObject({ id, number });
    }
    const nobody = played.clock.settle(played.integration.preview('orders', 'NO-SUCH'));
    await expect(nobody).rejects.toMatchObject({ code: 'order_gone' });
  });

  test('is brought across; its task and its activity are found by it, also by how it begins', async () => {
    const { played, id, number } = await start();
    const { clock, integration } = played;
    const keys = await clock.settle(integration.keysOf('orders', [`#${number.toLowerCase()}`]));
    expect(keys).toEqual([id]);
    expect(integration.sync('orders', { keys })).toEqual({ queued: 1 });
    await played.live(minuteMs);
    const one = expect.objectContaining({ key: id, number });
    for (const asked of [number, number.toLowerCase(), number.slice(0, -1)]) {
      const { reports } = integration;
      expect(reports.tasks({ number: asked }, 10).items, asked).toContainEqual(one);
      expect(reports.activity({ number: asked }, 10).items, asked).toContainEqual(one);
    }
    expect(integration.reports.tasks({ number: `${number}9` }, 10).items).toEqual([]);
    expect(integration.reports.tasks({ number: '%' }, 10).items).toEqual([]);
    // What was read once is known without asking.
    const asked: string[] = [];
    played.interfere = (call) => void asked.push(call);
    expect(await clock.settle(integration.keysOf('orders', [number]))).toEqual([id]);
    expect(asked).toEqual([]);
  });

  test('that fits none, or several, is said', async () => {
    const { played, number } = await start();
    const { clock, integration } = played;
    const keysOf = (asked: string) => clock.settle(integration.keysOf('orders', [asked]));
    await expect(keysOf('NO-SUCH')).rejects.toMatchObject({ data: { code: 'number_unknown' } });
    await expect(keysOf(' # ')).rejects.toMatchObject({ data: { code: 'number_unknown' } });
    const several = keysOf(number.slice(0, pair.shared));
    await expect(several).rejects.toMatchObject({ data: { code: 'number_ambiguous' } });
    await expect(several).rejects.toThrow(number);
  });
});

test('an order that could not be read yet is found by its id, where that is its number', async () => {
  const [pair] = pairs;
  const played = await new PlayedSystems(hosts).configured(documentOf(pair));
  await played.clock.settle(played.integration.setState('paused'));
  played.integration.sync('orders', { keys: ['SO-K7WMQ', 'SO-B2BBB'] });
  expect(played.integration.reports.tasks({ number: 'so-k7' }, 10).items).toMatchObject([
    { key: 'SO-K7WMQ', number: null },
  ]);
});
