/** When a key is looked at once more. */
import { describe, expect, test } from 'vitest';
import { looksAgainAt } from '../../../src/engine/bulk/looks-again.ts';
import type { DirtyKey } from '../../../src/engine/storage/dirty-keys.ts';
import type { LevelReport } from '../../../src/flows/bulk.ts';

const at = 1_500_000;

function key(known: Partial<DirtyKey> = {}): DirtyKey {
  return {
    ...{ key: '7', revision: 1, asked: false, named: false, dueAt: 0, attempts: 0 },
    ...{ failingSince: null, problem: null, lateUntil: null, ahead: 0, sold: [], againAt: null },
    ...known,
  };
}

const sale = (until: number) => ({ sku: 'A', quantity: '1', until });
const found = { sku: 'A', targetId: '1', quantity: '5', state: 'written' } as const;

function next(
  known: Partial<DirtyKey>,
  own?: number,
  { behindMs = 15_000, levels = [] }: { behindMs?: number | null; levels?: readonly LevelReport[] } = {},
): number | null {
  const report = { levels, ...(own === undefined ? {} : { looksAgainAt: own }) };
  return looksAgainAt(key(known), report, { at, behindMs });
}

test('a key is dealt with where nothing is to come', () => {
  expect(next({})).toBeNull();
  expect(looksAgainAt(null, { levels: [] }, { at, behindMs: 15_000 })).toBeNull();
});

describe('it is looked at once more', () => {
  test('when lists have what told of it before them; where those are soon read anyway it is not', () => {
    expect(next({ ahead: 1 })).toBe(at + 15_000);
    expect(next({ ahead: 2 }, undefined, { behindMs: null })).toBeNull();
  });

  test('unless one notice told of it, and what is new was found', () => {
    expect(next({ ahead: 1 }, undefined, { levels: [found] })).toBeNull();
    expect(next({ ahead: 2 }, undefined, { levels: [found] })).toBe(at + 15_000);
    expect(next({ ahead: 1 }, undefined, { levels: [{ ...found, drift: '9' }] })).toBe(at + 15_000);
    expect(next({ ahead: 1 }, undefined, { levels: [{ ...found, state: 'unknown' }] })).toBe(at + 15_000);
  });

  test('when lists have all that was sold, and what the flow waits for', () => {
    expect(next({ sold: [sale(at + 3_000), sale(at + 6_000), sale(at - 1)] })).toBe(at + 6_000);
    expect(next({ sold: [sale(at + 3_000)] }, at + 4_500)).toBe(at + 4_500);
    const report = { levels: [], looksAgainAt: at + 3_000 };
    expect(looksAgainAt(null, report, { at, behindMs: null })).toBe(at + 3_000);
  });

  test('when a write that was not answered cannot be done any more, after what lists lack', () => {
    expect(next({ lateUntil: at + 600_000 })).toBe(at + 600_000);
    expect(next({ lateUntil: at + 600_000, ahead: 1 })).toBe(at + 15_000);
    expect(next({ lateUntil: at })).toBeNull();
  });

  test('as it was to be, where it is looked at before that for another reason', () => {
    expect(next({ againAt: at + 4_500 }, undefined, { levels: [found] })).toBe(at + 4_500);
    expect(next({ againAt: at })).toBeNull();
  });

  test('together with others of about that time', () => {
    const times = [1, 700, 1_500].map((ms) => next({ sold: [sale(at + ms)] }));
    expect(times).toEqual([at + 1_500, at + 1_500, at + 1_500]);
  });
});
