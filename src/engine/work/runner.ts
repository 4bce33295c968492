import type { Problem } from '../../records/problem.ts';
import type { Clock } from '../clock.ts';
import type { Connection } from '../connection/connection.ts';
import { maxWaitMs } from '../connection/limits/gate.ts';
import { never } from '../storage/cursors.ts';
import type { Stores } from '../storage/stores.ts';
import type { TaskRow } from '../storage/tasks.ts';
import { type Poll, pollPage } from './poller.ts';
import { callsPerTask, type RunBudget } from './run-budget.ts';
import { flowOfWork, placedId, type Runtime } from './runtime.ts';
import { runTask } from './task-runner.ts';

/** Cloudflare allows six connections at once. */
const maxAtOnce = 6;

/** Runs what is due: probes of connections in trouble, polls, tasks. One run at a time. */
export class Runner {
  #underWay: Promise<boolean> | null = null;

  /** `current` is called before every piece of work, so that a new configuration applies to whatever starts after it. */
  constructor(
    private readonly stores: Stores,
    private readonly clock: Clock,
    private readonly current: () => Runtime | null,
  ) {}

  /** Returns whether it did anything. */
  run(budget: RunBudget): Promise<boolean> {
    this.#underWay ??= this.#run(budget).finally(() => {
      this.#underWay = null;
    });
    return this.#underWay;
  }

  /** Resolves when the work in progress has ended. */
  async settled(): Promise<void> {
    await this.#underWay;
  }

  async #run(budget: RunBudget): Promise<boolean> {
    const work = this.#active();
    if (!work) return false;
    const until = this.clock.now() + budget.ms;
    const prepared = await this.#prepareConnections(work);
    // A list of years takes many runs: what is found, and what comes in meanwhile, goes on beside it.
    const share = this.#nextTask(work) === null ? 1 : 2;
    const polled = await this.#poll((budget.calls - prepared) / share, until);
    const ran = await this.#runTasks(budget.calls - prepared - polled, until);
    return prepared + polled > 0 || ran;
  }

  #active(): Runtime | null {
    const work = this.current();
    return work === null || work.paused ? null : work;
  }

  async #poll(calls: number, until: number): Promise<number> {
    let used = 0;
    for (;;) {
      const due = this.#duePoll();
      if (due === null || used >= calls || this.clock.now() >= until) return used;
      used += await pollPage(due, this.stores, this.clock);
    }
  }

  /** Probes connections in trouble and reads accounts that are due. A connection that fails holds its flows. */
  async #prepareConnections(work: Runtime): Promise<number> {
    let calls = 0;
    for (const connection of work.connections) {
      if (connection.checkAt > this.clock.now() || this.#isSpent(connection)) continue;
      calls++;
      const brokenSince = connection.health.current?.since;
      const worked = await connection.check().then(
        () => true,
        (_problem: Problem) => false,
      );
      if (worked && brokenSince !== undefined) this.release(connection, work, brokenSince);
    }
    return calls;
  }

  /** Releases what waited for this connection, oldest first. Without `brokenSince` no earlier failure counts. */
  release(connection: Connection, work: Runtime, brokenSince = 0): void {
    const flows = [...work.flows.values()].filter(({ from, to }) => from === connection || to === connection);
    this.stores.tasks.release(flows.map(placedId), brokenSince, this.clock.now());
  }

  /** The poll that has been due for longest, so that a long list holds up no other. */
  #duePoll(): Poll | null {
    let found: Poll | null = null;
    let foundAt = this.clock.now() + 1;
    for (const poll of this.#active()?.polls ?? []) {
      const at = poll.connection.isUsable ? this.stores.cursors.get(poll.flow)?.nextAt : undefined;
      if (at === undefined || at >= foundAt) continue;
      found = poll;
      foundAt = at;
    }
    return found;
  }

  #nextTask(work: Runtime): TaskRow | null {
    return this.stores.tasks.nextDue(this.clock.now(), this.#runnableFlows(work));
  }

  async #runTasks(calls: number, until: number): Promise<boolean> {
    const underWay = new Set<Promise<void>>();
    let left = calls;
    let ran = false;
    for (;;) {
      const work = this.#active();
      const mayStart =
        work !== null &&
        underWay.size < maxAtOnce &&
        left >= (underWay.size + 1) * callsPerTask &&
        this.clock.now() < until;
      const task = mayStart ? this.#nextTask(work) : null;
      const parts = task && work && flowOfWork(work, task.flow);
      if (task && parts) {
        ran = true;
        const run = runTask(task, { ...parts, stores: this.stores, clock: this.clock }).then((used) => {
          left -= used;
          underWay.delete(run);
        });
        underWay.add(run);
      } else if (underWay.size > 0) {
        await Promise.race(underWay);
      } else {
        return ran;
      }
    }
  }

  /**
   * Returns the flows that can run now: no connection is in trouble, leads to an account that nobody accepted, or has its
   * rate limit used up for a while. A task of any other flow waits, also of one that is there no more.
   */
  #runnableFlows(work: Runtime): string[] {
    const isReady = (connection: Connection) => connection.isUsable && !this.#isSpent(connection);
    return [...work.flows.values()]
      .filter(({ flow, from, to }) => flow.enabled && isReady(from) && isReady(to))
      .map(placedId);
  }

  /** Returns whether its rate limit is used up or it asked for a pause. A call would not get through. */
  #isSpent({ limiter }: Connection): boolean {
    return limiter.readyAt() > this.clock.now() + maxWaitMs;
  }

  /** Returns when there will be something to do, or null when only a notice can start work. */
  nextWakeAt(): number | null {
    const work = this.#active();
    if (!work) return null;
    const times: number[] = [];
    for (const connection of work.connections) {
      const readyAt = connection.limiter.readyAt();
      if (needsCheck(connection)) times.push(Math.max(this.clock.now(), connection.checkAt, readyAt));
      if (readyAt > this.clock.now()) times.push(readyAt);
    }
    for (const poll of work.polls) {
      if (!poll.connection.isUsable) continue;
      const at = this.stores.cursors.get(poll.flow)?.nextAt;
      if (at !== undefined && at < never) times.push(at);
    }
    const due = this.stores.tasks.nextDueAt(this.#runnableFlows(work));
    if (due !== null) times.push(due);
    return times.length > 0 ? Math.min(...times) : null;
  }
}

function needsCheck({ health, account }: Connection): boolean {
  return health.current !== null || account === null;
}
