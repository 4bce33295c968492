/** Texts that a target has no room for: never cut in silence. */
import { describe, expect, test } from 'vitest';
import type { DocumentTarget } from '../../../src/connectors/contract/target.ts';
import { requireLengths } from '../../../src/flows/lengths.ts';
import { orders } from '../../../src/flows/orders/index.ts';
import { Problem } from '../../../src/records/problem.ts';
import { withinLength } from '../../../src/records/reference.ts';
import { type Given, World } from './harness.ts';
import { order } from './samples.ts';

const long = 'WEB-2026-03-02-0000000000000000-000000000000001';

/** The flow into books that state lengths, and may say how they stored the reference. */
function run(world: World, limits: Partial<DocumentTarget>, parts = {}) {
  const each = order({ number: long, ...parts });
  world.orders.set(each.id, each);
  const context = world.context(each.id);
  const { connector } = context.target;
  const target = connector.orders?.target;
  if (!target) throw new Error('no target');
  const limited = { ...connector, orders: { ...connector.orders, target: { ...target, ...limits } } };
  return orders.run({ ...context, target: { ...context.target, connector: limited } });
}

const settings: Given['settings'] = { state: 'sent' };
const sentReference = (world: World) => (world.books.sent.at(-1) as { reference?: string }).reference ?? '';

describe('a reference', () => {
  test('with room for it stays as it is, to the character', async () => {
    expect(await withinLength(long)).toBe(long);
    expect(await withinLength(long, long.length)).toBe(long);
  });

  test('without keeps its head, is told from others that begin alike, and is the same every time', async () => {
    const short = await withinLength(long, 32);
    expect(short).toMatch(/^WEB-2026-03-02-000000-[0-9a-f]{10}$/);
    expect(short).toHaveLength(32);
    expect(await withinLength(long, 32)).toBe(short);
    expect(await withinLength(`${long.slice(0, -1)}2`, 32)).not.toBe(short);
    expect(await withinLength('😀'.repeat(40), 32)).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
  });

  test('that is shortened is what the document gets, what is linked and what finds it after a death', async () => {
    const world = new World({ settings });
    const wanted = await withinLength(long, 32);
    world.storing = (what) => {
      if (what === 'link order') throw new Error('died');
    };
    await expect(run(world, { referenceLength: 32 })).rejects.toThrow('died');
    world.storing = () => undefined;
    for (const name of world.steps.keys()) {
      const step = world.steps.get(name);
      if (step) world.steps.set(name, { ...step, result: null });
    }
    expect(await run(world, { referenceLength: 32 })).toMatchObject({ reason: { code: 'booked' } });
    expect(sentReference(world)).toBe(wanted);
    expect(world.link(order().id)?.facts.reference).toBe(wanted);
    expect(world.books.invoices).toHaveLength(1);
  });

  test('that comes back cut is flagged, once, and the document is linked and not made again', async () => {
    const world = new World({ settings });
    const create: DocumentTarget['create'] = async (api, body) => {
      const target = world.context('x').target.connector.orders?.target;
      const made = await target?.create(api, body);
      return { id: made?.id ?? '', reference: long.slice(0, 32) };
    };
    const problem = await run(world, { create }).catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(Problem);
    expect(problem).toMatchObject({
      kind: 'rejected',
      code: 'reference_changed',
      params: { reference: long, stored: long.slice(0, 32) },
    });
    expect(await run(world, { create })).toMatchObject({ reason: { code: 'already_booked' } });
    expect(world.books.invoices).toHaveLength(1);
  });

  test('that comes back with other spaces is the same', async () => {
    const world = new World({ settings });
    const create: DocumentTarget['create'] = async (api, body) => {
      const made = await world.context('x').target.connector.orders?.target?.create(api, body);
      return { id: made?.id ?? '', reference: 'A 1' };
    };
    expect(await run(world, { create }, { number: ' A  1' })).toMatchObject({ reason: { code: 'booked' } });
  });
});

describe('any other text', () => {
  test('that is too long is refused before anything is made, naming the field', async () => {
    const world = new World({ settings });
    const lengths = { 'line_items.description': 10 };
    const parts = { lines: order().lines.map((line) => ({ ...line, name: 'A mug with a very long name' })) };
    const problem = await run(world, { lengths }, parts).catch((error: unknown) => error);
    expect(problem).toMatchObject({
      kind: 'rejected',
      code: 'text_too_long',
      params: { system: 'Jortt', field: 'line_items.description', length: 27, maxLength: 10 },
    });
    expect(world.books.calls.filter((call) => call.startsWith('POST'))).toEqual([]);
    expect(world.steps.size).toBe(0);
  });

  test('is counted as people count, through objects and lists; what is no text is left', () => {
    const body = {
      entity: { note: '😀😀😀', items: [{ name: 'ab' }, { name: 'abc' }, { qty: 3 }], id: 12345 },
    };
    const check = (lengths: Record<string, number>) => () =>
      requireLengths(body, { system: 'Shop', lengths });
    expect(
      check({ 'entity.note': 3, 'entity.items.name': 3, 'entity.id': 1, 'entity.none': 1 }),
    ).not.toThrow();
    expect(check({ 'entity.note': 2 })).toThrow('text_too_long');
    expect(check({ 'entity.items.name': 2 })).toThrow('text_too_long');
  });
});
