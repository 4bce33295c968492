/** Another integration may just have made a record for an order: how long it is waited for. */
import { describe, expect, test } from 'vitest';
import { Between } from './harness.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

function told(...perhaps: readonly { readonly agoMs: number; readonly isLeft?: true }[]) {
  const between = new Between();
  const id = between.enter();
  between.elsewhere = {
    perhaps: perhaps.map(({ agoMs, ...more }) => ({ intendedAt: between.now - agoMs, ...more })),
  };
  return { between, id };
}

describe('a record that another integration may have made for an order', () => {
  test.each([
    [0, minuteMs],
    [5 * minuteMs, 5 * minuteMs],
    [6 * hourMs, 6 * hourMs],
  ])('is asked about again the later the longer that was begun: %i ms ago', async (agoMs, pauseMs) => {
    const { between, id } = told({ agoMs });
    const { kind, code, retryAt = 0 } = await between.problem(id);
    expect([kind, code, retryAt - between.now]).toEqual(['wait', 'outcome_unknown', pauseMs]);
    expect(between.calls).toEqual([]);
  });

  test.each([
    ['a day after whoever is at work on it has begun it', {}, 24 * hourMs + 10 * minuteMs],
    ['once what was left can no longer be done', { isLeft: true }, 10 * minuteMs + 10_000],
  ] as const)('is one like any other %s', async (_, more, agoMs) => {
    const waiting = told({ agoMs: agoMs - 1, ...more });
    expect(await waiting.between.problem(waiting.id)).toMatchObject({ kind: 'wait' });
    const { between, id } = told({ agoMs, ...more });
    expect(await between.run(id)).toMatchObject({ reason: { code: 'created' } });
  });

  test('waits for any of several, and goes by the last of them', async () => {
    const { between, id } = told(
      { agoMs: 6 * hourMs },
      { agoMs: 5 * minuteMs, isLeft: true },
      { agoMs: 12 * hourMs, isLeft: true },
    );
    const { retryAt = 0 } = await between.problem(id);
    expect(retryAt - between.now).toBe(5 * minuteMs);
    const other = told({ agoMs: 6 * hourMs }, { agoMs: 5 * hourMs, isLeft: true });
    expect((await other.between.problem(other.id)).retryAt).toBe(other.between.now + 6 * hourMs);
  });
});
