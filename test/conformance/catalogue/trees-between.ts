/** The categories flow between any two systems that have categories, each with the tree of the same shop. */
import { describe, expect, it } from 'vitest';
import type { Connector } from '../../../src/connectors/contract/connector.ts';
import { Pair, type Settings } from '../../flows/categories/harness.ts';
import { type Candidate, Played } from '../played.ts';
import { pathIn, readAll } from './categories.ts';
import { Merchant, startShop } from './merchant.ts';
import { named } from './whole.ts';

interface End {
  readonly connector: Connector;
  readonly played: Played;
  readonly merchant: Merchant;
}

async function begin(from: Candidate, to: Candidate, isEmpty = false, back?: Settings) {
  const ends = [
    await startShop(from),
    isEmpty ? await Played.start(to, false) : await startShop(to),
  ] as const;
  const [a, b] = ends.map((played) => ({
    name: played.candidate.connector.id,
    connector: played.candidate.connector,
    api: played.api(),
    changed: new Set<string>(),
    played,
    merchant: new Merchant(played),
  }));
  if (a === undefined || b === undefined) throw new Error('it takes two');
  const pair = new Pair(a, b, back === undefined ? {} : { back });
  /** Notices of all that either side names. */
  const carryAll = async () => {
    for (const end of back === undefined ? [a] : [a, b]) {
      const { source } = end.connector.categories ?? {};
      if (source)
        for (const key of (await named(end.played, 'categories', source)).keys()) end.changed.add(key);
    }
    expect(await pair.rest()).toEqual(new Set());
  };
  return { pair, a, b, carryAll };
}

/** Every category by the names on the way to it; where the merchant has no tree, as its source reads it. */
async function pathsOf({ played, merchant, connector: { categories } }: End): Promise<string[]> {
  if (played.candidate.flat && categories?.source) {
    const read = await readAll(played, categories.source);
    return [...read.keys()].map((id) => pathIn(read, id)).sort();
  }
  const seen = await merchant.categories();
  const pathOf = (id: string): string => {
    const each = seen.find((one) => one.id === id);
    return each === undefined ? '' : `${each.parent ? pathOf(each.parent) : ''}/${each.name}`;
  };
  return seen.map(({ id }) => pathOf(id)).sort();
}

function writesTo({ recorder }: Played): number {
  return recorder.payload().calls.filter(({ method, reads }) => method !== 'GET' && !reads).length;
}

/** What every two connectors must do together that have categories, whichever is the source. */
export function treesConform(candidates: readonly Candidate[]): void {
  const withTrees = candidates.filter(
    ({ connector: { categories } }) => categories?.source && categories.target,
  );
  // One that is played in several ways has one tree.
  const systems = [
    ...new Map(withTrees.toReversed().map((each) => [each.connector, each])).values(),
  ].toReversed();
  const pairs = systems.flatMap((from) =>
    systems
      .filter((to) => to !== from)
      .map((to) => [from.connector.name, to.connector.name, from, to] as const),
  );
  describe.each(pairs)('a tree from %s to %s', (_from, _to, from, to) => {
    const hasFlat = Boolean(from.flat || to.flat);
    it.skipIf(hasFlat)('that stands there already is linked, and nothing is written', async () => {
      const { a, b, carryAll } = await begin(from, to, false, {});
      const before = await b.merchant.categories();
      await carryAll();
      expect(await b.merchant.categories()).toEqual(before);
      expect([writesTo(a.played), writesTo(b.played)]).toEqual([0, 0]);
    });

    it('that is not there is made once', async () => {
      const { a, b, carryAll } = await begin(from, to, true);
      await carryAll();
      expect(await pathsOf(b)).toEqual(await pathsOf(a));
      const writes = writesTo(b.played);
      await carryAll();
      expect(writesTo(b.played)).toBe(writes);
    });

    it('is renamed and moved in both, under the same ids, and then there is silence', async () => {
      const { a, b, carryAll } = await begin(from, to, hasFlat, {});
      await carryAll();
      const ids = new Set((await b.merchant.categories()).map(({ id }) => id));
      // Only who has a tree moves.
      const [renames, moves] = to.flat ? [b.merchant, a.merchant] : [a.merchant, b.merchant];
      await renames.editCategory(await renames.category('Gietijzer'), { name: 'IJzer' });
      await moves.editCategory(await moves.category('Mokken'), { parent: await moves.category('Keuken') });
      await carryAll();
      expect(await pathsOf(a)).toEqual(await pathsOf(b));
      expect(await pathsOf(a)).toEqual(
        expect.arrayContaining(
          from.flat
            ? ['/IJzer', '/Keuken/Servies > Mokken']
            : ['/Servies/Theepotten/IJzer', '/Keuken/Mokken'],
        ),
      );
      expect(new Set((await b.merchant.categories()).map(({ id }) => id))).toEqual(ids);
      const writes = [writesTo(a.played), writesTo(b.played)];
      await carryAll();
      expect([writesTo(a.played), writesTo(b.played)]).toEqual(writes);
    });
  });
}
