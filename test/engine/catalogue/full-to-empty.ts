/** What every pair of shops must do with the seeded catalogue: the one is full, the other is empty, and then the merchant works for a day. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Catalogue } from '../../../sandbox/kit/catalogue/catalogue.ts';
import { seedCatalogue } from '../../../sandbox/kit/catalogue/seed.ts';
import type { Sandbox } from '../../../sandbox/sandbox.ts';
import { expectToHold, type Readable } from './compare.ts';
import type { Way } from './expected.ts';
import { afterTheDay, MerchantDay, type Ways } from './merchant-day.ts';
import { type Shop, TwoCatalogues } from './two-catalogues.ts';

/** For busy machines: nothing here is about speed. */
const timeoutMs = 600_000;

/** By call, or by the code of a problem: how often, or a matcher of that. */
type Counts = Readonly<Record<string, unknown>>;

interface Pair {
  readonly from: Shop;
  readonly to: Shop;
  readonly target: (sandbox: Sandbox) => Readable;
  /** What the merchant of the target does before. */
  readonly prepare?: (sandbox: Sandbox) => Promise<void>;
  readonly settings: { readonly products: unknown; readonly stock?: unknown };
  /** What goes wrong while all of it comes over for the first time; returns what must be true of that afterwards. */
  readonly trouble?: (shops: TwoCatalogues) => () => void;
  readonly way: Way;
  /** The catalogue as the source has it, where that is not as the seed does. */
  readonly atSource?: (catalogue: Catalogue) => Catalogue;
  /** What of the source's catalogue the two can tell each other. */
  readonly carried?: (catalogue: Catalogue) => Catalogue;
  /** Calls that send a picture, where a picture has calls of its own. */
  readonly uploads?: RegExp;
  readonly problems: Counts;
  readonly day: {
    /** How the source's own pages state a price that shoppers see. */
    readonly priceOf?: (shown: string, vatRate: number) => string;
    readonly ways?: Ways;
    readonly writes: Counts;
    /** Problems after it, beside those of before. */
    readonly problems?: Counts;
  };
}

/** The tests are the rounds of one life, in their order: each goes on where the one before it ended. */
export function fullToEmpty(title: string, pair: Pair): void {
  const { from, to, way, day, atSource = asItIs, carried = asItIs, uploads } = pair;
  const seed = atSource(seedCatalogue);

  describe(title, () => {
    const shops = new TwoCatalogues(from, to);
    const target = pair.target(shops.played.sandbox);

    beforeAll(async () => {
      await shops.fill();
      await pair.prepare?.(shops.played.sandbox);
      await shops.configure(pair.settings);
      const over = pair.trouble?.(shops);
      await shops.syncAll();
      over?.();
    }, timeoutMs);

    test('is there once, field by field', () => expectToHold(target, carried(seed), way), timeoutMs);

    if (uploads !== undefined)
      test('and each picture was sent once, whatever batches ended in between', () => {
        const sent = Object.entries(shops.writes()).filter(([call]) => uploads.test(call));
        const come = carried(seed).products.filter(({ key }) => !Object.hasOwn(way.left, key));
        const pictures = come.flatMap((each) => each.pictures);
        expect(sent.reduce((sum, [, times]) => sum + times, 0)).toBe(pictures.length);
      });

    test('but for what cannot come, each named with its reason', async () => {
      const names = new Map(seed.products.map(({ key, name }) => [key, name]));
      const left = Object.entries(way.left).map(([key, why]) => [names.get(key) ?? key, why]);
      expect(await shops.left()).toEqual(Object.fromEntries(left));
      expect(shops.problems()).toEqual(pair.problems);
    });

    test(
      'makes no write when all of it is looked at once more',
      async () => {
        shops.writes();
        await shops.syncAll();
        expect(shops.writes()).toEqual({});
      },
      timeoutMs,
    );

    test(
      'takes as many writes as the changes of the merchant need, and is as it should be again',
      async () => {
        await new MerchantDay(shops.played, from, day.priceOf ?? ((shown) => shown), day.ways).pass();
        await shops.pass();
        expect(shops.writes()).toEqual(day.writes);
        expect(shops.problems()).toEqual({ ...pair.problems, ...day.problems });
        await expectToHold(target, carried(afterTheDay(seed, day.ways)), way);
      },
      timeoutMs,
    );
  });
}

function asItIs(catalogue: Catalogue): Catalogue {
  return catalogue;
}
