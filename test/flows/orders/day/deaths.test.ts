/** Whatever dies when: each receipt is in exactly one document, and each day has one. */
import { expect, test } from 'vitest';
import { receipt, Till } from './till.ts';

class Died extends Error {}

/** A day with a late receipt; it dies at the n-th thing that is stored or called, before or after it. Null when there is no n-th. */
async function day(at: number, when: 'before' | 'after'): Promise<Till | null> {
  const till = new Till().at('2026-03-02T13:00:00+01:00');
  let left = at;
  let hasDied = false;
  const passes = () => {
    if (--left !== 0) return;
    hasDied = true;
    throw new Died();
  };
  till.books.trouble = (_call, moment) => (moment === when ? passes() : undefined);
  if (when === 'before') till.storing = passes;
  const again = async (work: () => Promise<unknown>) => {
    for (;;) {
      const ended = await work().catch((error: unknown) => error);
      if (!(ended instanceof Died)) return ended;
    }
  };
  const noon = '2026-03-02T12:00:00+01:00';
  const ring = async (amount: string) => {
    const sale = receipt(noon, { of: [amount] });
    await again(() => till.run(sale));
    // Its notice comes twice, too.
    await again(() => till.run(sale));
  };
  await ring('12.10');
  await ring('24.20');
  for (const moment of [
    '2026-03-03T05:00:00+01:00',
    '2026-03-04T05:00:00+01:00',
    '2026-03-05T05:00:00+01:00',
  ]) {
    till.at(moment);
    for (let look = 0; look < 4; look++) {
      await again(() => till.look());
      till.now += 15 * 60_000;
    }
    if (moment.startsWith('2026-03-03')) await ring('36.30');
  }
  return hasDied ? till : null;
}

test.each(['before', 'after'] as const)('it dies once, %s whatever it does', async (when) => {
  let deaths = 0;
  for (;;) {
    const till = await day(deaths + 1, when);
    if (till === null) break;
    deaths++;
    expect(till.booked, `death ${deaths}`).toEqual([
      ['Till 1 2026-03-02', '2026-03-02', '36.30', '6.30'],
      ['Till 1 2026-03-03', '2026-03-03', '36.30', '6.30'],
    ]);
  }
  expect(deaths).toBeGreaterThan(when === 'before' ? 15 : 4);
});
