import { shopDomain } from '../../../sandbox/ccv/settings.ts';
import { chance, pick, shuffled, whole } from '../../../sandbox/kit/random.ts';
import { myDomain } from '../../../sandbox/salesforce/settings.ts';
import type { SeedTerms } from '../seeds.ts';
import { tills } from './people/tills.ts';
import { longestLagMs, type ShopName, tellsByItself } from './shops.ts';

const minuteMs = 60_000;

type Random = () => number;

export type CatalogueFlow = 'categories' | 'products' | 'stock';

/** Everything about a run of a catalogue that is decided before it begins. */
export interface CatalogueScenario {
  /** The master, and the shop that follows it. */
  readonly from: ShopName;
  readonly to: ShopName;
  readonly flows: readonly CatalogueFlow[];
  readonly stock: StockTerms;
  /** How often the master is polled; null: webhooks only, and none is lost for good. */
  readonly every: string | null;
  /** Which catalogue the master has. */
  readonly plan: { readonly products: number; readonly seed: number; readonly variants: number };
  /** Whether the other shop sells the same things already, under ids of its own. */
  readonly isKnownThere: boolean;
  /** How long trouble lasts, and people are at work. After it everything works. */
  readonly troubleMs: number;
  /** What people do in the master meanwhile, and in the other shop. */
  readonly deeds: number;
  readonly deedsThere: number;
  /** The part of the follower's answers over which somebody changes a level in the master. */
  readonly meddling: number;
  /** The part of the reads that something happens to; writes meet more. */
  readonly faults: number;
  /** The part of the writes that are done minutes after the call. */
  readonly late: number;
  /** The part of the moments in which the object may die that it dies in; and whoever works on a batch. */
  readonly deaths: number;
  readonly workersDeaths: number;
  /** Outgoing calls of one batch. */
  readonly maxCalls: number;
  readonly queue: QueueTerms;
  /** The part of the readings and writings of KV that fail, and of the readings that are behind. */
  readonly kv: { readonly away: number; readonly stale: number };
  /** How the shops are. */
  readonly shops: Readonly<Record<ShopName, object>>;
}

export interface StockTerms {
  readonly quantity: 'available' | 'onHand';
  readonly safetyStock: string;
  readonly verifyMinutes: number;
}

export interface QueueTerms {
  /** The parts of the messages that are lost, come twice, and come late. */
  readonly lost: number;
  readonly twice: number;
  readonly late: number;
  /** When it takes nothing in, counted from the beginning; null: never. */
  readonly down: { readonly from: number; readonly until: number } | null;
}

/** What the seeds of any know. */
const anyShops = ['ecwid', 'magento', 'mijnwebwinkel', 'shopify'] as const;

export function catalogueScenarioOf(random: Random, meeting: SeedTerms['meeting']): CatalogueScenario {
  const [from, to] = meeting === 'first' ? firstTwo(random) : anyTwo(random, meeting);
  const flows = pick<readonly CatalogueFlow[]>(random, [
    ['stock'],
    ['products', 'stock'],
    ['products', 'stock'],
    ['categories', 'products', 'stock'],
  ]);
  const troubleMs = whole(random, 20, 50) * minuteMs;
  // A whole day of polls costs time, and shows no more than an hour of them.
  const isByDay = chance(random, 0.05);
  const polled = isByDay ? '60m' : pick(random, ['5m', '10m', '10m'] as const);
  const every = tellsByItself(from) && chance(random, 0.5) ? null : polled;
  const isRough = chance(random, 0.75);
  const rough = (...parts: readonly [number, ...number[]]) => (isRough ? pick(random, parts) : 0);
  return {
    from,
    to,
    flows,
    stock: {
      quantity: tills[from].open !== null && chance(random, 0.3) ? 'onHand' : 'available',
      safetyStock: pick(random, ['0', '0', '2'] as const),
      verifyMinutes: isByDay ? 24 * 60 : pick(random, [20, 90] as const),
    },
    every,
    plan: {
      products: pick(random, [3, 3, 4, 5, 8] as const),
      seed: whole(random, 1, 1_000),
      variants: pick(random, [0, 0.3, 0.6] as const),
    },
    isKnownThere: !flows.includes('products') || chance(random, 0.3),
    troubleMs,
    deeds: whole(random, 3, 12),
    deedsThere: whole(random, 0, 4),
    meddling: pick(random, [0, 0.1, 0.4] as const),
    faults: rough(0, 0.03, 0.15),
    late: rough(0, 0, 0.1, 0.3),
    deaths: rough(0, 0, 0.003, 0.01),
    workersDeaths: rough(0, 0.005, 0.02, 0.05),
    maxCalls: pick(random, [45, 200] as const),
    queue: {
      lost: rough(0, 0.1, 0.4),
      twice: rough(0, 0.2, 0.6),
      late: rough(0, 0.1, 0.4),
      down: isRough && chance(random, 0.2) ? period(random, troubleMs) : null,
    },
    kv: { away: rough(0, 0.1, 1), stale: rough(0, 0.5, 1) },
    shops: { ...shopsOf(random, every), ...newcomers[meeting]?.(random, every) },
  };
}

