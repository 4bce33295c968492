import { describe, expect, test } from 'vitest';
import type { Siblings } from '../../../src/engine/siblings.ts';
import { SiblingQuestions } from '../../../src/engine/work/sibling-questions.ts';
import { minuteMs, secondMs } from '../../support/durations.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

const account = { connector: 'ecwid', identity: '1003' };

function asking(keeps: Siblings['keeps']) {
  const clock = new VirtualClock();
  const questions = new SiblingQuestions(
    { ownWork: async () => 'no', customer: async () => 'unknown', keeps },
    clock,
  );
  const ask = () => clock.settle(questions.ask(account, (siblings, about) => siblings.keeps(about)));
  return { clock, questions, ask };
}

test('what is answered is told; nobody is asked where there is no account, or nobody to ask', async () => {
  const { questions, ask } = asking(async () => true);
  expect(await ask()).toBe(true);
  expect(await questions.ask(null, () => Promise.reject(new Error('asked')))).toBeNull();
  const alone = new SiblingQuestions(undefined, new VirtualClock());
  expect(await alone.ask(account, () => Promise.reject(new Error('asked')))).toBeNull();
});

describe.each<[string, Siblings['keeps']]>([
  ['throws', () => Promise.reject(new Error('overloaded'))],
  ['never answers', () => new Promise(() => undefined)],
])('one that %s', (_, keeps) => {
  test('makes all wait until it is asked again, at growing intervals', async () => {
    const { clock, questions, ask } = asking(keeps);
    const pauses: number[] = [];
    for (let time = 0; time < 10; time++) {
      const problem = await ask().catch((error: unknown) => error);
      expect(problem).toMatchObject({ kind: 'wait', code: 'sibling_silent' });
      const { retryAt } = problem as { retryAt: number };
      pauses.push((retryAt - clock.now()) / secondMs);
      expect(() => questions.requireHeard()).toThrow('sibling_silent');
      await clock.runUntil(retryAt);
      expect(() => questions.requireHeard()).not.toThrow();
    }
    expect(pauses.slice(0, 4)).toEqual([5, 10, 20, 40]);
    expect(Math.max(...pauses)).toBe((10 * minuteMs) / secondMs);
  });
});

test('one that answers again begins anew', async () => {
  let fails = true;
  const { clock, ask } = asking(async () => {
    if (fails) throw new Error('overloaded');
    return false;
  });
  for (let time = 0; time < 4; time++) {
    await Promise.all([ask(), ask(), ask()].map((each) => each.catch(() => undefined)));
    await clock.advance(10 * minuteMs);
  }
  fails = false;
  expect(await ask()).toBe(false);
  fails = true;
  expect(await ask().catch((error: unknown) => error)).toMatchObject({ retryAt: clock.now() + 5 * secondMs });
});
