/** Pause after a run that did nothing although something seemed due. */
const idleMs = 1_000;
/** An alarm that is this late is considered lost. */
const lostAfterMs = 60_000;

/** The one alarm of an object. Every setting is a billed write, so it is set only when it must come earlier. */
export class AlarmClock {
  readonly #storage: DurableObjectStorage;
  #at: number | null = null;
  #runningSince: number | null = null;

  constructor(storage: DurableObjectStorage) {
    this.#storage = storage;
  }

  async read(): Promise<void> {
    this.#at = await this.#storage.getAlarm();
  }

  /** Call this when the alarm goes off. No alarm needs to be set until `ended`. */
  started(): void {
    this.#at = null;
    this.#runningSince = Date.now();
  }

  async ended(next: number | null, worked: boolean): Promise<void> {
    this.#runningSince = null;
    if (next !== null) await this.#set(worked ? next : Math.max(next, Date.now() + idleMs));
  }

  /** Makes sure that the alarm goes off at this moment or earlier. */
  async arm(next: number | null): Promise<void> {
    if (next === null || this.#runningSince !== null) return;
    if (this.#at === null || this.#at > next) await this.#set(next);
  }

  async clear(): Promise<void> {
    this.#at = null;
    await this.#storage.deleteAlarm();
  }

  /** Like `arm`, but also resets an alarm that is long overdue. Returns whether there was one. */
  async watch(next: number | null): Promise<boolean> {
    const now = Date.now();
    const stalled = this.#runningSince !== null && now - this.#runningSince > 15 * 60_000;
    const due = this.#at ?? next;
    const lost = this.#runningSince === null && due !== null && now - due > lostAfterMs;
    if (stalled) this.#runningSince = null;
    if (stalled || lost) this.#at = null;
    await this.arm(next);
    return stalled || lost;
  }

  async #set(at: number): Promise<void> {
    this.#at = Math.max(at, Date.now());
    await this.#storage.setAlarm(this.#at);
  }
}
