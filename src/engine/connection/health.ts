import type { ProblemData } from '../../records/problem.ts';
import { probeBackoffMs } from '../backoff.ts';
import type { Clock } from '../clock.ts';
import { eased, failedBy, noStrain, type Strain, strained, triesFrom } from './strain.ts';

/** What is wrong with a connection. A connection without trouble has none. */
export interface Health {
  readonly state: 'down' | 'unauthorised';
  readonly problem: ProblemData;
  readonly since: number;
  readonly probes: number;
  /** No call before this moment; then one probe. */
  readonly probeAt: number;
  /** Since when its own check fails, so that nothing can be done over it; null or absent while only other calls fail. */
  readonly awaySince?: number | null;
  /** When its own check last worked in this trouble. */
  readonly checkedAt?: number | null;
}

/** Who failed, and what that cost. */
export interface Try {
  /** A task or poll; null counts as somebody new each time. */
  readonly by: string | null;
  readonly calls: number;
}

/** Where the strain is kept beside the connection, so that it outlives the object. */
export interface StrainShelf {
  load(): Strain | null;
  save(strain: Strain): void;
}

/** When so many different records have failed since it last worked, the connection is at fault. */
const failuresUntilDown = 3;
/** A check that worked is believed for so long: what fails then fails by itself. */
const checkLivesMs = 3_600_000;
/** More of those that failed need not be remembered. */
const maxRemembered = 20;

const noShelf: StrainShelf = { load: () => null, save: () => undefined };

/**
 * Decides when a connection as a whole is in trouble, so that its tasks wait instead of failing one by one: at once when
 * its credentials are refused, after some records in a row when it does not answer. Its own check shows only that the
 * check works: then one task goes first, and the trouble ends with it. However it fails, and whatever fails over it, what
 * is tried in vain stays within bounds (strain.ts). Calls `changed` after every change.
 */
export class HealthMonitor {
  #health: Health | null;
  #strain: Strain;
  /** Whether the shelf has one that must be taken away. */
  #isKept: boolean;

  constructor(
    health: Health | null,
    private readonly clock: Clock,
    private readonly changed: (health: Health | null) => void,
    private readonly shelf: StrainShelf = noShelf,
  ) {
    this.#health = health;
    this.#strain = shelf.load() ?? noStrain;
    this.#isKept = this.#strain.calls > 0 || this.#strain.failing.length > 0;
  }

  get current(): Health | null {
    return this.#health;
  }

  /** Somebody failed since it last worked: what comes next goes alone. */
  get isDoubtful(): boolean {
    return this.#health !== null || this.#strain.failing.length > 0;
  }

