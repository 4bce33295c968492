import { beforeEach, describe, expect, test } from 'vitest';
import type { Step } from '../../src/flows/contract.ts';
import { resolvePendingWrite, writeOnce } from '../../src/flows/write-once.ts';
import { Problem, type ProblemKind } from '../../src/records/problem.ts';

const settleMs = 10_000;
/** Whoever works for the system goes on for ten minutes; then its search lags. */
const sureAfterMs = 600_000 + settleMs;
const start = 1_000_000;

let now: number;
let made: number;
let visible: boolean;
let searches: number;
let step: Step | null;
let dies: string | null;

beforeEach(() => {
  now = start;
  made = 0;
  visible = true;
  searches = 0;
  step = null;
  dies = null;
});

const journal = {
  get: () => step,
  intend: (_name: string, reference: string | null = null) =>
    store('intend', { intendedAt: now, result: null, reference, meant: null }),
  finish: (_name: string, result: string) =>
    store('finish', { intendedAt: 0, reference: null, meant: null, ...step, result }),
  forget: () => store('forget', null),
};

function store(what: string, next: Step | null): void {
  if (dies === what) throw new Error('the object died');
  step = next;
}

async function find(): Promise<{ id: string } | null> {
  searches++;
  return visible && made > 0 ? { id: `made-${made}` } : null;
}

function write(create: () => Promise<{ id: string }> = make): Promise<string> {
  return writeOnce({ steps: journal, step: 'order:1', settleMs, now: () => new Date(now), find, create });
}

async function make(): Promise<{ id: string }> {
  made++;
  return { id: `made-${made}` };
}

function failing(kind: ProblemKind, afterMaking = false): () => Promise<{ id: string }> {
  return async () => {
    if (afterMaking) await make();
    throw new Problem({ kind, code: 'x', params: {} });
  };
}

test('a first write is made without a search, its intent stored before it', async () => {
  let intended: Step | null = null;
  expect(
    await write(() => {
      intended = step;
      return make();
    }),
  ).toBe('made-1');
  expect(intended).toEqual({
    intendedAt: start,
    result: null,
    reference: null,
    meant: null,
  });
  expect(step).toMatchObject({ intendedAt: start, result: 'made-1' });
  expect(searches).toBe(0);
});

test('a finished step is the answer, without any call', async () => {
  await write();
  expect(await write()).toBe('made-1');
  expect({ made, searches }).toEqual({ made: 1, searches: 0 });
});

test('one that was not answered is found and not made again', async () => {
  await expect(write(failing('outcome-unknown', true))).rejects.toMatchObject({ kind: 'outcome-unknown' });
  expect(await write()).toBe('made-1');
  expect(made).toBe(1);
  expect(step?.result).toBe('made-1');
});

test('one that is not found waits for the index, and is found then', async () => {
  visible = false;
  await expect(write(failing('outcome-unknown', true))).rejects.toThrow(Problem);
  now += sureAfterMs - 1;
  await expect(write()).rejects.toMatchObject({
    kind: 'wait',
    code: 'outcome_unknown',
    retryAt: start + sureAfterMs,
  });
  visible = true;
  now += 1;
  expect(await write()).toBe('made-1');
  expect(made).toBe(1);
});

test('one that was done at the last moment of a slow call is waited for, and found', async () => {
  const slow = async (): Promise<never> => {
    now += 19_000;
    visible = false;
    await make();
    throw new Problem({ kind: 'outcome-unknown', code: 'timed_out', params: {} });
  };
  await expect(write(slow)).rejects.toThrow(Problem);
  now += settleMs - 1;
  await expect(write()).rejects.toMatchObject({ kind: 'wait', code: 'outcome_unknown' });
  visible = true;
  expect(await write()).toBe('made-1');
  expect(made).toBe(1);
});

test('one that is not found after the delay is made anew, and its own delay begins', async () => {
  await expect(write(failing('outcome-unknown'))).rejects.toThrow(Problem);
  now += sureAfterMs;
  await expect(write(failing('outcome-unknown'))).rejects.toThrow(Problem);
  expect(step).toMatchObject({ intendedAt: start + sureAfterMs, result: null });
  await expect(write()).rejects.toMatchObject({ kind: 'wait', retryAt: start + sureAfterMs + 5_000 });
  now += sureAfterMs;
  expect(await write()).toBe('made-1');
});

