import type { RecordFlow } from '../../flows/contract.ts';
import type { Problem } from '../../records/problem.ts';
import type { Clock } from '../clock.ts';
import type { Connection } from '../connection/connection.ts';
import { CallMeter } from '../http/call-meter.ts';
import { never } from '../storage/cursors.ts';
import type { Stores } from '../storage/stores.ts';
import type { TaskRow } from '../storage/task-row.ts';
import type { Locks } from './locks.ts';
import type { OwnHooks } from './own-hooks.ts';
import { type Poll, pollPage } from './poller.ts';
import { callsPerTask, maxCallsOfTask, type RunBudget } from './run-budget.ts';
import { flowOfWork, isRecordFlow, opensFrom, placedId, type Runtime } from './runtime.ts';
import { type FlowParts, runTask } from './task-runner.ts';

/** Cloudflare allows six connections at once. */
const maxAtOnce = 6;

const callsForTokens = 3;
/**
 * So many tasks may be put back for the keys of others: each has cost a read of its record and six rows, and all over again in
 * an object that has forgotten them.
 */
const maxHeld = 12;

/** Whoever was away for longer may have been taken out of its system, and with it what it had asked for. */
const longAwayMs = 3_600_000;

/** What was done so short a time ago shows that it can be done. Else one task of a run goes first. */
const warmForMs = 60_000;

/** A task that runs, and what it works over. */
interface UnderWay {
  /** The key that it was put back for before; nobody else who was may begin with it now. */
  readonly key: string | undefined;
  readonly connections: readonly Connection[];
  readonly ended: Promise<void>;
}

/** Runs what is due: probes of connections in trouble, webhooks to be asked for, polls, tasks. One run at a time. */
export class Runner {
  #underWay: Promise<boolean> | null = null;
  /** Tasks that were begun and put back, by the key that somebody else works with. */
  readonly #held = new Map<number, string>();
  /** Tasks that the calls of a run did not suffice for: each is given a whole run. */
  readonly #cut = new Set<number>();
  #lastEndedAt = Number.NEGATIVE_INFINITY;

  /** `current` is called before every piece of work, so that a new configuration applies to whatever starts after it. */
  constructor(
    private readonly stores: Stores,
    private readonly clock: Clock,
    private readonly current: () => Runtime | null,
    private readonly hooks: OwnHooks,
    private readonly meter = new CallMeter(),
  ) {}

  /** Returns whether it did anything. */
  run(budget: RunBudget): Promise<boolean> {
    this.#underWay ??= this.#run(budget).finally(() => {
      this.meter.lift();
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
    this.meter.limit(budget.calls);
    const prepared = await this.#prepareConnections(work);
    const large = await this.#runCut(work, budget);
    const polled = await this.#poll(this.meter.left, until);
    const ran = await this.#runTasks(until, budget);
    return prepared + polled > 0 || large || ran;
  }