  /** From when on what failed before may be tried again. */
  get retriesFrom(): number {
    return triesFrom(this.#strain, this.clock.now());
  }

  /** From when on one task may go first; null while there is no trouble, or the check must work before. */
  get triesFrom(): number | null {
    const health = this.#health;
    return health === null || this.needsCheck ? null : Math.max(health.probeAt, this.retriesFrom);
  }

  /** Whether the next probe is the check. Without it one task goes first. */
  get needsCheck(): boolean {
    const health = this.#health;
    if (health === null) return false;
    const { awaySince = null, checkedAt = null, probeAt } = health;
    return (
      awaySince !== null ||
      checkedAt === null ||
      Math.max(probeAt, this.clock.now()) - checkedAt > checkLivesMs
    );
  }

  /**
   * Something was done over it, with so many calls. `again`: by one that had failed before, so what made it fail is over.
   */
  worked(again = false, calls = 0): void {
    const strain = again ? noStrain : eased(this.#strain, calls, this.clock.now());
    if (this.#isKept) this.#strained(strain);
    else this.#strain = strain;
    if (this.#health) this.#set(null);
  }

  /**
   * Its own check works. Returns since when it had failed, or null. A check ends only what it tried: where records failed
   * too, one of them goes first.
   */
  checked(calls = 0): number | null {
    const health = this.#health;
    if (health === null) return null;
    this.#strained(strained(this.#strain, calls, this.clock.now()));
    const now = this.clock.now();
    const isTried = this.#strain.failing.length === 0;
    const probeAt = Math.min(health.probeAt, now);
    this.#set(isTried ? null : { ...health, awaySince: null, checkedAt: now, probeAt });
    return health.awaySince ?? null;
  }

  /** Calls beside those of a try that failed over it: for tokens, and of tries that had to wait once more. */
  spent(calls: number): void {
    const strain = strained(this.#strain, calls, this.clock.now());
    if (this.isDoubtful) this.#strained(strain);
    // A token now and then is not worth a row.
    else this.#strain = strain;
  }

  /** Somebody entered new credentials, or says that it works now. */
  forget(): void {
    this.#strained(noStrain);
  }

  /** The connection's own check failed: nothing can be done over it, whatever the reason. */
  broke(problem: ProblemData, calls = 0): void {
    // The rate limit made it wait, which says nothing about the connection.
    if (problem.kind === 'wait') return;
    this.#spendOn(calls);
    const now = this.clock.now();
    const before = this.#health;
    const next = this.#next(problem.kind === 'auth' ? 'unauthorised' : 'down', problem);
    // Where no check has worked in this trouble, it was away from its beginning.
    const from = before === null ? this.#firstFailure : before.checkedAt ? now : before.since;
    this.#set({ ...next, awaySince: before?.awaySince ?? from });
  }

  /** A call for some record failed. */
  failed(problem: ProblemData, { by, calls }: Try = { by: null, calls: 0 }): void {
    switch (problem.kind) {
      case 'auth':
        this.#spendOn(calls);
        this.#set(this.#next('unauthorised', problem));
        return;
      case 'retry':
      case 'outcome-unknown':
        this.#failedOver(problem, { by, calls });
        return;
      case 'rejected':
        // It answered, so it works.
        this.worked();
        return;
      case 'wait':
        // What a try read before it had to wait was read in vain, where something fails already.
        if (this.isDoubtful) this.#spendOn(calls);
        this.#strained({ ...this.#strain, failing: [] });
    }
  }

  /** One kind of call is refused, without which nothing comes of any record: after some of them the others wait. */
  refused(problem: ProblemData, failed: Try): void {
    this.#failedOver(problem, failed);
  }

  #failedOver(problem: ProblemData, { by, calls }: Try): void {
    this.#spendOn(calls);
    const who = by ?? `#${this.#strain.failing.length}`;
    if (this.#strain.failing.length < maxRemembered)
      this.#strained(failedBy(this.#strain, who, this.clock.now()));
    const isDown = this.#strain.failing.length >= failuresUntilDown;
    if (this.#health || isDown) this.#set(this.#next('down', problem));
  }

  get #firstFailure(): number {
    return this.#strain.failing.length > 0 ? this.#strain.since : this.clock.now();
  }

  #spendOn(calls: number): void {
    if (calls === 0) return;
    const cost = Math.max(calls, this.#strain.cost);
    this.#strained({ ...strained(this.#strain, calls, this.clock.now()), cost });
  }

  #next(state: Health['state'], problem: ProblemData): Health {
    const now = this.clock.now();
    const before = this.#health;
    const since = before?.state === state ? before.since : before === null ? this.#firstFailure : now;
    const triesFrom = this.retriesFrom;
    // Calls that were under way when the trouble began say nothing new, unless credentials are refused.
    if (before && now < before.probeAt) {
      const isNews = state === 'unauthorised' && before.state === 'down';
      const isLater = triesFrom > before.probeAt;
      const probeAt = isLater ? triesFrom : before.probeAt;
      return isNews
        ? { ...before, state, problem, since, probeAt }
        : isLater
          ? { ...before, probeAt }
          : before;
    }
    // A trouble that turns into another keeps its back-off: the system has already failed this often.
    const probes = (before?.probes ?? 0) + 1;
    const probeAt = Math.max(now + probeBackoffMs(probes, this.clock), problem.retryAt ?? 0, triesFrom);
    const { awaySince = null, checkedAt = null } = before ?? {};
    return { state, problem, since, probes, probeAt, awaySince, checkedAt };
  }

  #strained(strain: Strain): void {
    const isSame = JSON.stringify(strain) === JSON.stringify(this.#strain);
    this.#strain = strain;
    if (isSame) return;
    this.#isKept = strain !== noStrain;
    this.shelf.save(strain);
  }

  #set(health: Health | null): void {
    if (health === this.#health) return;
    this.#health = health;
    this.changed(health);
  }
}
