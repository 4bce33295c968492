import Big from 'big.js';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../sandbox/kit/random.ts';
import { isWhole } from './breadth.ts';
import { Stack } from './stack.ts';
import { type SystemId, systems } from './systems.ts';

interface Route {
  readonly from: SystemId;
  readonly to: SystemId;
  readonly orders: number;
  readonly runs: number;
}

const routes: readonly Route[] = [
  { from: 'ecwid', to: 'jortt', orders: 200, runs: isWhole ? 10 : 2 },
  { from: 'ccv', to: 'jortt', orders: 100, runs: isWhole ? 10 : 1 },
  { from: 'shopify', to: 'jortt', orders: 100, runs: isWhole ? 10 : 1 },
  { from: 'jortt', to: 'salesforce', orders: 100, runs: isWhole ? 10 : 1 },
  { from: 'jortt', to: 'shopify', orders: 100, runs: isWhole ? 10 : 1 },
];
const cases = routes.flatMap((route) =>
  Array.from({ length: route.runs }, (_, index) => ({ ...route, run: index + 1 })),
);
/** Slow enough for the kills to fall into the middle of it. */
const callsPerSecond = 60;
const leastKills = 5;
const mostKills = 15;
/** So long, beyond the least kills: on a busy machine a Worker takes half a minute to come back, and gets little done in between. */
const killingMs = 90_000;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Kills the Worker at random moments until nothing is left to do, or it has died often, or long, enough. Returns how often. */
async function killAgainAndAgain(stack: Stack, orders: number, random: () => number): Promise<number> {
  const until = Date.now() + killingMs;
  for (let kills = 0; kills < mostKills; kills += 1) {
    if (kills >= leastKills && Date.now() > until) return kills;
    await pause(300 + random() * 1_200);
    const tasks = await stack.tasks('mugs');
    const open = tasks.filter(({ state }) => !['done', 'skipped', 'parked'].includes(state));
    if (tasks.length >= orders && open.length === 0) return kills;
    await stack.killKoppel();
    await stack.startKoppel();
    await stack.koppel.cron();
  }
  return mostKills;
}

describe('orders, with the Worker killed at random among them', () => {
  it.concurrent.each(cases)(
    'are all there once, to the cent: $orders from $from to $to, run $run',
    async ({ from, to, orders, run }) => {
      const stack = await Stack.start({
        seeded: false,
        settings: {
          ccv: { limits: false, vatRounded: 'per rate' },
          ecwid: { limits: false },
          jortt: { limits: false, searchLagMs: 500 },
          shopify: { plan: 'plus', searchLagMs: 500 },
        },
        vars: {
          RATE_LIMITS: JSON.stringify({
            ...{ ccv: callsPerSecond * 60, ecwid: callsPerSecond * 60, jortt: callsPerSecond },
          }),
        },
      });
      try {
        await connect(stack, from, to);
        await sell(stack, from, orders);
        // Shopify tells of a sale where an address of Koppel's is known to everybody, and Jortt never.
        const since = { flow: 'orders', since: '2000-01-01' };
        if (from !== 'ecwid') await stack.api('POST', '/integrations/mugs/sync', since);
        const kills = await killAgainAndAgain(stack, orders, seededRandom(run));
        expect(kills).toBeGreaterThanOrEqual(leastKills);
        // What the shop told while nobody was there; the shop itself would repeat it after a quarter of an hour.
        await stack.api('POST', '/integrations/mugs/sync', since);
        await stack.swept('mugs', 120_000);
        const tasks = await stack.settled('mugs', orders, 300_000);
        expect(tasks.filter(({ state }) => state === 'parked')).toEqual([]);
        await expectAllOnce(stack, from, to, orders);
      } finally {
        await stack.stop();
      }
    },
    // For busy machines: nothing here is about speed.
    900_000,
  );
});

async function connect(stack: Stack, from: SystemId, to: SystemId): Promise<void> {
  if (from === 'ecwid') return stack.connect('mugs', { settings: { state: 'sent' } });
  await stack.api('PUT', '/integrations/mugs', {
    name: 'Mugs',
    connections: {
      from: { connector: from, credentials: systems[from].credentials },
      to: { connector: to, credentials: systems[to].credentials },
    },
    flows: [
      { flow: 'orders', from: 'from', to: 'to', settings: { ...systems[from].leaving, state: 'sent' } },
    ],
  });
}

/** By 60 customers who take turns; in the books each by a new one. */
async function sell({ sandbox }: Stack, from: SystemId, count: number): Promise<void> {
  if (from === 'jortt') await systems.jortt.sell(sandbox, count);
  else await sandbox.control('POST', `/${from}/orders`, { count, profile: 'simple', customers: 60 });
}

async function expectAllOnce(
  { sandbox }: Stack,
  from: SystemId,
  to: SystemId,
  orders: number,
): Promise<void> {
  const sold = await systems[from].sold(sandbox);
  expect(sold).toHaveLength(orders);
  const booked = await systems[to].booked(sandbox);
  expect(booked.map(({ reference }) => reference).sort()).toEqual(sold.map(({ number }) => number).sort());
  const wrong = sold.filter(({ number, gross, vat }) => {
    const document = booked.find(({ reference }) => reference === number);
    return !document || !Big(document.gross).eq(gross) || !Big(document.vat).eq(vat);
  });
  expect(wrong).toEqual([]);
  const emails = (await systems[to].people(sandbox)).map(({ email }) => email.toLowerCase());
  expect(emails).toHaveLength(from === 'jortt' ? orders : 60);
  expect(new Set(emails).size).toBe(emails.length);
}
