/** The object dies over what an order writes to a customer of the books, and the books do it minutes later, over what a newer order said. */
import { expect, test } from 'vitest';
import { mugs } from '../../connectors/ecwid/order-payload.ts';
import { minuteMs, Simulation } from '../../support/simulation.ts';

test.each([
  ['changed once more', '+31 6 30000000'],
  ['taken back', '+31 6 10000000'],
])('a telephone that was %s stands there with the next order', async (_how, phone) => {
  const simulation = await new Simulation().configured();
  const { outside } = simulation;
  await simulation.live(minuteMs);
  let number = 0;
  const sell = async (told: string) => {
    const id = `SO-${++number}`;
    const { billingPerson } = mugs() as { billingPerson: object };
    outside.sell(id, { email: 'noor@example.com', billingPerson: { ...billingPerson, phone: told } });
    await simulation.hook(id);
    await simulation.live(2 * minuteMs);
  };
  const phones = () => outside.books.customers.map(({ phonenumber }) => phonenumber);
  await sell('+31 6 10000000');
  let late: Request | null = null;
  outside.interfere = (call, request) => {
    if (late !== null || !call.startsWith('PUT jortt /v3/customers/')) return undefined;
    late = request.clone();
    simulation.die();
    return Response.json({}, { status: 504 });
  };
  await sell('+31 6 20000000');
  expect(simulation.isDead).toBe(true);
  await simulation.open();
  await simulation.live(2 * minuteMs);
  await sell(phone);
  expect(phones()).toEqual([phone]);
  if (late !== null) await outside.fetch(late);
  expect(phones()).toEqual(['+31 6 20000000']);
  await sell(phone);
  expect(phones()).toEqual([phone]);
  expect(simulation.states()).toEqual(['SO-1 done', 'SO-2 done', 'SO-3 done', 'SO-4 done']);
});
