/** A shop whose lists show for a while what stood before a write: its own address tells at once. */
import { expect, test } from 'vitest';
import { shirt, variant } from './late-shirt.ts';

const lagMs = 20_000;

test('a variant that was made just now is not made again, nor taken for one that the merchant took away', async () => {
  const { world, source, there } = await shirt();
  world.to.searchDelayMs = lagMs;
  world.to.listedAs.set(there.id, structuredClone(there));
  source.variants.push(world.from.variant('TS-L', { Size: 'L' }, { price: '10.00' }));
  await world.run();
  world.now += lagMs - 1;
  Object.assign(source.variants[2] ?? {}, { price: '12.10' });
  await world.run();
  expect(there.variants.map(({ sku }) => sku)).toEqual(['TS-S', 'TS-M', 'TS-L']);
  expect(variant(there, 'TS-L')?.price).toBe('10');
});

test('the same where the consumer has died over it', async () => {
  const { world, source, there } = await shirt();
  world.to.searchDelayMs = lagMs;
  world.to.listedAs.set(there.id, structuredClone(there));
  source.variants.push(world.from.variant('TS-L', { Size: 'L' }, { price: '10.00' }));
  world.begunAt = world.leaseEndsAt;
  world.dies = true;
  await world.run();
  world.dies = false;
  world.now = world.leaseEndsAt + lagMs - 1;
  await world.run();
  expect(there.variants.map(({ sku }) => sku)).toEqual(['TS-S', 'TS-M', 'TS-L']);
});

test('what was written there just now is no change of it, and does not come back', async () => {
  const { world, source, there } = await shirt({ bothWays: true });
  world.to.searchDelayMs = lagMs;
  world.to.listedAs.set(there.id, structuredClone(there));
  source.fields.name = 'Blouse';
  await world.run();
  world.now += lagMs - 1;
  await world.runBack();
  expect([source.fields.name, there.fields.name]).toEqual(['Blouse', 'Blouse']);
});

test('once lists have caught up, they are read together again', async () => {
  const { world, source } = await shirt();
  world.to.searchDelayMs = lagMs;
  source.fields.name = 'Blouse';
  await world.run();
  world.now += lagMs;
  source.fields.name = 'Shirt';
  world.to.calls.splice(0);
  await world.run();
  expect(world.to.calls.filter((call) => call.startsWith('get'))).toEqual(['getMany 1']);
});
