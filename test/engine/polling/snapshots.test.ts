import { describe, expect, test } from 'vitest';
import type { Api } from '../../../src/connectors/contract/api.ts';
import { bySnapshot, type ChangeWindow, type SnapshotPage } from '../../../src/connectors/contract/source.ts';
import { Polling } from './polling.ts';

const hourMs = 3_600_000;
const start = Date.parse('2026-03-02T12:00:00Z');

/** A source that answers with these pages, one after the other; undefined fails. */
function begin(
  pages: (Partial<SnapshotPage> | undefined)[],
  { meanwhile, ...shape }: { reportsGone?: boolean; pagesPerWindow?: number; meanwhile?: () => void } = {},
) {
  let now = start;
  const windows: ChangeWindow[] = [];
  const api = { now: () => new Date(now) } as Api;
  const changes = bySnapshot({
    reportsGone: false,
    ...shape,
    page: async (_api, window) => {
      windows.push(window);
      meanwhile?.();
      const page = pages.shift();
      if (page === undefined) throw new Error('down');
      return { rows: [], next: null, ...page };
    },
  });
  const polling = new Polling(api, { changes, get: async () => null }, 'orders');
  const pass = (ms: number) => {
    now += ms;
  };
  return { polling, windows, pass };
}

function rows(...given: string[]) {
  return given.map((text) => ({ key: text.charAt(0), digest: text }));
}

test('the first whole reading takes note, over pages too; then what is new or other is a change', async () => {
  const { polling } = begin([
    { rows: rows('a1', 'b1'), next: '2' },
    { rows: rows('c1') },
    { rows: rows('a1', 'b2', 'd1') },
    { rows: rows('a1', 'b2', 'c2', 'd1') },
  ]);
  expect(await polling.keys()).toEqual([]);
  expect(await polling.keys()).toEqual(['b', 'd']);
  expect(await polling.keys()).toEqual(['c']);
  expect(polling.versions()).toEqual(['b2', 'd1', 'c2']);
});

test('a row that was made in the window is a change also in the first reading', async () => {
  const [before, within] = [new Date(start - hourMs), new Date(start)];
  const { polling } = begin([
    {
      rows: [
        { key: 'a', digest: 'a1', createdAt: before },
        { key: 'b', digest: 'b1', createdAt: within },
      ],
    },
  ]);
  expect(await polling.keys()).toEqual(['b']);
});

test('what was made in the second in which the flow began is made since: systems tell whole seconds', async () => {
  const { polling, windows } = begin([
    {
      rows: [
        { key: 'a', digest: 'a1', createdAt: new Date(start - 1_000) },
        { key: 'b', digest: 'b1', createdAt: new Date(start) },
      ],
    },
  ]);
  polling.stores.cursors.goLive(polling.flow, start + 385);
  expect(await polling.keys()).toEqual(['b']);
  expect(windows.map(({ since }) => since.getTime())).toEqual([start]);
});

test('a row may be of another record, or of none', async () => {
  const { polling } = begin(
    [
      {
        rows: [
          { key: 'a', digest: 'a1', subject: 'z' },
          { key: 'b', digest: 'b1', subject: null },
        ],
      },
      {
        rows: [
          { key: 'a', digest: 'a2', subject: 'z' },
          { key: 'b', digest: 'b2', subject: null },
        ],
      },
      {},
    ],
    { reportsGone: true },
  );
  expect(await polling.keys()).toEqual([]);
  expect(await polling.keys()).toEqual(['z']);
  polling.forgetTasks();
  expect(await polling.keys()).toEqual(['z']);
});

test('a key that a page lists twice counts as it is listed first', async () => {
  const twice = { rows: rows('a1', 'b1', 'a2') };
  const { polling } = begin([twice, twice, { rows: rows('a3', 'b1', 'a2') }]);
  expect(await polling.keys()).toEqual([]);
  expect(await polling.keys()).toEqual([]);
  expect(await polling.keys()).toEqual(['a']);
  expect(polling.versions()).toEqual(['a3']);
});

test('unchanged rows are not written', async () => {
  const many = Array.from({ length: 300 }, (_, index) => ({ key: `k${index}`, digest: 'same' }));
  const { polling } = begin([{ rows: many }, { rows: many }], { reportsGone: true });
  await polling.keys();
  const before = Number(polling.sql.exec('SELECT total_changes() AS count')[0]?.count);
  await polling.keys();
  const written = Number(polling.sql.exec('SELECT total_changes() AS count')[0]?.count) - before;
  // The cursor, and the page's keys: added, and taken away at the end.
  expect(written).toBeLessThanOrEqual(3);
});