function firstTwo(random: Random): readonly [ShopName, ShopName] {
  return chance(random, 0.5) ? ['ecwid', 'magento'] : ['magento', 'ecwid'];
}

function anyTwo(random: Random, meeting: SeedTerms['meeting']): readonly [ShopName, ShopName] {
  const [one = 'ecwid', other = 'magento'] = shuffled(random, anyShops);
  if (meeting !== 'ccv' && meeting !== 'salesforce') return [one, other];
  return chance(random, 0.5) ? [meeting, one] : [one, meeting];
}

/** How long lists and searches are behind, never longer than the connector says; how webhooks come, where there are any. */
function shopsOf(random: Random, every: string | null): CatalogueScenario['shops'] {
  // A webhook comes before the lists know of it: without a poll nothing would bring them to mind again.
  const lagMs = every === null ? 0 : pick(random, [0, 1_000, 19_000] as const);
  const hooks = {
    webhookRepeats: pick(random, [1, 1, 2] as const),
    webhookDelayMs: pick(random, [0, 0, 60_000] as const),
  };
  const lagOf = (shop: ShopName) => ({ searchLagMs: Math.min(lagMs, longestLagMs(shop)) });
  return {
    ccv: {},
    ecwid: { ...lagOf('ecwid'), ...hooks, fetchesPictures: false },
    magento: {},
    mijnwebwinkel: { ...lagOf('mijnwebwinkel'), picturesAt: 'https://api.myonlinestore.com' },
    salesforce: {},
    shopify: { ...lagOf('shopify'), ...hooks },
  };
}

/** How those are that came later: what their sheets leave open either way. */
const newcomers: Readonly<
  Partial<
    Record<string, (random: Random, every: string | null) => Partial<Readonly<Record<ShopName, object>>>>
  >
> = {
  ccv: (random, every) => ({
    ccv: {
      root: `https://${shopDomain}`,
      searchLagMs: every === null ? 0 : pick(random, [0, 1_000, 9_500] as const),
      webhookRepeats: pick(random, [1, 1, 2] as const),
      webhookDelayMs: pick(random, [0, 0, 60_000] as const),
      postAnswers: pick(random, ['resource', 'resource', 'empty'] as const),
      combinationIds: pick(random, ['kept', 'kept', 'new'] as const),
      stocktypeOfVariants: pick(random, ['stays', 'switches'] as const),
      movesProducts: pick(random, [[], ['combinations', 'photos', 'categories', 'sales']] as const),
    },
  }),
  salesforce: (random, every) => ({
    salesforce: {
      picturesAt: `https://${myDomain}`,
      searchLagMs: every === null ? 0 : pick(random, [0, 1_000, 4_700] as const),
    },
  }),
};

function period(random: Random, troubleMs: number): { from: number; until: number } {
  const from = whole(random, 0, troubleMs - minuteMs);
  return { from, until: from + whole(random, 1, 40) * minuteMs };
}
