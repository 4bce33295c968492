import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Locks } from '../../../src/engine/work/locks.ts';

test('works of one key run one after the other, in their order; those of others do not wait', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 10 }),
      async (scheduler, keys) => {
        const locks = new Locks();
        const running = new Map<string, number>();
        const begun: Record<string, number[]> = { a: [], b: [], c: [] };
        const all = Promise.all(
          keys.map((key, index) =>
            locks.run(key, async () => {
              begun[key]?.push(index);
              running.set(key, (running.get(key) ?? 0) + 1);
              await scheduler.schedule(Promise.resolve());
              expect(running.get(key)).toBe(1);
              running.set(key, 0);
            }),
          ),
        );
        await scheduler.waitFor(all);
        for (const order of Object.values(begun)) expect(order).toEqual([...order].sort((a, b) => a - b));
      },
    ),
  );
});

test('a failure is of its own caller only', async () => {
  const locks = new Locks();
  const failed = locks.run('a', () => Promise.reject(new Error('mine')));
  const next = locks.run('a', async () => 'fine');
  await expect(failed).rejects.toThrow('mine');
  expect(await next).toBe('fine');
});
