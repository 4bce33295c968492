/** A consumer that dies over an update, which the shop does minutes later, over what the next batch wrote. */
import { describe, expect, test } from 'vitest';
import { minuteMs, type Shirt, shirt, variant } from './late-shirt.ts';

/** The source says something, and the consumer dies while it is sent: the shop has it, or does it later. */
async function diesOver({ world, source }: Shirt, late: () => void, isHeldBack = true): Promise<void> {
  late();
  world.to.holdsBack = isHeldBack;
  world.begunAt = world.leaseEndsAt;
  world.dies = true;
  await world.run([source.id]);
  world.dies = false;
}

/** The time in which the dead batch's calls may still be done is over. */
async function laterOn({ world, source }: Shirt): Promise<string> {
  world.now = world.leaseEndsAt + 10 * minuteMs;
  return world.code(source.id);
}

describe('an update that a consumer died over, done minutes after the next batch', () => {
  test.each(['name', 'sku'])('is found: a %s', async (name) => {
    const of = await shirt();
    const { world, source, there } = of;
    await diesOver(of, () => Object.assign(source.fields, { [name]: 'Late' }));
    source.fields[name] = 'Last';
    const until = world.leaseEndsAt + 10 * minuteMs;
    expect(await world.outcome(source.id)).toMatchObject({
      problem: { kind: 'wait', code: 'outcome_unknown', retryAt: until },
    });
    expect(there.fields[name]).toBe('Last');
    expect(world.forth.begun.size).toBe(0);
    world.to.doLateWork();
    expect(there.fields[name]).toBe('Late');
    expect(await laterOn(of)).toBe('updated');
    expect(there.fields[name]).toBe('Last');
    expect(await world.code(source.id)).toBe('nothing_new');
  });

  test('is found where the source has taken it back by then', async () => {
    const of = await shirt();
    const { world, source, there } = of;
    await diesOver(of, () => Object.assign(source.fields, { name: 'Late' }));
    source.fields.name = 'Shirt';
    await world.run();
    world.to.doLateWork();
    await laterOn(of);
    expect(there.fields.name).toBe('Shirt');
  });

  test('is found after a second consumer that died', async () => {
    const of = await shirt();
    const { world, source, there } = of;
    await diesOver(of, () => Object.assign(source.fields, { name: 'Late' }));
    await diesOver(of, () => Object.assign(source.fields, { name: 'Second' }), false);
    source.fields.name = 'Last';
    await world.run();
    world.to.doLateWork();
    await laterOn(of);
    expect(there.fields.name).toBe('Last');
  });

  test('is found of a variant that went by it', async () => {
    const of = await shirt();
    const { world, source, there } = of;
    await diesOver(of, () => Object.assign(source.variants[0] ?? {}, { price: '12.10' }));
    const large = world.from.variant('TS-L', { Size: 'L' });
    source.variants.push(large);
    await world.run();
    expect(variant(there, 'TS-L')).toBeDefined();
    // The older list of variants.
    there.variants = there.variants.filter(({ sku }) => sku !== 'TS-L');
    await laterOn(of);
    expect(variant(there, 'TS-L')).toBeDefined();
  });

  test('is found of a product that was made by it', async () => {
    const of = await shirt();
    const { world } = of;
    const source = world.from.put({ sku: 'MOK', fields: { name: 'Mug' } });
    world.begunAt = world.leaseEndsAt;
    world.dies = true;
    await world.run([source.id]);
    world.dies = false;
    source.fields.name = 'Cup';
    await world.run([source.id]);
    const there = world.to.get(world.link(source.id).targetId);
    expect(there.fields.name).toBe('Cup');
    there.fields.name = 'Mug';
    await laterOn({ ...of, source });
    expect(there.fields.name).toBe('Cup');
  });

  test('is found of one of several products that it is in the target', async () => {
    const of = await shirt();
    const { world } = of;
    world.forth.settings.variants = 'split';
    const { from, to } = world;
    const options = [{ name: 'Size', values: ['S', 'M'] }];
    const variants = [from.variant('B-S', { Size: 'S' }), from.variant('B-M', { Size: 'M' })];
    const source = from.put({ sku: 'B', fields: { name: 'Blouse' }, options, variants });
    await world.run([source.id]);
    const split = { ...of, source };
    await diesOver(split, () => Object.assign(source.fields, { name: 'Late' }));
    source.fields.name = 'Last';
    await world.run([source.id]);
    to.doLateWork();
    const names = () => ['B-S', 'B-M'].map((sku) => to.bySku(sku)[0]?.fields.name);
    expect(names()).toContain('Late, S');
    await laterOn(split);
    expect(names()).toEqual(['Last, S', 'Last, M']);
    expect(world.forth.begun.size).toBe(0);
    expect(await world.code(source.id)).toBe('nothing_new');
  });

  test('is no change of the other side, also before this one has looked', async () => {
    const of = await shirt({ bothWays: true });
    const { world, source, there } = of;
    await diesOver(of, () => Object.assign(source.fields, { name: 'Late' }));
    source.fields.name = 'Last';
    world.to.doLateWork();
    await world.runBack();
    expect(source.fields.name).toBe('Last');
    await world.run();
    await laterOn(of);
    expect([source.fields.name, there.fields.name]).toEqual(['Last', 'Last']);
  });

  test('ends with the look once it cannot be done any more: the merchant may write the same', async () => {
    const of = await shirt();
    const { world, source, there } = of;
    await diesOver(of, () => Object.assign(source.fields, { name: 'Late' }));
    source.fields.name = 'Last';
    await world.run();
    await laterOn(of);
    there.fields.name = 'Late';
    source.fields.price = '12.10';
    await world.run();
    expect(there.fields.name).toBe('Late');
  });
});

