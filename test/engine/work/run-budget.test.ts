import { expect, test } from 'vitest';
import { runCalls, runCallsObjection } from '../../../src/engine/work/run-budget.ts';
import { tellSetUp } from '../../../src/records/set-up-fault.ts';

test('a run has 45 calls unless it is told otherwise', () => {
  expect(runCalls(undefined)).toBe(45);
  expect(runCalls('')).toBe(45);
  expect(runCalls('900')).toBe(900);
  expect(runCallsObjection('900')).toBeNull();
});

test.each(['5', '13', '-1', 'many', '4.5', 'Infinity'])(
  'RUN_CALLS=%s, with which no task would ever start, is told, and does not hold',
  (text) => {
    const fault = runCallsObjection(text);
    expect(fault && tellSetUp(fault)).toBe('RUN_CALLS must be a whole number from 14 up.');
    expect(runCalls(text)).toBe(45);
  },
);
