/** What a dry run told, as its page shows it and carries it from part to part. */
import { z } from 'zod';
import type { DryRun, DryRunPart } from '../../engine/work/dry-run.ts';
import type { Preview, PreviewCheck } from '../../flows/contract.ts';
import { big, decimal, money, sum } from '../../records/money.ts';
import type { ProblemData } from '../../records/problem.ts';
import type { Params } from '../../texts/catalogue.ts';
import type { ProblemCode } from '../../texts/en.ts';

const outcomes = ['right', 'differs', 'left', 'waits', 'wrong', 'untried'] as const;

/** So many records of a flow are looked at in one go (engine/work/dry-run.ts), */
export const mostAtOnce = 8;
/** and a page carries so many of each. */
const mostRows = 100;

/** What a record itself waits for. Whatever else makes one wait says nothing of what would become of it. */
const ownWaits: ReadonlySet<string> = new Set<ProblemCode>([
  'product_under_way',
  'day_open',
  'not_final_yet',
  'category_parents_first',
  'outcome_unknown',
]);

/** A system did not answer, or not with what was asked. */
const silences: ReadonlySet<string> = new Set<ProblemCode>([
  'network_failed',
  'timed_out',
  'server_error',
  'garbled',
  'unexpected_answer',
  'rate_limited',
  'run_spent',
]);

const amount = z.object({
  currency: z.string().regex(/^[A-Z]{3}$/),
  source: decimal,
  target: decimal.nullable(),
});

const trialRow = z.object({
  key: z.string(),
  /** What people know the record by: its number, or its SKU. */
  name: z.string(),
  /** `right`: written to the cent. `left`: not carried. `waits`: it goes on by itself. `wrong`: it needs a person. `untried`: that could not be told now. */
  outcome: z.enum(outcomes),
  amount: amount.nullable(),
  /** The problem, or the reason for which it is left: nothing of a person. */
  why: z
    .object({
      code: z.string(),
      params: z.record(
        z.string(),
        z.union([z.string(), z.number(), z.boolean(), z.array(z.string()).readonly()]),
      ),
    })
    .nullable(),
  /** The connection whose credentials do not work. */
  connection: z.string().nullable(),
});

const trial = z.object({
  rows: z.array(trialRow).max(mostRows),
  cursor: z.string().nullable(),
  found: z.number(),
  isWhole: z.boolean(),
});

export type TrialRow = z.infer<typeof trialRow>;
export type Trial = z.infer<typeof trial>;

export const nothingTried: Trial = { rows: [], cursor: null, found: 0, isWhole: false };

/** With what one more part told: each record once. There is no next part where that might not fit on the page. */
export function withPart({ rows: before }: Trial, { items, cursor, ...part }: DryRunPart): Trial {
  const known = new Set(before.map(({ key }) => key));
  const rows = [...before, ...items.filter(({ key }) => !known.has(key)).map(rowOf)];
  return { rows, cursor: rows.length + mostAtOnce > mostRows ? null : cursor, ...part };
}

function rowOf(run: DryRun): TrialRow {
  const { key } = run;
  if (!('preview' in run)) {
    const { code, params, connection } = run.problem;
    return {
      key,
      name: key,
      outcome: outcomeOfProblem(run.problem),
      amount: null,
      why: { code, params: copied(params) },
      connection: run.problem.kind === 'auth' ? (connection ?? null) : null,
    };
  }
  const { source, skips, problem, checks } = run.preview;
  const why = problem ?? skips;
  return {
    key,
    name: nameOf(source) ?? key,
    outcome: outcomeOf(run.preview),
    amount: amountOf(source, checks),
    why: why && { code: why.code, params: copied(why.params) },
    connection: problem?.kind === 'auth' ? (problem.connection ?? null) : null,
  };
}

function copied(params: Params): NonNullable<TrialRow['why']>['params'] {
  return { ...params };
}

function outcomeOf({ skips, problem, checks }: Preview): TrialRow['outcome'] {
  if (problem !== null) return outcomeOfProblem(problem);
  if (skips !== null) return 'left';
  return checks.every(isEqual) ? 'right' : 'differs';
}

function outcomeOfProblem({ kind, code }: Pick<ProblemData, 'kind' | 'code'>): TrialRow['outcome'] {
  switch (kind) {
    case 'wait':
      return ownWaits.has(code) ? 'waits' : 'untried';
    case 'retry':
    case 'outcome-unknown':
      return silences.has(code) ? 'untried' : 'wrong';
    case 'auth':
    case 'rejected':
      return 'wrong';
  }
}

function isEqual({ expected, actual }: PreviewCheck): boolean {
  return actual !== null && big(expected).eq(actual);
}

function nameOf(source: unknown): string | null {
  const { number, sku } = (source ?? {}) as { number?: unknown; sku?: unknown };
  return [number, sku].find((each): each is string => typeof each === 'string' && each !== '') ?? null;
}

/** What the record comes to with VAT, where it is a sale. */
function amountOf(source: unknown, checks: readonly PreviewCheck[]): TrialRow['amount'] {
  const { currency, gross } = (source ?? {}) as { currency?: unknown; gross?: unknown };
  if (typeof currency !== 'string' || typeof gross !== 'string') return null;
  const check = checks.find(({ name }) => name === 'gross');
  return { currency, source: check?.expected ?? gross, target: check?.actual ?? null };
}

/** By the id of a flow. */
export type Trials = Readonly<Record<string, Trial>>;

/** What a form carries. What is none is nothing that was tried. */
export function trialsIn(text: string): Trials {
  try {
    return z.record(z.string(), trial).parse(JSON.parse(text));
  } catch {
    return {};
  }
}

export interface Reckoned {
  readonly booked: number;
  /** By currency, with VAT. */
  readonly amounts: readonly { readonly currency: string; readonly amount: string }[];
  readonly needYou: number;
  readonly left: number;
  /** In none of the others. */
  readonly untried: number;
}

/** What would become of the records that were looked at. */
export function reckon(rows: readonly TrialRow[]): Reckoned {
  const of = (...which: readonly TrialRow['outcome'][]) =>
    rows.filter(({ outcome }) => which.includes(outcome));
  const booked = of('right', 'differs', 'waits');
  const currencies = [...new Set(booked.flatMap(({ amount: own }) => own?.currency ?? []))];
  return {
    booked: booked.length,
    amounts: currencies.map((currency) => ({
      currency,
      amount: money(
        sum(booked.flatMap(({ amount: own }) => (own?.currency === currency ? own.source : []))),
        currency,
      ),
    })),
    needYou: of('wrong').length,
    left: of('left').length,
    untried: of('untried').length,
  };
}
