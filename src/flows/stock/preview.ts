import type { ProblemData } from '../../records/problem.ts';
import { type Reason, reason } from '../../records/reason.ts';
import type { NoteCode, NoteParams } from '../../texts/en.ts';
import type { LevelState } from '../bulk.ts';
import type { Note, Preview, PreviewCheck, PreviewWrite } from '../contract.ts';
import { numberFor } from './decide.ts';
import { type Decided, type Plan, planLevels } from './plan.ts';
import { countedIn } from './wanted.ts';
import type { Context, Endpoints, Key, Verdict } from './work.ts';

/** Does what a run does up to the first write. */
export async function previewLevels(context: Context, endpoints: Endpoints, key: Key): Promise<Preview> {
  const plan = await planLevels(context, endpoints, [key]);
  const rows = plan.read.rows.get(key.key) ?? null;
  const writes = plan.decided.map(writeOf);
  const problem = problemOf(plan);
  const isLeft = writes.every(({ does }) => does !== 'update') && problem === null;
  return {
    source: rows,
    skips: isLeft ? reasonOf(plan, key) : null,
    writes,
    checks: plan.decided.flatMap(checkOf),
    notes: plan.withoutSku === 0 ? [] : [withoutSku(plan.withoutSku)],
    problem,
  };
}

function withoutSku(count: number): Note {
  const code = 'without_sku' satisfies NoteCode;
  const params: NoteParams<typeof code> = { count };
  return { code, params };
}

/** `use`: it stays as it is; `skip`: it would not be touched, whatever stands there. */
function writeOf({ placed, decision }: Decided): PreviewWrite {
  const { id, sku } = placed;
  if (decision.kind === 'write') {
    const { quantity, managed } = decision.write;
    return {
      what: 'level',
      does: 'update',
      body: { id, sku, quantity, ...(managed === undefined ? {} : { managed }) },
    };
  }
  const { state } = stateOf(decision, placed);
  return { what: 'level', does: state === 'written' ? 'use' : 'skip', body: null };
}

/** The number that belongs there against the one that stands there. */
function checkOf({ placed, by, decision }: Decided): PreviewCheck[] {
  const { sku, level, standing } = placed;
  const isCounted = decision.kind === 'write' || standing.managed !== false;
  if ((level?.managed === false && !by.isOff) || !isCounted) return [];
  return [{ name: sku, expected: numberFor(placed, by), actual: countedIn(standing, by.counts) }];
}

function problemOf({ verdicts }: Plan): ProblemData | null {
  for (const verdict of verdicts) {
    const problem = problemIn(verdict);
    if (problem !== undefined) return problem;
  }
  return null;
}

function problemIn(verdict: Verdict): ProblemData | undefined {
  switch (verdict.of) {
    case 'key':
      return verdict.problem;
    case 'level':
      return verdict.report.problem;
    case 'later':
      return undefined;
  }
}

/** Why nothing would be written: of several levels what holds of the first. */
function reasonOf({ decided, verdicts, read }: Plan, { key, known }: Key): Reason {
  for (const { decision, placed } of decided) {
    if (decision.kind === 'left') return reasonOfState(stateOf(decision, placed).state);
  }
  for (const verdict of verdicts) if (verdict.of === 'level') return reasonOfState(verdict.report.state);
  const [first] = known;
  return reasonOfState(read.rows.has(key) ? (first?.state ?? 'unplaced') : 'gone');
}

/** A level that is not reported is as it was known. */
function stateOf(
  { verdict }: Extract<Decided['decision'], { kind: 'left' }>,
  { known }: Decided['placed'],
): { readonly state: LevelState } {
  return verdict?.of === 'level' ? verdict.report : { state: known?.state ?? 'written' };
}

function reasonOfState(state: LevelState): Reason {
  return reason(state === 'refused' ? 'set_aside' : state, {});
}
