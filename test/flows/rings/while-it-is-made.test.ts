/** Koppel's own work, seen by a flow the other way before it is known that it was done. */
import { describe, expect, test } from 'vitest';
import { ecwidSettings } from '../../../sandbox/ecwid/settings.ts';
import { jorttSettings } from '../../../sandbox/jortt/settings.ts';
import { hourMs, minuteMs, secondMs } from '../../support/durations.ts';
import { type Life, RingWorld } from './ring-world.ts';

const one = { ecwid: 1, jortt: 1, magento: 0 };
const toBooks = { from: 'ecwid', to: 'jortt', settings: { state: 'sent' } } as const;
const toShop = { from: 'jortt', to: 'ecwid' } as const;

/** What is made where, of a sale in the other system, and who may take it for a sale. */
const cases = {
  'an invoice': { maker: toBooks, reader: toShop, create: /POST jortt \/v3\/invoices$/ },
  'an order in the shop': { maker: toShop, reader: toBooks, create: /POST ecwid .*\/orders$/ },
} as const;

type What = keyof typeof cases;
type How = 'one integration' | 'two integrations';

const combinations = (Object.keys(cases) as What[]).flatMap((what) =>
  (['one integration', 'two integrations'] as const).map((how): [What, How] => [what, how]),
);

describe.each(combinations)('%s, of %s', (what, how) => {
  const { create, maker: making, reader: reading } = cases[what];
  const reads = `orders:${reading.from}:${reading.to}`;

  async function open(world: RingWorld): Promise<{ maker: Life; reader: Life }> {
    if (how === 'one integration') {
      const both = await world.add('both', [making, reading]);
      return { maker: both, reader: both };
    }
    return { maker: await world.add('maker', [making]), reader: await world.add('reader', [reading]) };
  }

  const sell = (world: RingWorld) => (making.from === 'ecwid' ? world.sellInEcwid() : world.sellIn('jortt'));

  /** What was just made, by its id, its mark taken away: nobody may rely on it that it stays. */
  async function madeId(world: RingWorld): Promise<string> {
    if (making.to === 'jortt') return world.sandbox.systems.jortt.state().invoices.at(-1)?.id ?? '';
    const order = world.documents.ecwid.at(-1);
    const [reference] = (order?.privateAdminNotes ?? '').split('\n');
    await editNotes(world, order?.id ?? '', reference ?? '');
    return order?.id ?? '';
  }

  test.each([false, true])('is noticed before its create is answered (index lags: %s)', async (lags) => {
    const world = new RingWorld();
    if (lags) lagging(world);
    const { reader } = await open(world);
    let told = 0;
    world.after = async (call) => {
      if (!create.test(call)) return;
      told++;
      const key = await madeId(world);
      reader.integration.sync(reads, { keys: [key] });
      // The other object works at it meanwhile; the one that makes it goes on with what else there is.
      if (how === 'two integrations') await reader.begin();
      await world.clock.sleep(15 * secondMs);
    };
    await sell(world);
    await world.live(hourMs);
    const ends = reader.ends().filter((end) => end.startsWith(reads));
    expect(told).toBe(1);
    if (how === 'two integrations') expect(ends[0]).toBe(`${reads} waiting perhaps_made_by_koppel`);
    expect(ends.at(-1)).toBe(`${reads} skipped made_by_koppel`);
    expect(world.counts).toEqual(one);
  });

  test.each([false, true])(
    'is found after a death between create and link (index lags: %s)',
    async (lags) => {
      const world = new RingWorld();
      if (lags) lagging(world);
      const { maker, reader } = await open(world);
      let deaths = 0;
      world.after = async (call) => {
        if (!create.test(call) || deaths > 0) return;
        deaths++;
        const key = await madeId(world);
        maker.die();
        if (how === 'two integrations') reader.integration.sync(reads, { keys: [key] });
        return new Promise(() => undefined);
      };
      await sell(world);
      await world.live(2 * hourMs);
      expect(deaths).toBe(1);
      const ends = reader.ends().filter((end) => end.startsWith(reads));
      expect(ends.at(-1)).toBe(`${reads} skipped made_by_koppel`);
      expect(world.counts).toEqual(one);
    },
  );

  test('is done and not answered', async () => {
    const world = new RingWorld();
    await open(world);
    world.sandbox.faults.add({
      ...{ system: making.to, method: 'POST', path: '/(orders|invoices)$', times: 1 },
      ...{ kind: 'unanswered', ms: 60_000 },
    });
    await sell(world);
    await world.live(2 * hourMs);
    expect(world.counts).toEqual(one);
  });
});

