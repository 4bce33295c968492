/** So many names of what has ended are remembered: whoever waits for one that is forgotten looks a while later. */
const maxEnded = 2_000;

/**
 * The tasks that run in this life of the object, and what has ended meanwhile, by which of them: one that looked before, and is about to
 * wait for just that, would sleep through it.
 */
export class RunningTasks {
  /** Each with how much had ended before it. */
  readonly #running = new Map<number, number>();
  readonly #ended = new Map<string, { readonly number: number; readonly by: number | null }>();
  #numbers = 0;

  get size(): number {
    return this.#running.size;
  }

  start(id: number): void {
    this.#running.set(id, this.#numbers);
  }

  stop(id: number): void {
    this.#running.delete(id);
    if (this.#running.size === 0) this.#ended.clear();
  }

  /** Whether any other one runs. */
  isAnyBut(id: number): boolean {
    return this.#running.size > (this.#running.has(id) ? 1 : 0);
  }

  noteEnded(name: string, by: number | null): void {
    if (this.#running.size === 0) return;
    this.#ended.delete(name);
    this.#ended.set(name, { number: ++this.#numbers, by });
    const [oldest] = this.#ended.size > maxEnded ? this.#ended.keys() : [];
    if (oldest !== undefined) this.#ended.delete(oldest);
  }

  /** Whether what this task is to wait for has ended since it was started, and not by itself. Steps are named after their direction. */
  isOver(id: number, awaits: string): boolean {
    const since = this.#running.get(id);
    if (since === undefined) return false;
    return [...this.#ended].some(
      ([name, { number, by }]) => number > since && by !== id && name.endsWith(awaits),
    );
  }
}
