import { expect, test } from 'vitest';
import { z } from 'zod';
import { eachRow, readToken } from '../../../src/connectors/wire/pages.ts';
import { Problem } from '../../../src/records/problem.ts';
import { en } from '../../../src/texts/en.ts';
import { tellProblem } from '../../../src/texts/tell.ts';

async function all<Row>(rows: AsyncIterable<Row>): Promise<Row[]> {
  const read: Row[] = [];
  for await (const row of rows) read.push(row);
  return read;
}

function listOf(pages: readonly (readonly number[])[]) {
  const asked: (readonly [number, number])[] = [];
  const rows = eachRow(async (page, offset) => {
    asked.push([page, offset]);
    return { rows: pages[page - 1] ?? [], isLast: page === pages.length };
  });
  return { rows, asked };
}

test('every row comes, page after page, until the last', async () => {
  const { rows, asked } = listOf([[1, 2], [3, 4], [5]]);
  expect(await all(rows)).toEqual([1, 2, 3, 4, 5]);
  expect(asked).toEqual([
    [1, 0],
    [2, 2],
    [3, 4],
  ]);
});

test('a page of nothing is the last', async () => {
  const { rows, asked } = listOf([[1], [], [2]]);
  expect(await all(rows)).toEqual([1]);
  expect(asked).toHaveLength(2);
});

test('who has what was looked for asks for no further page', async () => {
  const { rows, asked } = listOf([[1], [2]]);
  for await (const row of rows) {
    expect(row).toBe(1);
    break;
  }
  expect(asked).toHaveLength(1);
});

test('a list without an end is told, and read no longer', async () => {
  let pages = 0;
  const endless = eachRow(async () => {
    pages++;
    return { rows: [pages], isLast: false };
  });
  const problem = await all(endless).catch((error: unknown) => error as Problem);
  if (!(problem instanceof Problem)) throw new Error('it ended');
  expect(problem).toMatchObject({ kind: 'rejected', code: 'list_endless', params: { pages } });
  expect(tellProblem(problem, en).message).toContain('1000 pages');
});

test.each(['', '{', '{"page":"1"}', '[]', 'null'])('the token %j is refused', (token) => {
  expect(() => readToken(token, z.object({ page: z.number() }))).toThrow(
    expect.objectContaining({ code: 'page_unreadable' }),
  );
  expect(readToken('{"page":2}', z.object({ page: z.number() }))).toEqual({ page: 2 });
});