  #active(): Runtime | null {
    const work = this.current();
    return work === null || work.paused ? null : work;
  }

  /** A list of years takes many runs: while tasks are due, what is found and what comes in goes on beside it. */
  async #poll(calls: number, until: number): Promise<number> {
    let used = 0;
    for (;;) {
      const work = this.#active();
      const due = this.#duePoll();
      if (work === null || due === null || this.clock.now() >= until) return used;
      if (used >= (this.#nextTask(work, []) === null ? calls : calls / 2)) return used;
      used += await pollPage(due, this.stores, this.clock);
    }
  }

  /** Checks connections in trouble and reads accounts that are due. A connection that fails holds its flows. */
  async #prepareConnections(work: Runtime): Promise<number> {
    let calls = 0;
    for (const connection of work.connections) {
      const { health, account } = connection;
      const isWanted = health.current === null || health.needsCheck || account === null;
      if (connection.checkAt > this.clock.now() || connection.limiter.isSpentFor(null)) continue;
      if (isWanted) {
        calls++;
        await connection.check().catch((_problem: Problem) => undefined);
      }
      this.settleTrouble(connection, work);
    }
    return calls + (await this.#askForHooks(work));
  }

  async #askForHooks(work: Runtime): Promise<number> {
    let calls = 0;
    for (const connection of work.connections) {
      const dueAt = this.hooks.dueAt(connection, work);
      if (dueAt === null || dueAt > this.clock.now() || connection.limiter.isSpentFor(null)) continue;
      calls += await this.hooks.ask(connection, work);
    }
    return calls;
  }

  /** Ends the trouble of a connection whose check works where nothing is left that could go first. */
  settleTrouble(connection: Connection, work: Runtime): void {
    if (this.#isOver(connection, work)) connection.health.worked();
  }

  #isOver(connection: Connection, work: Runtime): boolean {
    const { health } = connection;
    if (health.current === null || health.needsCheck) return false;
    const isFailing = (poll: Poll) => (this.stores.cursors.get(poll.flow)?.failures ?? 0) > 0;
    if (work.polls.some((poll) => poll.connection === connection && isFailing(poll))) return false;
    const running = flowsOver(connection, work).filter(({ flow }) => flow.enabled);
    return this.stores.tasks.due.at(running.map(placedId)) === null;
  }

  /** What failed while the connection was away is tried again, oldest first; the time away counts against no record. */
  release(connection: Connection, work: Runtime, awaySince: number): void {
    this.stores.tasks.release(flowsOver(connection, work).map(placedId), awaySince, this.clock.now());
    if (this.clock.now() - awaySince > longAwayMs) this.hooks.lookAgain(connection);
  }

  /** Somebody entered new credentials: all that waited for this connection is tried at once, and no failure counts. */
  renewed(connection: Connection, work: Runtime): void {
    connection.health.forget();
    this.stores.tasks.releaseAll(flowsOver(connection, work).map(placedId));
    this.hooks.lookAgain(connection, { renewed: true });
  }

  /** The poll that has been due for longest, so that a long list holds up no other. */
  #duePoll(): Poll | null {
    let found: Poll | null = null;
    let foundAt = this.clock.now() + 1;
    for (const poll of this.#active()?.polls ?? []) {
      const at = this.#pollsAt(poll);
      if (at === null || at >= foundAt) continue;
      found = poll;
      foundAt = at;
    }
    return found;
  }

  /** When this poll may run next; null while its connection is away, or where it does not come by itself. */
  #pollsAt({ connection, flow }: Poll): number | null {
    const opensAt = opensFrom(connection);
    const cursor = opensAt === null ? null : this.stores.cursors.get(flow);
    if (opensAt === null || cursor === null || cursor.nextAt >= never) return null;
    const mayRepeat = cursor.failures > 0 ? connection.health.retriesFrom : 0;
    return Math.max(cursor.nextAt, opensAt, mayRepeat > this.clock.now() ? mayRepeat : 0);
  }

  #nextTask(work: Runtime, underWay: readonly UnderWay[]): TaskRow | null {
    const flows = [...work.flows.values()].filter(isRecordFlow).filter(({ flow, from, to }) => {
      const free = [from, to].every((connection) => this.#isFree(connection, flow.flow, underWay));
      return flow.enabled && free;
    });
    const cannotRepeat = ({ health }: Connection) => health.retriesFrom > this.clock.now();
    const isTroubled = ({ health }: Connection) => health.current !== null;
    return this.stores.tasks.due.next(this.clock.now(), flows.map(placedId), {
      except: this.#heldNow(underWay),
      onlyQueued: flows.filter(({ from, to }) => cannotRepeat(from) || cannotRepeat(to)).map(placedId),
      untried: flows.some(({ from, to }) => isTroubled(from) || isTroubled(to)),
    });
  }

  /** Whether one more task may start over it. In trouble, in doubt, and where a day's calls are used, one goes first and the others wait for it. */
  #isFree(connection: Connection, flow: string, underWay: readonly UnderWay[]): boolean {
    const opensAt = opensFrom(connection);
    if (opensAt === null || opensAt > this.clock.now() || connection.limiter.isSpentFor(flow)) return false;
    const goesAlone = connection.health.isDoubtful || connection.limiter.isUsedFor(flow);
    return !goesAlone || underWay.every((each) => !each.connections.includes(connection));
  }

  /** Tasks whose key somebody still works with, or is about to. */
  #heldNow(underWay: readonly UnderWay[]): number[] {
    const isBusy = (wanted: string) =>
      this.#locks()?.isHeld(wanted) || underWay.some(({ key }) => key === wanted);
    return [...this.#held].filter(([, key]) => isBusy(key)).map(([task]) => task);
  }

  #locks(): Locks | undefined {
    return [...(this.current()?.flows.values() ?? [])][0]?.locks;
  }

  async #runTasks(until: number, budget: RunBudget): Promise<boolean> {
    const underWay = new Set<UnderWay>();
    const isWarm = () => this.clock.now() - this.#lastEndedAt < warmForMs;
    let ran = false;
    for (;;) {
      const work = this.#active();
      const mayStart =
        work !== null &&
        underWay.size < (isWarm() ? maxAtOnce : 1) &&
        this.meter.left >= (underWay.size + 1) * callsPerTask &&
        this.#cut.size === 0 &&
        (this.#held.size < maxHeld || underWay.size === 0) &&
        this.clock.now() < until;
      const task = mayStart ? this.#nextTask(work, [...underWay]) : null;
      const parts = work && task ? flowOfWork(work, task.flow) : null;
      if (task && parts && isRecordFlow(parts)) {
        ran = true;
        const ended = this.#start(task, parts, maxCallsOfTask(budget)).then(() => {
          underWay.delete(run);
        });
        const run: UnderWay = { key: this.#held.get(task.id), connections: [parts.from, parts.to], ended };
        underWay.add(run);
      } else if (underWay.size > 0) {
        await Promise.race([...underWay].map(({ ended: end }) => end));
      } else if (mayStart && this.#heldNow([]).length > 0) {
        await this.#freed();
      } else {
        return ran;
      }
    }
  }

  /** Those that took more than was left of a run before, one at a time and with all that this one has. */
  async #runCut(work: Runtime, budget: RunBudget): Promise<boolean> {
    const [id] = this.#cut;
    if (id === undefined) return false;
    this.#cut.delete(id);
    const task = this.stores.tasks.get(id);
    const parts = task === null ? null : flowOfWork(work, task.flow);
    const isReady = task !== null && (task.state === 'queued' || task.state === 'waiting');
    if (!isReady || parts === null || !isRecordFlow(parts) || !parts.flow.enabled) return false;
    if (![parts.from, parts.to].every((connection) => this.#isFree(connection, parts.flow.flow, [])))
      return false;
    // A token or two may have to be fetched beside its own calls.
    await this.#start(task, parts, Math.min(maxCallsOfTask(budget), this.meter.left - callsForTokens));
    return true;
  }

  async #start(task: TaskRow, parts: FlowParts<RecordFlow<unknown>>, maxCalls: number): Promise<void> {
    const mine = this.#held.get(task.id);
    // Those who were put back for a key come before those who were not.
    const mayTake = (key: string) =>
      !parts.locks.isHeld(key) && (key === mine || ![...this.#held.values()].includes(key));
    const shared = { ...parts, stores: this.stores, clock: this.clock };
    const ran = await runTask(task, shared, { maxCalls, mayTake });
    this.#held.delete(task.id);
    switch (ran.kind) {
      case 'over':
        this.#lastEndedAt = this.clock.now();
        return;
      case 'held':
        this.#held.set(task.id, ran.key);
        return;
      case 'cut':
        this.#cut.add(task.id);
    }
  }

  /** Somebody outside of this run, such as a preview, works with a key that a task needs: it will not be long. */
  async #freed(): Promise<void> {
    const locks = this.#locks();
    const keys = [...this.#held.values()].filter((key) => locks?.isHeld(key));
    await Promise.race(keys.map((key) => locks?.freed(key)));
  }

  /** Returns when there will be something to do, or null when only a notice can start work. */
  nextWakeAt(): number | null {
    const work = this.#active();
    if (!work) return null;
    const now = this.clock.now();
    const times: number[] = [];
    for (const connection of work.connections) {
      const readyAt = connection.limiter.readyAt();
      if (isCheckWanted(connection) || this.#isOver(connection, work))
        times.push(Math.max(now, connection.checkAt, readyAt));
      if (readyAt > now) times.push(readyAt);
      const hooksAt = this.hooks.dueAt(connection, work);
      if (hooksAt !== null) times.push(Math.max(now, hooksAt, readyAt));
    }
    for (const poll of work.polls) {
      const at = this.#pollsAt(poll);
      if (at !== null) times.push(at);
    }
    for (const parts of [...work.flows.values()].filter(isRecordFlow)) {
      const { flow, from, to } = parts;
      const opens = [from, to].map(opensFrom);
      if (!flow.enabled || opens.includes(null)) continue;
      const spent = [from, to].filter(({ limiter }) => limiter.isSpentFor(flow.flow));
      const readyAt = spent.map(({ limiter }) => limiter.readyAt(flow.flow));
      const opensAt = Math.max(...opens.filter((at) => at !== null), ...readyAt);
      const repeatsAt = Math.max(opensAt, from.health.retriesFrom, to.health.retriesFrom);
      for (const [state, mayAt] of [
        ['queued', opensAt],
        ['waiting', repeatsAt],
      ] as const) {
        const due = this.stores.tasks.due.firstAt(state, placedId(parts));
        if (due !== null) times.push(Math.max(due, mayAt));
      }
    }
    return times.length > 0 ? Math.min(...times) : null;
  }
}

function flowsOver(connection: Connection, work: Runtime): FlowParts[] {
  return [...work.flows.values()].filter(({ from, to }) => from === connection || to === connection);
}

function isCheckWanted({ health, account }: Connection): boolean {
  return account === null || health.needsCheck;
}
