/** A product, or a part of one, that was to be made and is made only minutes later, when the source has it no longer. */
import { describe, expect, test } from 'vitest';
import { minuteMs } from '../../support/durations.ts';
import type { ShopProduct, ShopVariant } from './fake-shop.ts';
import { type Given, World } from './world.ts';

const shirts = { variants: 'split', gone: 'deactivate' } as const;

/** The call is not answered, or its consumer dies before it can tell of that. */
type Ended = 'unanswered' | 'dead';

async function runHeld(world: World, ended: Ended): Promise<void> {
  world.to.holdsBackMaking = true;
  world.dies = ended === 'dead';
  await world.run();
  world.dies = false;
  world.begunAt = world.now;
}

/** A mug that is gone before it came. */
async function mug(ended: Ended, settings: Given = { gone: 'deactivate' }) {
  const world = new World({ settings });
  const source = world.from.put({ sku: 'MOK' });
  await runHeld(world, ended);
  world.from.products.clear();
  return { world, source, there: () => world.to.bySku('MOK')[0] };
}

const look = (world: World, { id }: ShopProduct) => world.outcome(id);

/** A shirt of which the small one is gone before it came. */
async function small(ended: Ended) {
  const world = new World({ settings: shirts });
  const { from, to } = world;
  const own = from.variant('TS-S', { Size: 'S' });
  const options = [{ name: 'Size', values: ['S', 'M'] }];
  const source = from.put({ sku: 'TS', options, variants: [own, from.variant('TS-M', { Size: 'M' })] });
  await runHeld(world, ended);
  source.variants.shift();
  const isOn = (sku: string) => to.bySku(sku)[0]?.fields.active;
  return { world, source, own, isOn };
}

describe.each(['unanswered', 'dead'] as const)('a product that is gone before it came (%s)', (ended) => {
  test('is looked for while it may come, and switched off then', async () => {
    const { world, source, there } = await mug(ended);
    const until = world.now + 10 * minuteMs;
    world.now = until - minuteMs;
    expect(await look(world, source)).toMatchObject({
      problem: { kind: 'wait', code: 'outcome_unknown', retryAt: until },
    });
    world.to.doLateWork();
    expect(there()?.fields.active).toBe(true);
    await look(world, source);
    expect(world.link(source.id).targetId).toBe(there()?.id);
    expect(there()?.fields.active).toBe(false);
    expect(world.forth.begun.size).toBe(0);
    world.now = until;
    await look(world, source);
    expect(await world.code(source.id)).toBe('no_longer_there');
  });

  test('is switched off by a look that comes a week later', async () => {
    const { world, source, there } = await mug(ended);
    world.to.doLateWork();
    world.now += 7 * 24 * 60 * minuteMs;
    expect(await world.code(source.id)).toBe('deactivated');
    expect(there()?.fields.active).toBe(false);
  });

  test('is on again when it comes back', async () => {
    const { world, source, there } = await mug(ended);
    world.to.doLateWork();
    await look(world, source);
    world.from.products.set(source.id, source);
    await world.run();
    expect(there()?.fields.active).toBe(true);
    expect(world.to.products.size).toBe(1);
    world.now += 10 * minuteMs;
    await look(world, source);
    expect(await world.code(source.id)).toBe('nothing_new');
  });

  test('and did not come is done with', async () => {
    const { world, source } = await mug(ended);
    world.now += 10 * minuteMs;
    expect(await look(world, source)).toMatchObject({ kind: 'skipped' });
    expect(world.forth.begun.size).toBe(0);
    const { calls } = world.to;
    calls.splice(0);
    await look(world, source);
    expect(calls).toEqual([]);
    world.from.products.set(source.id, source);
    expect(await world.code(source.id)).toBe('created');
  });

  test('is left alone where nothing is switched off', async () => {
    const { world, source, there } = await mug(ended, { gone: 'keep' });
    world.to.doLateWork();
    expect(await look(world, source)).toMatchObject({ kind: 'skipped' });
    expect(there()?.fields.active).toBe(true);
  });

  test('is waited for also where the target cannot be read', async () => {
    const { world, source, there } = await mug(ended);
    world.to.doLateWork();
    world.to.unreachable = true;
    expect(await world.code(source.id)).toBe('timed_out');
    world.to.unreachable = false;
    await look(world, source);
    expect(there()?.fields.active).toBe(false);
  });

  test('is not what another product of the source has made its own', async () => {
    const { world, source, there } = await mug(ended);
    world.to.doLateWork();
    const other = world.from.put({ sku: 'MOK' });
    world.now += 10 * minuteMs;
    await world.run();
    expect(world.link(other.id).targetId).toBe(there()?.id);
    await look(world, source);
    expect(there()?.fields.active).toBe(true);
  });

  test('is not what another one was begun as after it', async () => {
    const { world, source, there } = await mug(ended);
    const { id: made } = world.to.put({ sku: 'MOK' });
    world.foreign.push({ sku: 'mok', at: world.now + minuteMs });
    world.now += 10 * minuteMs;
    await look(world, source);
    expect(there()).toMatchObject({ id: made, fields: { active: true } });
  });
});

describe.each(['unanswered', 'dead'] as const)('a part that is gone before it came (%s)', (ended) => {
  test('is looked for while it may come, and switched off then', async () => {
    const { world, source, isOn } = await small(ended);
    const until = world.now + 10 * minuteMs;
    world.now = until - minuteMs;
    expect(await look(world, source)).toMatchObject({ problem: { kind: 'wait', retryAt: until } });
    expect(isOn('TS-M')).toBe(true);
    world.to.doLateWork();
    expect(isOn('TS-S')).toBe(true);
    await look(world, source);
    expect(isOn('TS-S')).toBe(false);
    expect(isOn('TS-M')).toBe(true);
    expect(world.forth.begun.size).toBe(0);
    world.now = until;
    await look(world, source);
    const { calls } = world.to;
    calls.splice(0);
    expect(await world.code(source.id)).toBe('nothing_new');
    expect(calls).toEqual([]);
  });

  test('is on again when it comes back', async () => {
    const { world, source, own, isOn } = await small(ended);
    world.to.doLateWork();
    await look(world, source);
    source.variants.unshift(own);
    await world.run();
    expect(isOn('TS-S')).toBe(true);
    expect(world.to.products.size).toBe(2);
  });

  test('and did not come is done with', async () => {
    const { world, source } = await small(ended);
    world.now += 10 * minuteMs;
    await look(world, source);
    expect(world.forth.begun.size).toBe(0);
    expect(await world.code(source.id)).toBe('nothing_new');
  });

  test('is not what its product has made its own under another id', async () => {
    const { world, source, isOn } = await small(ended);
    world.to.doLateWork();
    const again: ShopVariant = world.from.variant('TS-S', { Size: 'S' });
    source.variants.unshift(again);
    await look(world, source);
    world.now += 10 * minuteMs;
    await look(world, source);
    expect(isOn('TS-S')).toBe(true);
    expect(world.to.products.size).toBe(2);
    expect(world.forth.begun.size).toBe(0);
  });

  test('goes off with all of its product', async () => {
    const { world, source, isOn } = await small(ended);
    world.from.products.clear();
    await look(world, source);
    expect(isOn('TS-M')).toBe(false);
    world.to.doLateWork();
    world.now += 10 * minuteMs;
    await look(world, source);
    expect([isOn('TS-S'), isOn('TS-M')]).toEqual([false, false]);
    expect(world.forth.begun.size).toBe(0);
  });
});
