/** A variant that comes and goes while an update that was not answered may still be done. */
import { describe, expect, test } from 'vitest';
import type { ShopVariant } from './fake-shop.ts';
import { laterOn, minuteMs, type Shirt, saidTwice, shirt, variant } from './late-shirt.ts';

/** Whether the small one is on sale there. */
const isOn = ({ there }: Shirt) => variant(there, 'TS-S')?.active;

/** The small one goes at the source, and comes back. */
async function small({ isTold = true } = {}) {
  const of = await shirt({ settings: { gone: 'deactivate' } });
  const { source } = of;
  // A source that does not tell of variants whether they are sold.
  if (!isTold) for (const each of source.variants) Object.assign(each, { active: undefined });
  const [own] = source.variants as [ShopVariant];
  const go = () => void source.variants.splice(source.variants.indexOf(own), 1);
  const comeBack = () => void source.variants.unshift(own);
  return { of, go, comeBack };
}

describe.each([true, false])(
  'a variant that the source has no longer (it tells whether it is sold: %s)',
  (isTold) => {
    test('is off again where it was switched on minutes after it went', async () => {
      const { of, go, comeBack } = await small({ isTold });
      go();
      await of.world.run();
      await saidTwice(of, comeBack, go);
      of.world.to.doLateWork();
      expect(isOn(of)).toBe(true);
      await laterOn(of);
      expect(isOn(of)).toBe(false);
    });

    test('is on again where it was switched off minutes after it came back', async () => {
      const { of, go, comeBack } = await small({ isTold });
      await saidTwice(of, go, comeBack);
      of.world.to.doLateWork();
      expect(isOn(of)).toBe(false);
      await laterOn(of);
      expect(isOn(of)).toBe(true);
    });

    test('and that came back is on where that was not answered', async () => {
      const { of, go, comeBack } = await small({ isTold });
      const { world, source } = of;
      go();
      await world.run();
      comeBack();
      world.to.holdsBack = true;
      expect(await world.code(source.id)).toBe('timed_out');
      await world.run();
      expect(isOn(of)).toBe(true);
      await laterOn(of);
      Object.assign(variant(of.there, 'TS-S') ?? {}, { active: false });
      source.fields.name = 'Later';
      await world.run();
      // The merchant's own.
      expect(isOn(of)).toBe(false);
    });
  },
);

describe('a variant that was added, and not answered', () => {
  async function added() {
    const of = await shirt({ settings: { gone: 'deactivate' } });
    const { source, world, there } = of;
    await saidTwice(
      of,
      () => source.variants.push(world.from.variant('TS-L', { Size: 'L' })),
      () => source.variants.pop(),
    );
    expect(variant(there, 'TS-L')).toBeUndefined();
    return of;
  }

  test('is switched off where it comes after it went at the source', async () => {
    const of = await added();
    of.world.to.doLateWork();
    expect(variant(of.there, 'TS-L')?.active).toBe(true);
    await laterOn(of);
    expect(variant(of.there, 'TS-L')?.active).toBe(false);
  });

  test('is switched off as soon as it is seen, and once that time is over whoever switches it on keeps it so', async () => {
    const of = await added();
    const { world, source, there } = of;
    world.to.doLateWork();
    await world.run();
    expect(variant(there, 'TS-L')?.active).toBe(false);
    await laterOn(of);
    expect(world.link(source.id).facts.late).toBeUndefined();
    Object.assign(variant(there, 'TS-L') ?? {}, { active: true });
    await world.run([source.id], true);
    expect(variant(there, 'TS-L')?.active).toBe(true);
  });

  test('is forgotten where it did not come', async () => {
    const of = await added();
    const { world, source } = of;
    const known = () => Object.values(world.link(source.id).facts.variants).map(({ sku }) => sku);
    expect(known()).toEqual(['TS-S', 'TS-M', 'TS-L']);
    await laterOn(of);
    expect(known()).toEqual(['TS-S', 'TS-M']);
  });
});

describe('a variant that is a product of its own, and that the source has no longer', () => {
  const settings = { variants: 'split', gone: 'deactivate' } as const;

  async function part() {
    const of = await shirt({ settings });
    const { world, source } = of;
    const [own] = source.variants as [ShopVariant];
    const go = () => void source.variants.shift();
    const comeBack = () => void source.variants.unshift(own);
    const isPartOn = () => world.to.bySku('TS-S')[0]?.fields.active;
    return { of, go, comeBack, isPartOn };
  }

  test('is off again where it was switched on minutes after it went, and is looked at until then', async () => {
    const { of, go, comeBack, isPartOn } = await part();
    const { world, source } = of;
    go();
    await world.run();
    comeBack();
    world.to.holdsBack = true;
    expect(await world.code(source.id)).toBe('timed_out');
    const until = world.now + 10 * minuteMs;
    go();
    expect(await world.outcome(source.id)).toMatchObject({
      problem: { kind: 'wait', code: 'outcome_unknown', retryAt: until },
    });
    world.to.doLateWork();
    expect(isPartOn()).toBe(true);
    await laterOn(of);
    expect(isPartOn()).toBe(false);
    expect(await world.code(source.id)).toBe('nothing_new');
    const { calls } = world.to;
    calls.splice(0);
    await world.run();
    expect(calls).toEqual([]);
  });

  test('is not looked at again where nothing is switched off', async () => {
    const { of, go } = await part();
    const { world, source } = of;
    for (const each of source.variants) each.active = false;
    world.to.holdsBack = true;
    await world.run();
    world.forth.settings.gone = 'keep';
    go();
    await laterOn(of);
    expect(await world.code(source.id)).toBe('nothing_new');
  });
});
