import Big from 'big.js';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../sandbox/kit/random.ts';
import { Stack } from './stack.ts';
import { systems } from './systems.ts';

const orders = 200;
const runs = Array.from({ length: 10 }, (_, index) => index + 1);
/** Slow enough for the kills to fall into the middle of it. */
const callsPerSecond = 60;
const leastKills = 5;
const mostKills = 15;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Kills the Worker at random moments until nothing is left to do, or it has died often enough. Returns how often. */
async function killAgainAndAgain(stack: Stack, random: () => number): Promise<number> {
  for (let kills = 0; kills < mostKills; kills += 1) {
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

describe('200 orders, with the Worker killed at random among them', () => {
  it.concurrent.each(runs)(
    'are in the books once each, to the cent: run %i',
    async (run) => {
      const stack = await Stack.start({
        seeded: false,
        settings: { ecwid: { limits: false }, jortt: { limits: false, searchLagMs: 500 } },
        vars: {
          RATE_LIMITS: JSON.stringify({ ecwid: callsPerSecond * 60, jortt: callsPerSecond }),
        },
      });
      try {
        await stack.connect('mugs', { settings: { state: 'sent' } });
        await stack.sandbox.sell({ count: orders, profile: 'simple', customers: 60 });
        const kills = await killAgainAndAgain(stack, seededRandom(run));
        expect(kills).toBeGreaterThanOrEqual(leastKills);
        // What the shop told while nobody was there; the shop itself would repeat it after a quarter of an hour.
        await stack.api('POST', '/integrations/mugs/sync', { flow: 'orders', since: '2000-01-01' });
        await stack.swept('mugs');
        const tasks = await stack.settled('mugs', orders, 170_000);
        expect(tasks.filter(({ state }) => state === 'parked')).toEqual([]);
        await expectAllOnce(stack);
      } finally {
        await stack.stop();
      }
    },
    400_000,
  );
});

async function expectAllOnce({ sandbox }: Stack): Promise<void> {
  const sold = await systems.ecwid.sold(sandbox);
  expect(sold).toHaveLength(orders);
  const booked = await systems.jortt.booked(sandbox);
  expect(booked.map(({ reference }) => reference).sort()).toEqual(sold.map(({ number }) => number).sort());
  const wrong = sold.filter(({ number, gross, vat }) => {
    const invoice = booked.find(({ reference }) => reference === number);
    return !invoice || !Big(invoice.gross).eq(gross) || !Big(invoice.vat).eq(vat);
  });
  expect(wrong).toEqual([]);
  const emails = (await systems.jortt.people(sandbox)).map(({ email }) => email.toLowerCase());
  expect(emails).toHaveLength(60);
  expect(new Set(emails).size).toBe(emails.length);
}
