import type { BackLink, BatchKey, Begun, ListedFlow, ListedReport } from '../../flows/bulk.ts';
import type { Outcome } from '../../flows/contract.ts';
import type { Link, ProductFacts } from '../../flows/links.ts';
import { Problem, problem } from '../../records/problem.ts';
import { flowId, splitFlowId } from '../configuration/configuration.ts';
import type { Batch } from '../storage/batches.ts';
import type { Stores } from '../storage/stores.ts';
import type { TaskRow } from '../storage/task-row.ts';
import { markLevels } from '../work/mark-levels.ts';
import { notice } from '../work/notice.ts';
import { noteNumber } from '../work/numbers.ts';
import { type OutcomeParts, storeOutcome } from '../work/store-outcome.ts';
import { begunByOthers, begunOf, begunStep } from './begun-parts.ts';
import type { BatchReport, KeyRecord } from './claim.ts';
import type { Desk } from './desk.ts';
import type { Between } from './known-links.ts';
import { movedSkus } from './moved-skus.ts';
import { putParts } from './part-links.ts';

interface Parts extends OutcomeParts {
  readonly stores: Stores;
  readonly definition: ListedFlow<unknown>;
}

/** The desk of a flow whose records stand in the list of tasks. A task is its key's revision: it is noticed again while it runs. */
export class ListedDesk implements Desk {
  readonly #flow: string;
  readonly #from: string;
  readonly #to: string;
  /** By name, whether a flow runs between the two places: asked for every product of a batch. */
  readonly #running = new Map<string, boolean>();

  constructor(
    flow: string,
    private readonly parts: Parts,
  ) {
    const { from, to } = splitFlowId(flow);
    this.#flow = flow;
    this.#from = from;
    this.#to = to;
  }

