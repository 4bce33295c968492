import { expect, test } from 'vitest';
import { compileExpression } from '../../../src/mapping/expression.ts';
import type { Order } from '../../../src/records/order.ts';
import { unanswered, World } from './harness.ts';
import { noor, order } from './samples.ts';

/** Counts how often expressions read what nobody else reads. */
class Probe {
  reads = { order: 0, line: 0, customer: 0 };

  /** The same order, with a `probe` in each part. */
  in(of: Order): Order {
    this.#put(of, 'order');
    this.#put(of.customer, 'customer');
    for (const line of of.lines) this.#put(line, 'line');
    return of;
  }

  #put(part: object, name: keyof Probe['reads']): void {
    Object.defineProperty(part, 'probe', {
      get: () => {
        this.reads[name]++;
        return name;
      },
    });
  }
}

const mapping = {
  remarks: 'order.probe',
  'line.description': 'line.probe',
  'customer.phonenumber': 'customer.probe',
};

/** What one evaluation of each expression reads. */
async function once(): Promise<Probe['reads']> {
  const probe = new Probe();
  const of = probe.in(order({ customer: { ...noor } }));
  const [line] = of.lines;
  for (const [name, source] of Object.entries(mapping)) {
    await compileExpression(source, name).evaluate({ order: of, line, customer: of.customer });
  }
  return probe.reads;
}

/** What a run reads of this order. */
async function readsOf(world: World, fields: Partial<Order> = {}): Promise<Probe['reads']> {
  const probe = new Probe();
  await world.run(probe.in(order({ customer: { ...noor }, ...fields }))).catch(() => undefined);
  return probe.reads;
}

function worldOf(): World {
  return new World({ settings: { state: 'sent', refunds: 'credit' }, mapping });
}

test('the probe sees an evaluation of each', async () => {
  expect(Object.values(await once()).every((reads) => reads > 0)).toBe(true);
});

test('an order is mapped once when it is booked, also where some of it was given back before', async () => {
  expect(await readsOf(worldOf())).toEqual(await once());
  const world = worldOf();
  expect(await readsOf(world, { refunded: '10.00' })).toEqual(await once());
  expect(world.books.invoices).toHaveLength(2);
});

test('and once when a create that was begun is looked for, and the order then booked anew', async () => {
  const world = worldOf();
  world.books.trouble = ({ method, path }, when) => {
    if (method === 'POST' && path === '/v3/invoices' && when === 'before') throw unanswered();
  };
  await readsOf(world);
  world.books.trouble = () => undefined;
  world.now += 3_600_000;
  const { customer: _known, ...reads } = await readsOf(world);
  expect(reads).toEqual({ order: (await once()).order, line: (await once()).line });
  expect(world.books.invoices).toHaveLength(1);
});

test('one that is booked already, or does not leave, is not mapped at all', async () => {
  const world = worldOf();
  await readsOf(world);
  const none = { order: 0, line: 0, customer: 0 };
  expect(await readsOf(world)).toEqual(none);
  expect(await readsOf(worldOf(), { cancelled: true })).toEqual(none);
});

test('what was begun is found though any other expression has begun to fail, and is not booked twice', async () => {
  const world = worldOf();
  world.mapping = { reference: "'B-' & order.number" };
  world.books.trouble = ({ method, path }, when) => {
    if (method === 'POST' && path === '/v3/invoices' && when === 'after') throw unanswered();
  };
  await readsOf(world);
  world.books.trouble = () => undefined;
  world.mapping = { ...world.mapping, remarks: "$error('no')", 'line.description': "$error('no')" };
  expect(await world.run('SO-1')).toMatchObject({ kind: 'done', reason: { code: 'booked' } });
  expect(world.books.invoices).toMatchObject([{ reference: 'B-1001' }]);
  expect(world.link('SO-1')?.targetId).toBe(world.books.invoices[0]?.id);
});
