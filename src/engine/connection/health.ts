import type { ProblemData } from '../../records/problem.ts';
import { probeBackoffMs } from '../backoff.ts';
import type { Clock } from '../clock.ts';

/** What is wrong with a connection. A connection without trouble has none. */
export interface Health {
  readonly state: 'down' | 'unauthorised';
  readonly problem: ProblemData;
  readonly since: number;
  readonly probes: number;
  /** No call before this moment; then one probe. */
  readonly probeAt: number;
}

/** After this many failures in a row, whichever the records, the connection is at fault. */
const failuresUntilDown = 3;

/**
 * Decides when a connection as a whole is in trouble, so that its tasks wait instead of failing one by one: at once when
 * its credentials are refused, after some failures in a row when it does not answer. Calls `changed` after every change.
 */
export class HealthMonitor {
  #failures = 0;
  #health: Health | null;

  constructor(
    health: Health | null,
    private readonly clock: Clock,
    private readonly changed: (health: Health | null) => void,
  ) {
    this.#health = health;
  }

  get current(): Health | null {
    return this.#health;
  }

  worked(): void {
    this.#failures = 0;
    if (this.#health) this.#set(null);
  }

  /** The connection's own check failed: nothing can be done over it, whatever the reason. */
  broke(problem: ProblemData): void {
    // The rate limit made it wait, which says nothing about the connection.
    if (problem.kind === 'wait') return;
    this.#set(this.#next(problem.kind === 'auth' ? 'unauthorised' : 'down', problem));
  }

  /** A call for some record failed. */
  failed(problem: ProblemData): void {
    switch (problem.kind) {
      case 'auth':
        this.#set(this.#next('unauthorised', problem));
        return;
      case 'retry':
      case 'outcome-unknown':
        this.#failures++;
        if (this.#health || this.#failures >= failuresUntilDown) this.#set(this.#next('down', problem));
        return;
      case 'rejected':
      case 'wait':
        // It answered, so it works.
        this.#failures = 0;
    }
  }

  #next(state: Health['state'], problem: ProblemData): Health {
    const now = this.clock.now();
    const before = this.#health;
    const since = before?.state === state ? before.since : now;
    // Calls that were under way when the trouble began say nothing new, unless credentials are refused.
    if (before && now < before.probeAt) {
      const isNews = state === 'unauthorised' && before.state === 'down';
      return isNews ? { ...before, state, problem, since } : before;
    }
    // A trouble that turns into another keeps its back-off: the system has already failed this often.
    const probes = (before?.probes ?? 0) + 1;
    const probeAt = Math.max(now + probeBackoffMs(probes, this.clock), problem.retryAt ?? 0);
    return { state, problem, since, probes, probeAt };
  }

  #set(health: Health | null): void {
    if (health === this.#health) return;
    this.#health = health;
    if (health === null) this.#failures = 0;
    this.changed(health);
  }
}
