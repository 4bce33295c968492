/** A shirt whose updates are not answered, and done minutes later. */
import { expect } from 'vitest';
import type { ShopProduct, ShopVariant } from './fake-shop.ts';
import { type Given, World } from './world.ts';

export const minuteMs = 60_000;

interface Terms {
  readonly settings?: Given;
  readonly mapping?: Record<string, string>;
  readonly bothWays?: boolean;
}

/** A shirt of two sizes that is linked. */
export async function shirt({ settings = {}, mapping = {}, bothWays = false }: Terms = {}) {
  const world = new World({ settings, mapping });
  world.bothWays = bothWays;
  const { from, to } = world;
  world.forth.categories.set('14', 'c14');
  const source = from.put({
    sku: 'TS',
    fields: { name: 'Shirt', price: '10.00' },
    options: [{ name: 'Size', values: ['S', 'M'] }],
    variants: [
      from.variant('TS-S', { Size: 'S' }, { price: '10.00' }),
      from.variant('TS-M', { Size: 'M' }, { price: '10.00' }),
    ],
  });
  await world.run();
  return { world, source, there: to.get(world.link(source.id).targetId) };
}

export type Shirt = Awaited<ReturnType<typeof shirt>>;

/** The source says something that is sent and not answered (`late`), then something else, which is. */
export async function saidTwice({ world, source }: Shirt, late: () => void, then: () => void): Promise<void> {
  late();
  world.to.holdsBack = true;
  expect(await world.code(source.id)).toBe('timed_out');
  then();
  await world.run([source.id]);
}

/** The time in which late work may still be done is over. */
export async function laterOn({ world, source }: Shirt): Promise<string> {
  world.now += 10 * minuteMs;
  return world.code(source.id);
}

export function variant({ variants }: ShopProduct, sku: string): ShopVariant | undefined {
  return variants.find((each) => each.sku === sku);
}