test('an update that was done, over which a consumer died, is taken back where the source has taken it back', async () => {
  const of = await shirt();
  const { world, source, there } = of;
  await diesOver(of, () => Object.assign(source.fields, { name: 'Late' }), false);
  expect(there.fields.name).toBe('Late');
  source.fields.name = 'Shirt';
  await world.run();
  expect(there.fields.name).toBe('Shirt');
});

test('a product that a consumer died over as it was made stays on sale with "createOnly", though the source does not sell it any more', async () => {
  const of = await shirt({ settings: { fields: { active: 'createOnly' } } });
  const { world } = of;
  const source = world.from.put({ sku: 'MOK', fields: { active: true } });
  await diesOver({ ...of, source }, () => undefined, false);
  await world.run([source.id]);
  source.fields.active = false;
  await world.run([source.id]);
  expect(world.to.get(world.link(source.id).targetId).fields.active).toBe(true);
});

describe('a product that is gone at the source', () => {
  test('is on again where a consumer died over switching it off, and that was done minutes after it came back', async () => {
    const of = await shirt({ settings: { gone: 'deactivate' } });
    const { world, source, there } = of;
    await diesOver(of, () => world.from.products.delete(source.id));
    world.from.products.set(source.id, source);
    await world.run([source.id]);
    world.to.doLateWork();
    expect(there.fields.active).toBe(false);
    await laterOn(of);
    expect(there.fields.active).toBe(true);
  });

  test('is off again where a consumer died over switching it on, and that was done minutes after it went', async () => {
    const of = await shirt({ settings: { gone: 'deactivate' } });
    const { world, source, there } = of;
    world.from.products.delete(source.id);
    await world.run([source.id]);
    await diesOver(of, () => world.from.products.set(source.id, source));
    world.from.products.delete(source.id);
    expect(await world.code(source.id)).toBe('outcome_unknown');
    world.to.doLateWork();
    expect(there.fields.active).toBe(true);
    expect(await laterOn(of)).toBe('deactivated');
    expect(there.fields.active).toBe(false);
    expect(world.forth.begun.size).toBe(0);
    expect(await world.code(source.id)).toBe('no_longer_there');
  });

  test('is told before it is switched off, and not where it stays on', async () => {
    for (const [gone, told] of [
      ['deactivate', 1],
      ['keep', 0],
    ] as const) {
      const { world, source } = await shirt({ settings: { gone } });
      world.intended.splice(0);
      world.from.products.delete(source.id);
      await world.run([source.id]);
      expect(world.intended).toHaveLength(told);
    }
  });
});

