import { expect, test } from 'vitest';
import { memorySql } from '../../support/memory-sql.ts';
import { answeredAs, type Breakage, blindTo } from './breakage.ts';
import { catchBreakage } from './catch-all.ts';

/** A run in which one statement is made and one call, and which is wrong where the statement finds nothing. */
async function play(_seed: number, watch: { readonly breakage?: Breakage } = {}) {
  const { breakage = {} } = watch;
  const sql = breakage.sql?.(memorySql()) ?? memorySql();
  const network: typeof fetch = async () => new Response('there');
  await (breakage.fetch?.(network) ?? network)(new Request('https://example.com/orders'));
  return { failures: sql.exec('SELECT 1 AS found').length === 0 ? ['nothing was found'] : [] };
}

test('a broken engine is caught by a run that goes wrong with it alone', async () => {
  expect(await catchBreakage('blind', blindTo(/^SELECT 1/), play)).toBe(
    'caught after 1 seeds: nothing was found',
  );
});

test.each([
  ['a statement', blindTo(/INTO no_such_table/)],
  [
    'a call',
    answeredAs(
      ({ url }) => url.includes('/no-such'),
      async () => new Response(),
    ),
  ],
])('one that breaks nothing is no broken engine: %s that never comes', async (_, breakage) => {
  await expect(catchBreakage('gone', breakage, play)).rejects.toThrow('"gone" breaks nothing');
});

test('one that is there and not caught is told', async () => {
  const breakage = answeredAs(
    () => true,
    async (request, network) => network(request),
  );
  expect(await catchBreakage('harmless', breakage, play)).toBeNull();
});
