import { expect, test } from 'vitest';
import { byTime, type ChangeWindow } from '../../../src/connectors/contract/source.ts';
import { Recorder } from '../../../src/engine/http/recorder.ts';
import { lastKeys } from '../../../src/engine/work/last-keys.ts';
import { minuteMs } from '../../support/durations.ts';

const now = Date.UTC(2026, 2, 2, 12);
const pageSize = 100;

/** A source with a change in every minute of the last day, that lists the oldest first, as Magento does. */
function oldestFirst(asked: ChangeWindow[]) {
  return byTime(async (_, window) => {
    asked.push(window);
    const minutes = Array.from({ length: 24 * 60 }, (_, ago) => now - ago * minuteMs).reverse();
    const found = minutes.filter((at) => at >= window.since.getTime() && at <= window.until.getTime());
    const from = Number(window.page ?? 0);
    const page = found.slice(from, from + pageSize);
    const changes = page.map((at) => ({ flow: 'orders' as const, key: String(at) }));
    return { changes, next: from + pageSize < found.length ? String(from + pageSize) : null };
  });
}

test('the records that changed last are found also where the source lists the oldest first', async () => {
  const asked: ChangeWindow[] = [];
  const parts = {
    from: { api: async () => ({}), connector: {} },
    definition: { source: () => ({ changes: oldestFirst(asked) }) },
  } as unknown as Parameters<typeof lastKeys>[0];
  for (const last of [5, 20]) {
    asked.length = 0;
    const found = await lastKeys(parts, new Recorder(), last, now);
    const keys = found.keys.slice(0, last);
    expect(keys).toHaveLength(last);
    expect(Math.min(...keys.map(Number))).toBeGreaterThan(now - 2 * last * minuteMs);
    expect(asked.length).toBeLessThanOrEqual(8);
  }
});

test('what is older than that goes on where it began', async () => {
  const parts = {
    from: { api: async () => ({}), connector: {} },
    definition: { source: () => ({ changes: oldestFirst([]) }) },
  } as unknown as Parameters<typeof lastKeys>[0];
  const last = await lastKeys(parts, new Recorder(), 9, now);
  const older = await lastKeys(parts, new Recorder(), 9, Number(last.from) - 1);
  const times = [...last.keys, ...older.keys].map(Number).sort((one, other) => other - one);
  expect(times).toEqual(times.map((_, ago) => now - ago * minuteMs));
});