test('a batch that writes nothing tells nothing', async () => {
  const { world } = await shirt();
  world.intended.splice(0);
  await world.run(undefined, true);
  expect(world.intended).toEqual([]);
});

describe('an update that a consumer died over is looked for where the next batch could write nothing', () => {
  test('of a product', async () => {
    const of = await shirt();
    const { world, source, there } = of;
    await diesOver(of, () => Object.assign(source.fields, { name: 'Late' }), false);
    world.to.lengths.name = 5;
    source.fields.name = 'Shirts';
    expect(await world.code(source.id)).toBe('outcome_unknown');
    source.fields.name = 'Shirt';
    await world.run();
    expect(there.fields.name).toBe('Shirt');
  });

  test('of a product that Koppel cannot carry for a while', async () => {
    const of = await shirt();
    const { world, source, there } = of;
    await diesOver(of, () => Object.assign(source.fields, { name: 'Late' }), false);
    source.fields.unsupported = 'bundle';
    expect(await world.code(source.id)).toBe('unsupported');
    // The journal keeps nothing of what nobody has to look at, the link does.
    expect(world.forth.begun.size).toBe(0);
    delete source.fields.unsupported;
    source.fields.name = 'Shirt';
    await world.run();
    expect(there.fields.name).toBe('Shirt');
  });

  test('of one of several products that it is in the target', async () => {
    const { world } = await shirt({ settings: { variants: 'split' } });
    const { from, to } = world;
    const options = [{ name: 'Size', values: ['S', 'M'] }];
    const variants = [from.variant('B-S', { Size: 'S' }), from.variant('B-M', { Size: 'M' })];
    const source = from.put({ sku: 'B', fields: { name: 'Top' }, options, variants });
    await world.run([source.id]);
    await diesOver(
      { world, source, there: source },
      () => Object.assign(source.fields, { name: 'Late' }),
      false,
    );
    to.lengths.name = 8;
    Object.assign(source.fields, { name: 'Tops' });
    Object.assign(source.variants[0] ?? {}, { options: { Size: 'Small' } });
    await world.run([source.id]);
    Object.assign(source.fields, { name: 'Top' });
    Object.assign(source.variants[0] ?? {}, { options: { Size: 'S' } });
    await world.run([source.id]);
    const names = ['B-S', 'B-M'].map((sku) => to.bySku(sku)[0]?.fields.name);
    expect(names).toEqual(['Top, S', 'Top, M']);
  });
});

test.each(['dead', 'unanswered'] as const)(
  'whether it is on sale is said of a product that comes back, though the setting says only once: its switching off was %s',
  async (end) => {
    const of = await shirt({ settings: { gone: 'deactivate', fields: { active: 'createOnly' } } });
    const { world, source, there } = of;
    if (end === 'dead') await diesOver(of, () => world.from.products.delete(source.id), false);
    else {
      world.from.products.delete(source.id);
      world.to.losesAnswer = true;
      expect(await world.code(source.id)).toBe('outcome_unknown');
    }
    expect(there.fields.active).toBe(false);
    world.from.products.set(source.id, source);
    await world.run([source.id]);
    expect(there.fields.active).toBe(true);
  },
);

test('what many consumers in a row died over is not told once for each', async () => {
  for (const late of ['off', 'name'] as const) {
    const of = await shirt({ settings: { gone: 'deactivate' } });
    const { world, source } = of;
    if (late === 'off') world.from.products.delete(source.id);
    else source.fields.name = 'Late';
    for (let deaths = 1; deaths <= 6; deaths += 1) await diesOver(of, () => undefined);
    const { updates = {} } = world.forth.begun.get(source.id) ?? {};
    expect(updates['']?.length).toBeLessThanOrEqual(2);
  }
});

test('what a consumer died over stays told beside the same of the next one, which may tell that it sent nothing', async () => {
  const of = await shirt();
  const { world, source } = of;
  const first = world.leaseEndsAt;
  await diesOver(of, () => Object.assign(source.fields, { name: 'Late' }));
  world.leaseEndsAt += 4 * minuteMs;
  world.dies = true;
  await world.run([source.id]);
  const { updates = {} } = world.forth.begun.get(source.id) ?? {};
  expect(updates['']?.map(({ at }) => at)).toEqual([first, world.leaseEndsAt]);
});