  due(limit: number, retries: boolean, named = false): readonly string[] {
    const { stores, clock } = this.parts;
    return stores.tasks.due.keys(this.#flow, clock.now(), {
      ...{ except: stores.batches.keysOf(this.#flow), onlyQueued: !retries },
      ...{ limit, named },
    });
  }

  nextDueAt(named = false): number | null {
    const { tasks, batches } = this.parts.stores;
    return tasks.due.atBut(this.#flow, { except: batches.keysOf(this.#flow), named });
  }

  readonly named: Desk['named'] = {
    due: (limit, retries) => this.due(limit, retries, true),
    nextDueAt: () => this.nextDueAt(true),
  };

  begin(batch: Batch): readonly BatchKey<Link<object> | null>[] {
    const { tasks } = this.parts.stores;
    return batch.keys.flatMap((key) => {
      const task = tasks.openOf(this.#flow, key);
      if (task === null || task.state === 'parked') return [];
      if (task.state !== 'running') tasks.start(task.id);
      return [this.look(key)];
    });
  }

  look(key: string): BatchKey<Link<object> | null> {
    const { stores, definition } = this.parts;
    const task = stores.tasks.openOf(this.#flow, key);
    return {
      key,
      revision: task?.id ?? 0,
      asked: task?.asked ?? false,
      named: task?.named ?? false,
      begun: this.#begunOf(key),
      known: stores.links.get(definition.record, this.#from, this.#to, key),
      ...stores.links.knownAt(definition.record, this.#from, this.#to, key),
    };
  }

  intend(intents: ReadonlyMap<string, Begun>): void {
    const { stores, clock } = this.parts;
    for (const [key, begun] of intents) {
      const task = stores.tasks.openOf(this.#flow, key);
      if (task !== null) stores.steps.intendParts(this.#step(key), task.id, clock.now(), begun);
    }
  }

  #begunOf(key: string): Begun | null {
    return begunOf(this.parts.stores.steps, this.#between, this.parts.definition.record, key);
  }

  #step(key: string): string {
    return begunStep(this.#between, this.parts.definition.record, key);
  }

  get #between(): Between {
    return { from: this.#from, to: this.#to };
  }

  settle(
    batch: Batch,
    { reports, records }: BatchReport,
    failure: Problem | null,
    payloads: ReadonlyMap<string, string>,
  ): void {
    const byKey = new Map((reports as readonly ListedReport[]).map((report) => [report.key, report]));
    for (const key of batch.keys) {
      const task = this.parts.stores.tasks.openOf(this.#flow, key);
      if (task?.state !== 'running') continue;
      const report = byKey.get(key);
      noteNumber(this.parts.stores, this.#flow, key, report?.notes.source);
      const result = report === undefined ? (failure ?? unreported()) : resultOf(report);
      const record = records.get(key);
      if (report?.link) this.#keep(key, report.link);
      if (report?.begun !== undefined) this.#leave(key, report.begun);
      else if (result instanceof Problem && provesNothingMade(result, record)) this.#forgetIntent(key, batch);
      for (const back of report?.back ?? []) this.#keepBack(back);
      const isBehind = this.#await(key, report?.without);
      if (result instanceof Problem && isPostponed(result)) this.#postpone(task, result);
      else {
        const recorded = { calls: record?.calls ?? 0, emailFingerprint: null };
        storeOutcome(task, this.parts, result, recorded, payloads.get(key) ?? null);
      }
      if (isBehind) notice(this.parts.stores, this.#flow, { key }, this.parts.clock.now());
    }
  }

  /** Returns whether one of them was linked while the batch was under way. What no flow will ever link is not waited for. */
  #await(key: string, without: ListedReport['without']): boolean {
    if (without === undefined || !this.#runs(without.flow)) return false;
    const { links, awaited } = this.parts.stores;
    const { record, ids } = without;
    const linked = ids.filter((id) => links.get(record, this.#from, this.#to, id) !== null);
    for (const id of ids.filter((each) => !linked.includes(each)))
      awaited.add({ record, source: this.#from, target: this.#to, id }, this.#flow, key);
    return linked.length > 0;
  }

  /** Whether this flow runs between the two places, in either direction. */
  #runs(flow: string): boolean {
    const [from, to] = [this.#from, this.#to];
    const { cursors } = this.parts.stores;
    const runs =
      this.#running.get(flow) ??
      [flowId({ flow, from, to }), flowId({ flow, from: to, to: from })].some(
        (id) => cursors.get(id) !== null,
      );
    this.#running.set(flow, runs);
    return runs;
  }

  /** Nothing was tried in vain, so nothing is told of it: Koppel keeps a limit, or the run may make no more calls. */
  #postpone(task: TaskRow, problem: Problem): void {
    const { tasks } = this.parts.stores;
    const now = this.parts.clock.now();
    if (problem.code === 'run_spent' || problem.retryAt === undefined) tasks.putBack(queued(task));
    else tasks.wait(task.id, problem.retryAt, problem.toData(), false, now);
  }

  #keep(key: string, link: Link<object>): void {
    const { stores, clock, definition } = this.parts;
    const [from, to] = [this.#from, this.#to];
    const before = stores.links.get(definition.record, from, to, key);
    stores.links.put(definition.record, from, to, key, link, clock.now());
    putParts(stores.links, { from, to }, key, link, clock.now());
    // A level that the target had no record of has one now.
    if (link.targetId !== '') markLevels(stores, [to], movedSkus(before, link), clock.now());
  }

  #leave(key: string, begun: Begun | null): void {
    const { steps } = this.parts.stores;
    if (begun === null) steps.forget(this.#step(key));
    else steps.leaveParts(this.#step(key), begun);
  }

  /** This batch made nothing of it; what an earlier one began stays begun. */
  #forgetIntent(key: string, { lease }: Batch): void {
    const begun = this.#begunOf(key);
    if (begun === null) return;
    this.#leave(key, lease === null ? begun : begunByOthers(begun, lease.until));
  }

  /** The other direction looks again where it has met a conflict that is over: it is parked for it, or has something to carry by now. */
  #keepBack({ key, link }: BackLink): void {
    const { stores, clock, definition } = this.parts;
    const before = stores.links.get(definition.record, this.#to, this.#from, key);
    if (before !== null && isFlagged(before) && !isFlagged(link)) {
      const { flow } = splitFlowId(this.#flow);
      notice(stores, flowId({ flow, from: this.#to, to: this.#from }), { key }, clock.now());
    }
    stores.links.put(definition.record, this.#to, this.#from, key, link, clock.now());
  }

  release(batch: Batch, died: boolean): void {
    const { tasks } = this.parts.stores;
    for (const key of batch.keys) {
      const task = tasks.openOf(this.#flow, key);
      if (task?.state !== 'running') continue;
      if (died) tasks.crashed(task.id, this.parts.clock.now());
      else tasks.putBack(queued(task));
    }
  }
}

/** Whether a person must see what both sides changed of it. */
function isFlagged({ facts }: Link<object>): boolean {
  const { flagged, variants = {} }: Partial<ProductFacts> = facts;
  return [{ flagged }, ...Object.values(variants)].some((each) => each.flagged !== undefined);
}

/** Only a clear refusal, or that no call was made that could have made it. */
function provesNothingMade({ kind }: Problem, record: KeyRecord | undefined): boolean {
  return kind === 'rejected' || !record?.wrote;
}

function isPostponed({ kind, code }: Problem): boolean {
  return code === 'run_spent' || (kind === 'wait' && code === 'rate_limited');
}

function queued({ id }: TaskRow): Pick<TaskRow, 'id' | 'state'> {
  return { id, state: 'queued' };
}

function resultOf({ outcome }: ListedReport): Outcome | Problem {
  return outcome.kind === 'problem' ? new Problem(outcome.problem) : outcome;
}

/** A flow that forgets a key has a fault; the record is tried again. */
function unreported(): Problem {
  return problem('retry', 'internal_error', { name: 'unreported' });
}
