import { describe, expect, test } from 'vitest';
import { minuteMs } from '../../support/durations.ts';
import { World } from './world.ts';

describe('a product that the source has no longer', () => {
  test('stays as it is with "keep", is told once, and lives again when it comes back', async () => {
    const world = new World();
    const source = world.from.put({ sku: 'MOK' });
    await world.run();
    world.from.products.delete(source.id);
    expect(await world.outcome(source.id)).toMatchObject({
      kind: 'skipped',
      reason: { code: 'no_longer_there' },
    });
    expect(world.link(source.id).facts.gone).toBe(true);
    expect(world.to.writes).toHaveLength(1);
    source.fields.name = 'Mok';
    world.from.products.set(source.id, source);
    expect(await world.code(source.id)).toBe('updated');
    expect(world.link(source.id).facts.gone).toBeUndefined();
    expect(world.to.products.size).toBe(1);
  });

  test.each(['always', 'createOnly'] as const)(
    'is switched off once with "deactivate", and on again when it comes back (active: %s)',
    async (active) => {
      const world = new World({ settings: { gone: 'deactivate', fields: { active } } });
      const source = world.from.put({ sku: 'MOK' });
      await world.run();
      const there = world.to.get(world.link(source.id).targetId);
      world.from.products.delete(source.id);
      expect(await world.code(source.id)).toBe('deactivated');
      expect(there.fields.active).toBe(false);
      expect(await world.code(source.id)).toBe('no_longer_there');
      expect(world.to.writes).toHaveLength(2);
      world.from.products.set(source.id, source);
      await world.run([source.id]);
      expect(there.fields.active).toBe(true);
    },
  );

  test('and that cannot be read there is not taken for one that may be switched off late', async () => {
    const world = new World({ settings: { gone: 'deactivate' } });
    const source = world.from.put({ sku: 'MOK' });
    await world.run();
    world.from.products.delete(source.id);
    world.to.unreachable = true;
    expect(await world.code(source.id)).toBe('timed_out');
    expect(world.link(source.id).facts.late).toBeUndefined();
    world.to.unreachable = false;
    expect(await world.code(source.id)).toBe('deactivated');
  });

  test.each(['its answer was lost', 'the consumer died'] as const)(
    'is on again when it comes back, where it was switched off and %s',
    async (what) => {
      const world = new World({ settings: { gone: 'deactivate' } });
      const source = world.from.put({ sku: 'MOK' });
      await world.run();
      const there = world.to.get(world.link(source.id).targetId);
      world.from.products.delete(source.id);
      if (what === 'its answer was lost') world.to.losesAnswer = true;
      else world.dies = true;
      await world.run([source.id]);
      world.dies = false;
      expect(there.fields.active).toBe(false);
      if (what === 'its answer was lost') {
        expect(await world.code(source.id)).toBe('outcome_unknown');
        world.now += 10 * minuteMs;
      }
      expect(await world.code(source.id)).toBe('no_longer_there');
      expect(world.to.writes).toHaveLength(2);
      world.from.products.set(source.id, source);
      await world.run([source.id]);
      expect(there.fields.active).toBe(true);
    },
  );

  test('that was never carried is skipped', async () => {
    const world = new World();
    expect(await world.code('none')).toBe('gone');
  });

  test('and has nothing left in the target is no trouble', async () => {
    const world = new World({ settings: { gone: 'deactivate' } });
    const source = world.from.put({ sku: 'MOK' });
    await world.run();
    world.from.products.clear();
    world.to.products.clear();
    expect(await world.code(source.id)).toBe('no_longer_there');
  });
});