describe('what is listed no more', () => {
  test('is a change once, when the whole list was read', async () => {
    const { polling } = begin(
      [
        { rows: rows('a1', 'b1'), next: '2' },
        { rows: rows('c1') },
        { rows: rows('a1'), next: '2' },
        { rows: [] },
        { rows: rows('a1') },
      ],
      { reportsGone: true },
    );
    await polling.keys();
    await polling.page();
    expect(polling.stores.tasks.list({}, 10)).toEqual([]);
    expect((await polling.keys()).sort()).toEqual(['b', 'c']);
    expect(polling.versions()).toEqual([null, null]);
    expect(await polling.keys()).toEqual([]);
    expect(polling.sql.exec('SELECT * FROM snapshot_pages')).toEqual([]);
  });

  test('is nothing where the source says so', async () => {
    const { polling } = begin([{ rows: rows('a1', 'b1') }, { rows: rows('a1') }]);
    await polling.keys();
    expect(await polling.keys()).toEqual([]);
  });

  test('is not what a page had that was read again after a failure', async () => {
    const { polling } = begin(
      [{ rows: rows('a1', 'b1') }, { rows: rows('a1'), next: '2' }, undefined, { rows: rows('b1') }],
      { reportsGone: true },
    );
    await polling.keys();
    await polling.page();
    await expect(polling.page()).rejects.toMatchObject({ code: 'internal_error' });
    polling.stores.cursors.put(polling.flow, { ...cursorOf(polling), problem: null });
    expect(await polling.keys()).toEqual([]);
  });
});

function cursorOf({ stores, flow }: Polling) {
  const cursor = stores.cursors.get(flow);
  if (cursor === null) throw new Error('never polled');
  return cursor;
}

test('a long list is read in parts, after it was read as a whole', async () => {
  const page = (number: number) => ({
    rows: rows(`${number}x`),
    next: number === 5 ? null : `${number + 1}`,
  });
  const numbers = [1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1];
  const { polling, windows } = begin(numbers.map(page), { pagesPerWindow: 2 });
  for (let window = 0; window < 4; window++) await polling.keys();
  expect(windows.map((window) => window.page)).toEqual([null, '2', '3', '4', '5', null, '2', '3', '4', '5']);
});

test('asked for an earlier time, it begins anew and names every row that does not tell when it was made', async () => {
  const old = { key: 'o', digest: 'o1', createdAt: new Date(start - 900 * hourMs) };
  const { polling, windows, pass } = begin(
    [
      { rows: [...rows('a1'), old], next: '2' },
      { rows: rows('b1') },
      { rows: [...rows('a1'), old], next: '2' },
      { rows: [...rows('a1'), old], next: '2' },
      { rows: rows('b1') },
    ],
    { pagesPerWindow: 1 },
  );
  await polling.keys();
  pass(hourMs);
  await polling.keys();
  expect(cursorOf(polling).round).toMatchObject({ next: '2', read: 0 });
  expect(await polling.keys(start - 30 * hourMs)).toEqual(['a', 'b']);
  expect(windows.at(-2)?.page).toBeNull();
});

describe('what was there before the flow', () => {
  const listed = () => [{ rows: rows('a1', 'b1') }, { rows: rows('a1', 'b1') }];

  test('is a change when it is asked for, however short before, and however soon', async () => {
    const { polling } = begin(listed());
    expect(await polling.keys()).toEqual([]);
    expect(await polling.keys(start - hourMs / 4)).toEqual(['a', 'b']);
    const { polling: first } = begin(listed());
    expect(await first.keys(start - 12 * hourMs)).toEqual(['a', 'b']);
  });

  test('is none because the first reading had to wait for days', async () => {
    const { polling, pass } = begin(listed());
    pass(60 * hourMs);
    expect(await polling.keys()).toEqual([]);
  });

  test('is asked for also while a page is read that goes back as far', async () => {
    const { polling } = begin([{ rows: rows('a1'), next: '2' }, { rows: rows('b1') }, ...listed()]);
    await polling.page();
    const reading = polling.page();
    polling.stores.cursors.put(polling.flow, { ...cursorOf(polling), page: null, until: null, asked: true });
    await reading;
    expect(cursorOf(polling)).toMatchObject({ page: null, asked: true });
    expect(await polling.keys()).toEqual(['a', 'b']);
    expect(cursorOf(polling).asked).toBe(false);
  });
});

test('a backfill asked for while a page is being read begins anew: what that page had is not taken for the whole list', async () => {
  let ask = () => {};
  const pages: { page: Partial<SnapshotPage>; meanwhile?: () => void }[] = [
    { page: { rows: rows('a1', 'b1') } },
    { page: { rows: rows('a2') }, meanwhile: () => ask() },
    { page: { rows: rows('a2'), next: '2' } },
    { page: { rows: rows('b1') } },
  ];
  const { polling, windows } = begin(
    pages.map(({ page }) => page),
    {
      reportsGone: true,
      meanwhile: () => pages[windows.length - 1]?.meanwhile?.(),
    },
  );
  await polling.keys();
  ask = () =>
    polling.stores.cursors.put(polling.flow, {
      ...cursorOf(polling),
      since: start - 30 * hourMs,
      asked: true,
    });
  await polling.page();
  // The change was seen and is a task; that b was not on this page says nothing.
  expect(polling.stores.tasks.list({}, 10).map(({ key }) => key)).toEqual(['a']);
  expect(cursorOf(polling)).toMatchObject({ since: start - 30 * hourMs, page: null });
  expect(polling.sql.exec('SELECT * FROM snapshot_pages')).toEqual([]);
  expect((await polling.keys()).sort()).toEqual(['a', 'b']);
  expect(windows.map(({ page }) => page)).toEqual([null, null, null, '2']);
});
