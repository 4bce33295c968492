/** Another integration may just have made a record for an order: how long it is waited for. */
import { describe, expect, test } from 'vitest';
import type { CustomerElsewhere } from '../../../src/flows/contract.ts';
import type { Row } from './fake-system.ts';
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
    // It is read, for its address.
    expect(between.calls).toEqual(['read a1']);
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

describe('a record that comes while another integration makes somebody', () => {
  /** By its address the other one tells this of it; before it was read, that it may be any. */
  function comes(answer: CustomerElsewhere, row: Row = {}) {
    const between = new Between();
    const id = between.enter(row);
    const asked: (string | undefined)[] = [];
    const begun = { perhaps: [{ intendedAt: between.now }] };
    between.elsewhere = (email) => {
      asked.push(email);
      return email === undefined ? begun : answer;
    };
    return { between, id, asked };
  }

  test('is carried at once where it has another address', async () => {
    const { between, id, asked } = comes('unknown');
    expect(await between.run(id)).toMatchObject({ reason: { code: 'created' } });
    expect(asked).toEqual([undefined, 'Noor@Example.com']);
  });

  test('is left where it has turned out meanwhile that it was made for an order', async () => {
    const { between, id } = comes('made for an order');
    expect(await between.run(id)).toMatchObject({ reason: { code: 'made_for_an_order' } });
    between.elsewhere = 'unknown';
    expect(await between.run(id)).toMatchObject({ reason: { code: 'made_for_an_order' } });
    expect(between.b.writes).toEqual([]);
  });

  test('waits where it has no address yet, as long as the system may be at work: it may be half made', async () => {
    const { between, id, asked } = comes('unknown', { email: ' ' });
    expect(await between.problem(id)).toMatchObject({ kind: 'wait', code: 'outcome_unknown' });
    const begunAt = between.now;
    between.now += 10 * minuteMs + 9_000;
    expect(await between.problem(id)).toMatchObject({
      kind: 'wait',
      retryAt: begunAt + 10 * minuteMs + 10_000,
    });
    between.now += 1_000;
    expect(await between.problem(id)).toMatchObject({ kind: 'rejected', code: 'email_missing' });
    expect(new Set(asked)).toEqual(new Set([undefined]));
  });

  test('and that is gone by then is waited for by nobody', async () => {
    const { between, id, asked } = comes('unknown');
    between.a.rows.delete(id);
    expect(await between.run(id)).toMatchObject({ reason: { code: 'gone' } });
    expect(asked).toEqual([undefined]);
  });

  test('is erased with its person though it waits', async () => {
    const { between, id } = told({ agoMs: 0 });
    await between.problem(id);
    expect(between.people).toEqual([expect.any(String)]);
  });
});
