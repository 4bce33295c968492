import { chance, pick, whole } from '../../sandbox/kit/random.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

type Random = () => number;

/** Everything about a run that is decided before it begins. */
export interface Scenario {
  readonly settings: Readonly<Record<string, unknown>>;
  /** How often the shop is polled; null: webhooks only, and none is lost for good. */
  readonly every: string | null;
  readonly retentionDays: number;
  /** How long trouble lasts. After it everything works. */
  readonly troubleMs: number;
  /** Orders that come in meanwhile. */
  readonly orders: number;
  /** The part of the reads that something happens to; writes meet more. */
  readonly faults: number;
  /** The part of the writes that are done minutes after the call. */
  readonly late: number;
  /** The part of the moments in which the object may die that it dies in. */
  readonly deaths: number;
  /** The part of the repeated alarms that are lost. */
  readonly lostAlarms: number;
  readonly shop: Readonly<Record<string, unknown>>;
  readonly books: Readonly<Record<string, unknown>>;
  readonly pageRows: number;
  readonly troubles: readonly Period[];
  /** A record that always fails, while everything else about its systems works. */
  readonly poison: Poison | null;
  /** Whether the shop's token may read orders and not write to them. */
  readonly lacksScope: boolean;
  /** A time in which the connection to the shop opens another shop; null: never. */
  readonly visit: Visit | null;
  /** How often the connection to the shop gets another name. */
  readonly renames: number;
}

export interface Visit {
  readonly from: number;
  readonly until: number;
  /** Whether a person says that this is another account. Until then nothing of it may be booked. */
  readonly isAccepted: boolean;
}

export interface Poison {
  /** Which of the orders it is, by the order in which they were placed. */
  readonly order: number;
  /** Which call fails: reading it, or making its document. */
  readonly call: 'read' | 'create';
  /** Whether it goes on when trouble is over. */
  readonly isForGood: boolean;
}

/** A time in which one system as a whole does not work. */
export interface Period {
  readonly kind: 'away' | 'refused';
  readonly system: 'ecwid' | 'jortt';
  readonly from: number;
  readonly until: number;
}

export function scenarioOf(random: Random): Scenario {
  const every = pick(random, [null, '5m', '5m', '15m', '1h'] as const);
  const isLong = chance(random, 0.005);
  const troubleMs = isLong ? whole(random, 20, 60) * hourMs : whole(random, 10, 90) * minuteMs;
  return {
    settings: flowSettings(random),
    every,
    retentionDays: chance(random, 0.2) ? 0 : 14,
    troubleMs,
    orders: whole(random, 1, 3),
    faults: pick(random, [0, 0.03, 0.1, 0.25] as const),
    late: pick(random, [0, 0, 0.05, 0.2] as const),
    deaths: pick(random, [0, 0.01, 0.02, 0.05] as const),
    lostAlarms: pick(random, [0, 0.3] as const),
    shop: {
      searchLagMs: pick(random, [0, 1_000, 19_000] as const),
      webhookLoss: every === null ? 0 : pick(random, [0, 0.3, 1] as const),
      webhookRepeats: pick(random, [1, 1, 1, 2, 10] as const),
      webhookShuffle: chance(random, 0.5),
      webhookDelayMs: pick(random, [0, 0, 60_000] as const),
    },
    books: {
      searchLagMs: pick(random, [0, 2_000, 9_900] as const),
      sendDelayMs: pick(random, [0, 3_000, 40_000] as const),
      retryAfter: chance(random, 0.5),
    },
    pageRows: pick(random, [100, 1, 2, 3] as const),
    troubles: periods(random, troubleMs),
    poison: chance(random, 0.15)
      ? {
          order: whole(random, 0, 1),
          call: pick(random, ['read', 'create'] as const),
          isForGood: chance(random, 0.4),
        }
      : null,
    lacksScope: chance(random, 0.1),
    // Without polls nobody would learn what the webhooks of that time said.
    visit: every !== null && chance(random, 0.16) ? visit(random, troubleMs) : null,
    renames: chance(random, 0.3) ? whole(random, 1, 3) : 0,
  };
}

function flowSettings(random: Random): Record<string, unknown> {
  const writeBack = { status: 'PROCESSING', note: "'Booked as ' & document.id" };
  return {
    state: pick(random, ['draft', 'sent', 'sent'] as const),
    lines: pick(random, ['items', 'summary', 'split'] as const),
    discounts: pick(random, ['lines', 'spread'] as const),
    refunds: pick(random, ['credit', 'credit', 'flag', 'ignore'] as const),
    ...(chance(random, 0.4) ? { paymentStatuses: ['PAID', 'PARTIALLY_REFUNDED'] } : {}),
    ...(chance(random, 0.25) ? { writeBack } : {}),
  };
}

function visit(random: Random, troubleMs: number): Visit {
  const from = whole(random, 30_000, troubleMs / 2);
  const until = whole(random, troubleMs / 2 + 60_000, troubleMs - 10_000);
  return { from, until, isAccepted: chance(random, 0.6) };
}

function periods(random: Random, troubleMs: number): Period[] {
  return Array.from({ length: whole(random, 0, 2) }, () => {
    const from = Math.floor(random() * troubleMs);
    const until = from + Math.floor((random() * troubleMs) / 2);
    const kind = pick(random, ['away', 'refused'] as const);
    return { kind, system: pick(random, ['ecwid', 'jortt'] as const), from, until };
  });
}
