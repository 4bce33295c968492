import { z } from 'zod';

const place = {
  system: z.string(),
  method: z.string().optional(),
  /** The source of a regular expression over the system's own path. Not anchored. */
  path: z
    .string()
    .refine((source) => isPattern(source), 'must be a regular expression')
    .optional(),
  /** How many calls it hits; null means until it is cleared. */
  times: z.number().int().positive().nullable().default(1),
  /** How long it lasts from the moment that it is set; without it only `times` ends it. */
  forMs: z.number().int().positive().optional(),
};

const hang = z.number().int().nonnegative().default(60_000);

/** What can go wrong with a call. "Done" means that the system does the work all the same. */
export const faultRule = z.discriminatedUnion('kind', [
  /** Another answer than the system's own, for instance 429, 409 or 503. Not done. */
  z.strictObject({
    ...place,
    kind: z.literal('status'),
    status: z.number().int().min(200).max(599),
    body: z.unknown().optional(),
    headers: z.record(z.string(), z.string()).optional(),
  }),
  /** Not done, and no answer for `ms`; then a 504. */
  z.strictObject({ ...place, kind: z.literal('drop'), ms: hang }),
  /** Done, and no answer for `ms`; then a 504. */
  z.strictObject({ ...place, kind: z.literal('unanswered'), ms: hang }),
  /** Done after `ms`. */
  z.strictObject({ ...place, kind: z.literal('slow'), ms: z.number().int().nonnegative() }),
  /** A gateway's error page. Not done. */
  z.strictObject({ ...place, kind: z.literal('html') }),
  /** Done, and a gateway's error page. */
  z.strictObject({ ...place, kind: z.literal('html-after') }),
  /** Done, and half of the body. */
  z.strictObject({ ...place, kind: z.literal('truncated') }),
  /**
   * Done, but only `afterMs` after the call, by chance between half a minute and nine when left out: the caller has
   * given up by then. It hears nothing for `ms` and then a 504 from a gateway, or is told 503 immediately.
   */
  z.strictObject({
    ...place,
    kind: z.literal('late'),
    afterMs: z.number().int().positive().optional(),
    answer: z.enum(['none', 'unavailable']).default('none'),
    ms: hang,
  }),
  /** A 200 without a body. Not done. */
  z.strictObject({ ...place, kind: z.literal('empty') }),
]);

export type FaultRule = z.infer<typeof faultRule>;

export interface Fault {
  readonly id: number;
  readonly rule: FaultRule;
  /** Calls that it still hits; null means until it is cleared. */
  readonly left: number | null;
  /** When it ends by itself, if ever. */
  readonly until: number | null;
}

/** The rules in force. The oldest that fits a call is the one that hits it. */
export class Faults {
  #faults: Fault[] = [];
  #lastId = 0;
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  list(): readonly Fault[] {
    const now = this.#now();
    this.#faults = this.#faults.filter(({ until }) => until === null || until > now);
    return this.#faults;
  }

  add(rule: FaultRule): Fault {
    this.#lastId += 1;
    const until = rule.forMs === undefined ? null : this.#now() + rule.forMs;
    const fault = { id: this.#lastId, rule, left: rule.times, until };
    this.#faults.push(fault);
    return fault;
  }

  clear(): void {
    this.#faults = [];
  }

  /** Returns the rule that hits this call, and counts it down. */
  take(system: string, method: string, path: string): FaultRule | undefined {
    const fault = this.list().find(({ rule }) => fits(rule, system, method, path));
    if (fault === undefined) return undefined;
    this.#faults = this.#faults.flatMap((each) => (each === fault ? spent(each) : [each]));
    return fault.rule;
  }

  snapshot(): FaultsSnapshot {
    return { faults: this.#faults, lastId: this.#lastId };
  }

  restore({ faults, lastId }: FaultsSnapshot): void {
    this.#faults = faults;
    this.#lastId = lastId;
  }
}

export interface FaultsSnapshot {
  faults: Fault[];
  lastId: number;
}

function fits(rule: FaultRule, system: string, method: string, path: string): boolean {
  return (
    rule.system === system &&
    (rule.method === undefined || rule.method.toUpperCase() === method) &&
    (rule.path === undefined || new RegExp(rule.path).test(path))
  );
}

function spent(fault: Fault): Fault[] {
  if (fault.left === null) return [fault];
  return fault.left > 1 ? [{ ...fault, left: fault.left - 1 }] : [];
}

function isPattern(source: string): boolean {
  try {
    new RegExp(source);
    return true;
  } catch {
    return false;
  }
}
