import { expect, test } from 'vitest';
import { problem } from '../../../src/records/problem.ts';
import { Between } from './harness.ts';

const minuteMs = 60_000;

test('a record that the way back has made, and was not answered, is no news until that one has noted it', async () => {
  const between = new Between({ back: {} });
  const { a, b } = between;
  between.enter({ phone: '+31 6 1' });
  b.trouble = (call, when) => {
    if (call !== 'create' || when !== 'after') return;
    throw problem('outcome-unknown', 'timed_out', { system: 'b' });
  };
  expect(await between.problem('a1')).toMatchObject({ kind: 'outcome-unknown' });
  b.trouble = () => undefined;
  a.edit('a1', { phone: '+31 6 2' });
  // The record of B says still what A said before.
  expect(await between.problem('b1', 'ba')).toMatchObject({ kind: 'wait', code: 'outcome_unknown' });
  expect(a.row('a1')).toMatchObject({ phone: '+31 6 2' });
  await between.run('a1');
  await between.rest();
  expect(a.row('a1')).toMatchObject({ phone: '+31 6 2' });
  expect(b.row('b1')).toMatchObject({ phone: '+31 6 2' });
});

test('what was begun and never done keeps nobody waiting for ever', async () => {
  const between = new Between({ back: {} });
  const { b } = between;
  between.enter();
  b.trouble = (call, when) => {
    if (call === 'create' && when === 'before')
      throw problem('outcome-unknown', 'timed_out', { system: 'b' });
  };
  expect(await between.problem('a1')).toMatchObject({ kind: 'outcome-unknown' });
  const byHand = b.enter({ ...between.a.row('a1') });
  expect(await between.problem(byHand, 'ba')).toMatchObject({ kind: 'wait' });
  between.now += 71 * minuteMs;
  expect(await between.run(byHand, 'ba')).toMatchObject({ kind: 'skipped', reason: { code: 'already_so' } });
});
