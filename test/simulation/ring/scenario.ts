import { chance, pick, shuffled, whole } from '../../../sandbox/kit/random.ts';
import type { SeedTerms } from '../seeds.ts';
import type { SystemName } from './people/desk.ts';

const minuteMs = 60_000;

type Random = () => number;

/** Records of one kind that go from one system to another. */
export interface Route {
  readonly flow: 'orders' | 'customers';
  readonly from: SystemName;
  readonly to: SystemName;
}

/** Everything about a run of a ring that is decided before it begins. */
export interface RingScenario {
  /** What each integration carries. */
  readonly integrations: readonly (readonly Route[])[];
  readonly systems: readonly SystemName[];
  /** How long trouble lasts, and people are at work. After it everything works. */
  readonly troubleMs: number;
  /** What people do meanwhile, on all sides together. */
  readonly deeds: number;
  /** The part of the engine's writes of a customer after which somebody changes that customer at once. */
  readonly meddling: number;
  /** The part of the creates of a customer that are not answered, while which somebody works on that customer. */
  readonly unsettling: number;
  /** The part of the reads that something happens to; writes meet more. */
  readonly faults: number;
  /** The part of the writes that are done minutes after the call. */
  readonly late: number;
  /** The part of the moments in which an object may die that it dies in. */
  readonly deaths: number;
  /** Of the stand-ins. */
  readonly settings: Partial<Readonly<Record<SystemName, object>>>;
  /** How long is looked on when all is over. */
  readonly quietMs: number;
}

/** What the first seeds know, and what the seeds of any do. */
const firstSystems = ['ecwid', 'jortt', 'magento'] as const;
const anySystems = [...firstSystems, 'mijnwebwinkel', 'shopify'] as const;

export function ringScenarioOf(random: Random, meeting: SeedTerms['meeting']): RingScenario {
  const isPair = chance(random, 0.65);
  const withCustomers = chance(random, 0.75);
  const systems = systemsOf(random, meeting, isPair ? 2 : 3);
  return {
    systems,
    integrations: isPair ? pair(systems, withCustomers) : circle(random, systems, withCustomers),
    troubleMs: whole(random, 20, 50) * minuteMs,
    deeds: whole(random, 4, 10),
    meddling: pick(random, [0, 0.1, 0.3] as const),
    unsettling: pick(random, [0.3, 1] as const),
    faults: pick(random, [0, 0, 0.03, 0.15] as const),
    late: pick(random, [0, 0, 0.1, 0.3] as const),
    deaths: pick(random, [0, 0, 0.01, 0.03] as const),
    settings: { ...settingsOf(random), ...newcomers[meeting]?.(random) },
    quietMs: (chance(random, 0.1) ? 360 : 45) * minuteMs,
  };
}

function systemsOf(random: Random, meeting: SeedTerms['meeting'], count: number): readonly SystemName[] {
  if (meeting === 'first') return firstSystems.slice(0, count);
  if (meeting === 'any') return shuffled(random, anySystems).slice(0, count);
  return shuffled(random, [meeting, ...shuffled(random, anySystems).slice(0, count - 1)]);
}

/** One integration that goes both ways. */
function pair([one, other]: readonly SystemName[], withCustomers: boolean): RingScenario['integrations'] {
  if (one === undefined || other === undefined) return [];
  return [[...bothWays('orders', one, other), ...(withCustomers ? bothWays('customers', one, other) : [])]];
}

/** Integrations each of which begins where another ends; one of them may keep customers in step as well. */
function circle(
  random: Random,
  systems: readonly SystemName[],
  withCustomers: boolean,
): RingScenario['integrations'] {
  const keeps = withCustomers ? whole(random, 0, 2) : null;
  return systems.map((from, index) => {
    const to = systems[(index + 1) % systems.length] ?? from;
    const orders: Route = { flow: 'orders', from, to };
    return index === keeps ? [orders, ...bothWays('customers', from, to)] : [orders];
  });
}

function bothWays(flow: Route['flow'], one: SystemName, other: SystemName): Route[] {
  return [
    { flow, from: one, to: other },
    { flow, from: other, to: one },
  ];
}

/** How far searches lag, never longer than the connector says; how webhooks come, where there are any. */
function settingsOf(random: Random): RingScenario['settings'] {
  const told = {
    searchLagMs: pick(random, [0, 1_000, 19_000] as const),
    webhookRepeats: pick(random, [1, 1, 2] as const),
    webhookDelayMs: pick(random, [0, 0, 60_000] as const),
  };
  const searchLagMs = pick(random, [0, 2_000, 9_900] as const);
  const sendDelayMs = pick(random, [0, 3_000] as const);
  return { ecwid: told, shopify: told, jortt: { searchLagMs, sendDelayMs }, mijnwebwinkel: { searchLagMs } };
}

/** How those are that came later: what their sheets leave open either way. */
const newcomers: Readonly<Partial<Record<string, (random: Random) => RingScenario['settings']>>> = {
  ccv: (random) => ({
    ccv: {
      salespos: chance(random, 0.3),
      searchLagMs: pick(random, [0, 2_000, 9_900] as const),
      webhookRepeats: pick(random, [1, 1, 2] as const),
      webhookDelayMs: pick(random, [0, 0, 60_000] as const),
      postAnswers: pick(random, ['resource', 'resource', 'empty'] as const),
      orderUserIds: pick(random, ['text', 'number'] as const),
      vatRounded: 'per rate',
    },
  }),
  salesforce: (random) => ({
    salesforce: {
      personAccounts: chance(random, 0.5),
      currencies: pick(random, [['EUR'], ['EUR', 'USD']] as const),
      countryPicklists: chance(random, 0.7),
      itemsMoveOrders: chance(random, 0.5),
      statusCodes: pick(random, ['words', 'letters'] as const),
      searchLagMs: pick(random, [0, 1_000, 4_700] as const),
    },
  }),
};
