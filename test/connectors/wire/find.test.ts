import { describe, expect, test } from 'vitest';
import { byEmail, findAll, findFirst } from '../../../src/connectors/wire/find.ts';

interface Row {
  readonly id: number;
  readonly name: string;
}

/** A search over these rows that takes every one whose name begins with what is asked for. */
function system(rows: readonly Row[], maxKeys?: number) {
  const asked: (readonly string[])[] = [];
  let read = 0;
  const search = {
    ...(maxKeys === undefined ? {} : { maxKeys }),
    async *hits(keys: readonly string[]) {
      asked.push(keys);
      for (const row of rows.filter(({ name }) => keys.some((key) => name.startsWith(key)))) {
        read++;
        yield row;
      }
    },
    has: (row: Row, key: string) => row.name === key,
  };
  const find = (keys: readonly string[]) => findFirst(keys, search, ({ id }) => id);
  const all = (keys: readonly string[]) => findAll(keys, search, ({ id }) => id);
  return { find, findAll: all, asked, read: () => read };
}

describe('what has exactly a key', () => {
  const rows = [
    { id: 1, name: 'A-10' },
    { id: 2, name: 'A-1' },
    { id: 3, name: 'B' },
    { id: 4, name: 'B' },
  ];

  test('is found among candidates, by the key as it was asked for', async () => {
    const { find, asked } = system(rows);
    expect(await find(['A-1', ' B ', 'C', 'B'])).toEqual(
      new Map([
        ['A-1', 2],
        [' B ', 3],
        ['B', 3],
      ]),
    );
    expect(asked).toEqual([['A-1'], ['B'], ['C']]);
  });

  test('is asked for in searches of a bounded size', async () => {
    const { find, asked } = system(rows, 2);
    expect([...(await find(['A-1', 'A-10', 'B'])).values()]).toEqual([2, 1, 3]);
    expect(asked).toEqual([['A-1', 'A-10'], ['B']]);
  });

  test('is not looked for where the key says nothing', async () => {
    const { find, asked } = system(rows);
    expect((await find(['', '  '])).size).toBe(0);
    expect((await find([])).size).toBe(0);
    expect(asked).toEqual([]);
  });

  test('is the first of several, or all of them in the order of the search', async () => {
    const same = system([
      { id: 1, name: 'A' },
      { id: 2, name: 'A-1' },
      { id: 3, name: 'A' },
    ]);
    expect((await same.find(['A'])).get('A')).toBe(1);
    expect(await same.findAll([' A ', 'A', 'B'])).toEqual(
      new Map([
        [' A ', [1, 3]],
        ['A', [1, 3]],
      ]),
    );
  });

  test('ends the reading once every key is answered', async () => {
    const { find, read } = system(rows, 2);
    await find(['B', 'A-10']);
    // Of three hits.
    expect(read()).toBe(2);
  });
});

test('an e-mail address is the same in whatever case, and another where one is missing', () => {
  expect(byEmail.plain(' Ann@X.example ')).toBe('ann@x.example');
  expect(byEmail.has({ email: ' ANN@x.example' }, 'ann@x.example')).toBe(true);
  expect(byEmail.has({ email: 'joann@x.example' }, 'ann@x.example')).toBe(false);
  expect(byEmail.has({ email: null }, 'ann@x.example')).toBe(false);
});