test.each(['rejected', 'retry', 'auth', 'wait'] as const)(
  'a clear refusal (%s) forgets the step: nothing was made',
  async (kind) => {
    await expect(write(failing(kind))).rejects.toMatchObject({ kind });
    expect(step).toBeNull();
    expect(await write()).toBe('made-1');
    expect(searches).toBe(0);
  },
);

test("a fault of Koppel's own proves nothing: it is looked for first", async () => {
  const fault = async () => {
    await make();
    throw new TypeError('bug');
  };
  await expect(write(fault)).rejects.toThrow(TypeError);
  expect(await write()).toBe('made-1');
  expect(made).toBe(1);
});

test('a death before the intent is stored makes nothing', async () => {
  dies = 'intend';
  await expect(write()).rejects.toThrow('died');
  expect({ made, step }).toEqual({ made: 0, step: null });
});

test('a death over the call is waited for like a call that nobody answered: the system may work on', async () => {
  dies = 'finish';
  visible = false;
  await expect(write()).rejects.toThrow('died');
  dies = null;
  now = start + sureAfterMs - 1;
  await expect(write()).rejects.toMatchObject({ kind: 'wait', retryAt: start + sureAfterMs });
  visible = true;
  now = start + sureAfterMs;
  expect(await write()).toBe('made-1');
  expect(made).toBe(1);
});

test('a death after the create and before its result is found again', async () => {
  dies = 'finish';
  await expect(write()).rejects.toThrow('died');
  dies = null;
  expect(await write()).toBe('made-1');
  expect(made).toBe(1);
});

test('it is looked for at growing intervals, and not between them', async () => {
  visible = false;
  await expect(write(failing('outcome-unknown'))).rejects.toThrow(Problem);
  const looks: number[] = [];
  for (;;) {
    const waits = await write().catch((error: unknown) => error);
    if (!(waits instanceof Problem)) break;
    now = waits.retryAt ?? 0;
    looks.push((now - start) / 1000);
  }
  expect(looks).toEqual([5, 30, 120, 300, 610]);
  expect(made).toBe(1);
});

test.each([60_000, 120_000, 300_000, 590_000])(
  'what is done %i ms after its call was given up is found, and not repeated',
  async (ms) => {
    await expect(write(failing('outcome-unknown'))).rejects.toThrow(Problem);
    now = start + ms - 1;
    await expect(write()).rejects.toMatchObject({ kind: 'wait' });
    await make();
    now = start + ms;
    expect(await write()).toBe('made-1');
    expect(made).toBe(1);
  },
);

test('a system that is quicker is waited for as long as it says, and as long as a call may be under way', async () => {
  const quick = (commitDelayMs: number) =>
    writeOnce({
      steps: journal,
      step: 'order:1',
      settleMs,
      commitDelayMs,
      now: () => new Date(now),
      find,
      create: make,
    });
  await expect(write(failing('outcome-unknown'))).rejects.toThrow(Problem);
  now = start + 54_999;
  await expect(quick(0)).rejects.toMatchObject({ kind: 'wait', retryAt: start + 55_000 });
  now = start + 129_999;
  await expect(quick(120_000)).rejects.toMatchObject({ kind: 'wait', retryAt: start + 130_000 });
  now = start + 130_000;
  expect(await quick(120_000)).toBe('made-1');
});

describe('what became of a step', () => {
  const became = () =>
    resolvePendingWrite({ steps: journal, step: 'order:1', settleMs, now: () => new Date(now), find });

  test('that was never begun: nothing, without a search', async () => {
    expect(await became()).toBeNull();
    expect(searches).toBe(0);
  });

  test('that was begun and never answered: nothing is sure before the delay', async () => {
    await expect(write(failing('outcome-unknown'))).rejects.toThrow(Problem);
    await expect(became()).rejects.toMatchObject({ kind: 'wait' });
    now += sureAfterMs;
    expect(await became()).toBeNull();
  });
});
