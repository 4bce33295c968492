/** When what stands there is somebody's change again: after the first look once late work is over, however late that look is. */
import { describe, expect, test } from 'vitest';
import { laterOn, minuteMs, saidTwice, shirt, variant } from './late-shirt.ts';

const weekMs = 7 * 24 * 60 * minuteMs;

/** `Late` was sent and not answered, then `Last`; and the product waits for a person since. */
async function parked({ bothWays = false } = {}) {
  const of = await shirt({ bothWays });
  const { world, source, there } = of;
  await saidTwice(
    of,
    () => {
      source.fields.name = 'Late';
      Object.assign(source.variants[0] ?? {}, { gtin: 'Late' });
    },
    () => {
      source.fields.name = 'Last';
      Object.assign(source.variants[0] ?? {}, { gtin: 'Last' });
    },
  );
  const other = world.to.put({ sku: 'TAKEN' });
  source.fields.sku = 'TAKEN';
  const goOn = () => {
    source.fields.sku = 'TS';
    return world.code(source.id);
  };
  const says = (value: string) => {
    there.fields.name = value;
    Object.assign(variant(there, 'TS-S') ?? {}, { gtin: value });
  };
  const stands = () => [there.fields.name, variant(there, 'TS-S')?.gtin];
  return { ...of, of, other, goOn, says, stands };
}

describe('a product that waits for a person', () => {
  test('is looked at when late work is over, before the person is asked', async () => {
    const { of, world, source } = await parked();
    expect(await world.outcome(source.id)).toMatchObject({
      problem: { kind: 'wait', code: 'outcome_unknown', retryAt: world.now + 10 * minuteMs },
    });
    expect(await laterOn(of)).toBe('sku_taken');
  });

  test('keeps what a person wrote after that look, though it is what was sent once', async () => {
    const { of, world, goOn, says, stands } = await parked();
    await laterOn(of);
    world.now += weekMs;
    says('Late');
    await goOn();
    expect(stands()).toEqual(['Late', 'Late']);
  });

  test('loses what was done late by then, also where it goes on a week later', async () => {
    const { of, world, goOn, stands } = await parked();
    world.to.doLateWork();
    await laterOn(of);
    world.now += weekMs;
    expect(stands()).toEqual(['Late', 'Late']);
    await goOn();
    expect(stands()).toEqual(['Last', 'Last']);
  });

  test('loses it too where nobody could look for a week', async () => {
    const { world, source, goOn, stands } = await parked();
    world.to.doLateWork();
    world.now += weekMs;
    expect(await world.code(source.id)).toBe('sku_taken');
    await goOn();
    expect(stands()).toEqual(['Last', 'Last']);
  });
});

describe('where only the other direction looks', () => {
  async function waiting() {
    const of = await parked({ bothWays: true });
    const { world, source, goOn } = of;
    await goOn();
    const runBack = () => world.runBack([of.there.id]);
    return { ...of, runBack, now: () => [source.fields.name, source.variants[0]?.gtin] };
  }

  test('what a person wrote after that look is carried back', async () => {
    const { world, there, says, runBack, now } = await waiting();
    world.now += 10 * minuteMs;
    there.fields.description = 'Other';
    await runBack();
    world.now += weekMs;
    says('Late');
    await runBack();
    expect(now()).toEqual(['Late', 'Late']);
  });

  test('what was done late before it is not, a week later either', async () => {
    const { world, there, runBack, now, source, stands } = await waiting();
    world.to.doLateWork();
    for (const description of ['Other', 'Another']) {
      world.now += weekMs;
      there.fields.description = description;
      await runBack();
      expect(now()).toEqual(['Last', 'Last']);
    }
    await world.run([source.id]);
    expect(stands()).toEqual(['Last', 'Last']);
  });

  test('and writes nothing, it is carried back all the same', async () => {
    const { world, there, says, runBack, now } = await waiting();
    world.now += 10 * minuteMs;
    const { from } = world;
    from.calls.splice(0);
    await world.runBack([there.id], true);
    expect(from.writes).toEqual([]);
    world.now += weekMs;
    says('Late');
    await runBack();
    expect(now()).toEqual(['Late', 'Late']);
  });
});
