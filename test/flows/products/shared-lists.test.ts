/** A list of the target that all products take their attributes from, and that is sent as a whole: one call at a time adds to it. */
import { describe, expect, test } from 'vitest';
import { FakeShop, gross } from './fake-shop.ts';
import { minuteMs } from './late-shirt.ts';
import { World } from './world.ts';

/** Two products that have an attribute of their own each, and share one. */
function catalogue() {
  const world = new World({ to: new FakeShop('b', { ...gross, declares: true }) });
  world.forth.settings.attributes = { map: { A: 'A', B: 'B', C: 'C' } };
  const put = (sku: string, ...names: readonly string[]) =>
    world.from.put({ sku, attributes: names.map((name) => ({ name, values: [sku] })) });
  const says = (sku: string) => world.to.bySku(sku)[0]?.attributes.map(({ name }) => name);
  return { world, put, says };
}

test('what several products lack is added by one call, before any of them is written', async () => {
  const { world, put, says } = catalogue();
  put('ONE', 'A', 'B');
  put('TWO', 'A', 'C');
  await world.run();
  expect(world.to.lists).toEqual([['A', 'B', 'C']]);
  expect([says('ONE'), says('TWO')]).toEqual([
    ['A', 'B'],
    ['A', 'C'],
  ]);
  put('THREE', 'A');
  await world.run();
  expect(world.to.lists).toHaveLength(1);
});

test('nothing is added where that is not wished, and none is asked for where no product lacks one', async () => {
  const { world, put, says } = catalogue();
  world.forth.settings.createValues = false;
  put('ONE', 'A');
  await world.run();
  expect([world.to.lists, says('ONE')]).toEqual([[], []]);
});

describe('a call that was not answered', () => {
  async function unanswered() {
    const of = catalogue();
    const { world, put } = of;
    const one = put('ONE', 'A');
    const plain = put('PLAIN');
    world.to.holdsBackList = true;
    expect(await world.code(one.id)).toBe('timed_out');
    return { ...of, one, plain };
  }

  test('takes nothing away that other products say: those that need another one wait until it cannot be done any more', async () => {
    const { world, put, says, one, plain } = await unanswered();
    const two = put('TWO', 'B');
    for (const { id } of [two, one]) {
      const outcome = await world.outcome(id);
      expect(outcome).toMatchObject({ problem: { kind: 'wait', code: 'outcome_unknown' } });
    }
    expect(await world.code(plain.id)).toBe('created');
    expect(world.to.lists).toEqual([['A']]);
    world.to.doLateWork();
    world.now += 11 * minuteMs;
    await world.run();
    expect(world.to.lists).toEqual([['A'], ['A', 'B']]);
    expect([says('ONE'), says('TWO')]).toEqual([['A'], ['B']]);
    await world.run();
    expect(world.forth.begun.size).toBe(0);
  });

  test('that was done by the next look holds nobody up who needs no more', async () => {
    const { world, says, one } = await unanswered();
    world.to.doLateWork();
    expect(await world.code(one.id)).toBe('created');
    expect(says('ONE')).toEqual(['A']);
  });

  test('or over which a consumer died, is waited for too', async () => {
    const { world, put } = catalogue();
    const one = put('ONE', 'A');
    world.begunAt = world.leaseEndsAt;
    world.dies = true;
    world.to.holdsBackList = true;
    await world.run();
    world.dies = false;
    world.leaseEndsAt += 4 * minuteMs;
    expect(await world.code(one.id)).toBe('outcome_unknown');
    expect(world.to.lists).toHaveLength(1);
    world.now += 20 * minuteMs;
    world.leaseEndsAt = world.now + 4 * minuteMs;
    expect(await world.code(one.id)).toBe('created');
  });
});

test('a list that another source is sending is not sent meanwhile, and asked for soon', async () => {
  const { world, put, says } = catalogue();
  const one = put('ONE', 'A');
  world.foreignLists.push({ list: 'all', at: world.leaseEndsAt });
  const outcome = await world.outcome(one.id);
  expect(outcome).toMatchObject({ problem: { kind: 'wait', retryAt: world.now + minuteMs / 2 } });
  expect([world.to.lists, world.to.writes]).toEqual([[], []]);
  world.foreignLists.pop();
  expect(await world.code(one.id)).toBe('created');
  expect(says('ONE')).toEqual(['A']);
});

test('a product goes without an attribute that the shop does not take', async () => {
  const { world, put, says } = catalogue();
  const one = put('ONE', 'A');
  world.to.refusesLists = true;
  expect(await world.code(one.id)).toBe('created');
  expect(says('ONE')).toEqual([]);
});
