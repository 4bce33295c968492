import type { FaultRule } from '../../../sandbox/kit/faults/faults.ts';
import { whole } from '../../../sandbox/kit/random.ts';

type Random = () => number;

/** What happens to one call. The sandbox plays most of it; two break the line itself. */
export type Trouble =
  | { readonly kind: 'sandbox'; readonly rule: FaultRule }
  /** The call never arrives. */
  | { readonly kind: 'lost' }
  /** It is done, and the line breaks before the answer is there. */
  | { readonly kind: 'cut' }
  /** It is done, and something in between answers as if it were not. */
  | { readonly kind: 'disowned'; readonly status: number; readonly body: string }
  /** It is done after `ms`, and nobody ever hears of it. */
  | { readonly kind: 'unheard'; readonly ms: number }
  /** It is done after `ms`, long after the caller gave up, or was answered this status; null: nobody ever hears of it. */
  | { readonly kind: 'late'; readonly ms: number; readonly status: number | null };

/** No system that is here works longer on a call than the engine waits for it. */
const longestWorkMs = 19_000;

const serverErrors = [500, 502, 504];
/** What gateways answer on a time-out of their own, whatever the system behind them did. */
const gatewayErrors = [503, 503, 504, 409, 408];
const gatewayBodies = ['', '<html>first byte timeout</html>', '{"error":{"key":"server.busy","code":503}}'];

const kinds: readonly ((random: Random, place: Place) => Trouble)[] = [
  () => ({ kind: 'lost' }),
  () => ({ kind: 'cut' }),
  (random) => ({
    kind: 'disowned',
    status: gatewayErrors[whole(random, 0, gatewayErrors.length - 1)] ?? 503,
    body: gatewayBodies[whole(random, 0, gatewayBodies.length - 1)] ?? '',
  }),
  (random) => ({ kind: 'unheard', ms: whole(random, 0, 200) }),
  (random) => ({ kind: 'unheard', ms: whole(random, 1_000, longestWorkMs) }),
  (random, place) => sandbox({ ...place, kind: 'unanswered', ms: whole(random, 5_000, 90_000) }),
  (random, place) => sandbox({ ...place, kind: 'drop', ms: whole(random, 5_000, 90_000) }),
  (random, place) => sandbox({ ...place, kind: 'slow', ms: whole(random, 500, longestWorkMs) }),
  (_, place) => sandbox({ ...place, kind: 'status', status: 429 }),
  (random, place) =>
    sandbox({
      ...place,
      kind: 'status',
      status: 429,
      headers: { 'Retry-After': String(whole(random, 1, 180)) },
    }),
  (random, place) => sandbox({ ...place, kind: 'status', status: serverErrors[whole(random, 0, 2)] ?? 500 }),
  (_, place) => sandbox({ ...place, kind: 'status', status: 503 }),
  (_, place) => sandbox({ ...place, kind: 'status', status: 409 }),
  (_, place) => sandbox({ ...place, kind: 'html' }),
  (_, place) => sandbox({ ...place, kind: 'html-after' }),
  (_, place) => sandbox({ ...place, kind: 'truncated' }),
  (_, place) => sandbox({ ...place, kind: 'empty' }),
];

interface Place {
  readonly system: string;
  readonly times: 1;
}

function sandbox(rule: FaultRule): Trouble {
  return { kind: 'sandbox', rule };
}

export function anyTrouble(random: Random, system: string): Trouble {
  const make = kinds[whole(random, 0, kinds.length - 1)];
  return make?.(random, { system, times: 1 }) ?? { kind: 'lost' };
}

/** A system that works on for minutes after everybody has gone away. */
export function lateTrouble(random: Random): Trouble {
  const ms = whole(random, 30_000, 540_000);
  return { kind: 'late', ms, status: random() < 0.5 ? null : 503 };
}

/** A system that is away: nothing is done. */
export function awayTrouble(random: Random, system: string): Trouble {
  const place = { system, times: 1 } as const;
  const roll = random();
  if (roll < 0.4) return { kind: 'lost' };
  if (roll < 0.7) return sandbox({ ...place, kind: 'status', status: 503 });
  if (roll < 0.9) return sandbox({ ...place, kind: 'html' });
  return sandbox({ ...place, kind: 'drop', ms: 60_000 });
}

export function nameOf(trouble: Trouble): string {
  switch (trouble.kind) {
    case 'unheard':
      return `unheard ${trouble.ms}`;
    case 'late':
      return `done ${trouble.ms} ms later, and ${trouble.status === null ? 'never answered' : `answered ${trouble.status}`}`;
    case 'disowned':
      return `done, and answered ${trouble.status}`;
    case 'sandbox':
      return trouble.rule.kind === 'status' ? `status ${trouble.rule.status}` : trouble.rule.kind;
    default:
      return trouble.kind;
  }
}
