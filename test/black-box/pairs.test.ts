import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isWhole } from './breadth.ts';
import { writes } from './sandbox.ts';
import { Stack, type Task } from './stack.ts';
import { type Person, type Sold, type SystemId, systems, townsWithoutRegion } from './systems.ts';

/** With the pairs of the brief each system as source and as target, and each shop with the books. */
const sample = [
  'ecwid to magento',
  'magento to ecwid',
  'jortt to ecwid',
  'shopify to jortt',
  'jortt to shopify',
  'jortt to mijnwebwinkel',
];
const ids = Object.keys(systems) as SystemId[];
const pairs = ids
  .flatMap((from) => ids.filter((to) => to !== from).map((to) => ({ from, to })))
  .filter(({ from, to }) => isWhole || sample.includes(`${from} to ${to}`));

describe.each(pairs)('orders and customers from $from to $to', ({ from, to }) => {
  const [source, target] = [systems[from], systems[to]];
  const customers = { flow: 'customers', from: 'source', to: 'target' };
  const orders = { ...customers, flow: 'orders', settings: { ...source.leaving, state: 'sent' } };
  let stack: Stack;
  let sold: Sold[];
  let tasks: Task[];
  let arrived: Person[];

  beforeAll(async () => {
    // MijnWebwinkel takes two calls a second, CCV some of each route a minute: nothing here is about speed.
    const vars = { RATE_LIMITS: JSON.stringify({ ccv: 10_000, mijnwebwinkel: 50 }) };
    const settings = {
      ccv: { limits: false, vatRounded: 'per rate' },
      mijnwebwinkel: { limits: false },
    };
    stack = await Stack.start({ seeded: true, settings, vars });
    await source.sell(stack.sandbox, 20);
    sold = await source.sold(stack.sandbox);
    // Each flow by its own work: orders would bring their customers along.
    await bring('customers', [customers]);
    arrived = await target.people(stack.sandbox);
    await bring('orders', [customers, orders]);
    tasks = await stack.tasks('pair');
  }, 180_000);

  afterAll(() => stack.stop());

  async function bring(flow: string, flows: readonly unknown[]): Promise<void> {
    await stack.api('PUT', '/integrations/pair', {
      name: `${from} to ${to}`,
      connections: {
        source: { connector: from, credentials: source.credentials },
        target: { connector: to, credentials: target.credentials },
      },
      flows,
    });
    await again(flow, []);
  }

  /** Everything since ever, and the records with these keys whether they changed or not. */
  async function again(flow: string, keys: readonly string[]): Promise<void> {
    const before = (await stack.tasks('pair')).length;
    const asked = keys.length > 0 ? { keys } : {};
    await stack.api('POST', '/integrations/pair/sync', { flow, since: '2000-01-01', ...asked });
    await stack.swept('pair');
    await stack.settled('pair', before + keys.length, 150_000);
  }

  it('brings every order once, with its gross and its VAT to the cent', async () => {
    const bookable = sold.filter((order) => order.bookable);
    expect(bookable.length).toBeGreaterThanOrEqual(20);
    const booked = await target.booked(stack.sandbox);
    const wrong = bookable.flatMap(({ key, number, gross, vat, about }) => {
      const found = booked.filter(({ reference }) => reference === number);
      const [document] = found;
      if (found.length === 1 && document?.gross === gross && document.vat === vat) return [];
      const task = tasks.find((each) => each.flow === 'orders' && each.key === key);
      return [{ number, about, gross, vat, found, task: task?.state, problem: task?.problem }];
    });
    expect(wrong).toEqual([]);
  });

  it('brings nothing twice, and nothing that it says it did not bring', async () => {
    const references = (await target.booked(stack.sandbox)).map(({ reference }) => reference);
    for (const { key, number } of sold) {
      const task = tasks.find((each) => each.flow === 'orders' && each.key === key);
      // Parked for a person to see, after it was booked.
      const isBooked = task?.state === 'done' || task?.problem?.code === 'order_refunded';
      const times = references.filter((reference) => reference === number).length;
      expect({ number, times }).toEqual({ number, times: isBooked ? 1 : 0 });
    }
  });

  it('brings every customer once, under their name', async () => {
    const there = await source.people(stack.sandbox);
    const known = there.filter(({ email }) => email !== '');
    expect(known.length).toBeGreaterThanOrEqual(20);
    const wrong = known.flatMap((person) => {
      const found = arrived.filter(({ email }) => email === person.email);
      const city = to === 'magento' && townsWithoutRegion.includes(person.city) ? '' : person.city;
      return found.length === 1 && found[0]?.name === person.name && found[0].city === city
        ? []
        : [{ person, found, tasks: tasks.filter(({ state }) => state === 'parked') }];
    });
    expect(wrong).toEqual([]);
  });

  it('writes nothing in a second run, and earned no refusal of a rate limit', async () => {
    const first = await stack.sandbox.calls();
    await stack.sandbox.forgetCalls();
    const ended = tasks.filter(({ state }) => state === 'done' || state === 'skipped');
    for (const flow of ['customers', 'orders']) {
      await again(
        flow,
        ended.filter((task) => task.flow === flow).map(({ key }) => key),
      );
    }
    const second = await stack.sandbox.calls();
    // Who was asked for by key is tried with the address once more.
    const insisted = (await source.people(stack.sandbox)).filter(({ city }) =>
      townsWithoutRegion.includes(city),
    );
    const triedAgain =
      to === 'magento' && insisted.length > 0 ? [['PUT /V1/customers/{id}', insisted.length]] : [];
    expect(second[from]?.total).toBeGreaterThanOrEqual(ended.length);
    for (const system of [from, to]) {
      expect(first[system]?.byStatus['429'] ?? 0).toBe(0);
      expect(writes(second[system]), system).toEqual(system === 'magento' ? triedAgain : []);
    }
  });
});