describe.each(combinations)('%s, of %s', (what, how) => {
  const { create, maker, reader } = cases[what];

  test.each([
    ['a time-out', 1],
    ['a time-out', 4],
    ['a time-out', 9],
    ['a 503', 4],
  ])('is committed after %s, %i minutes later', async (answer, minutes) => {
    const world = new RingWorld();
    if (how === 'one integration') await world.add('both', [maker, reader]);
    else for (const [id, flow] of Object.entries({ maker, reader })) await world.add(id, [flow]);
    let late = 0;
    world.during = async (call, work) => {
      if (!create.test(call) || late > 0) return work();
      late++;
      world.clock.timer(minutes * minuteMs, () => void work());
      if (answer === 'a 503') return new Response('Service unavailable', { status: 503 });
      return new Promise(() => undefined);
    };
    await (maker.from === 'ecwid' ? world.sellInEcwid() : world.sellIn('jortt'));
    await world.live(3 * hourMs);
    expect(late).toBe(1);
    expect(world.counts).toEqual(one);
  });
});

test('a sale under the reference that is just being made waits, and goes when nobody makes that any more', async () => {
  const world = new RingWorld();
  const both = await world.add('both', [toShop, toBooks]);
  world.sandbox.faults.add({
    ...{ system: 'ecwid', method: 'POST', path: '/orders$', times: 1 },
    ...{ kind: 'drop', ms: 60_000 },
  });
  await world.sellIn('jortt');
  await world.live(6 * minuteMs);
  const [step] = both.sql.exec("SELECT reference, result FROM steps WHERE name LIKE '%:order:%'");
  expect(step).toMatchObject({ result: null });
  const stranger = await world.sellInEcwid();
  await editNotes(world, stranger, `Referentie: ${step?.reference}`);
  await world.live(hourMs);
  expect(both.ends()).toContain('orders:ecwid:jortt waiting perhaps_made_by_koppel');
  // Whose the order is nobody can tell: a person leaves the invoice out.
  const [parked] = both.tasks().filter(({ state }) => state === 'parked');
  expect(parked).toMatchObject({ from: 'jortt', problem: { code: 'reference_taken' } });
  both.integration.skip(Number(parked?.id));
  world.calls.length = 0;
  await world.live(31 * hourMs);
  expect(both.ends()).toContain('orders:ecwid:jortt done booked');
  expect(world.counts).toEqual({ ecwid: 1, jortt: 2, magento: 0 });
  // It was read again at growing intervals.
  const reads = world.calls.filter((call) => call.endsWith(`/orders/${stranger}`));
  expect(reads.length).toBeLessThan(80);
});

/** The merchant rewrites the notes of the staff. */
async function editNotes(world: RingWorld, id: string, privateAdminNotes: string): Promise<void> {
  const request = new Request(`https://app.ecwid.com/api/v3/1003/orders/${id}`, {
    method: 'PUT',
    headers: { authorization: 'Bearer secret_sandbox', 'content-type': 'application/json' },
    body: JSON.stringify({ privateAdminNotes }),
  });
  const answer = await world.sandbox.systems.ecwid.handle(request);
  if (!answer.ok) throw new Error(await answer.text());
}

/** A search shows a document a minute late. */
function lagging(world: RingWorld): void {
  const { ecwid, jortt } = world.sandbox.systems;
  const webhookUrl = 'https://koppel.example/hooks/ring/ecwid';
  ecwid.change(ecwidSettings.parse({ limits: false, webhookUrl, searchLagMs: minuteMs }));
  jortt.change(jorttSettings.parse({ limits: false, searchLagMs: minuteMs }));
}
