/** What a limiter says of a call: null lets it through, a number is the milliseconds to wait. */
interface RateLimit {
  check(key: string, now: number): number | null;
  clear(): void;
}

/** At most so many calls within any period of the given length. Refused calls do not count. */
export class SlidingWindow implements RateLimit {
  readonly #limit: number;
  readonly #windowMs: number;
  readonly #taken = new Map<string, number[]>();

  constructor(limit: number, windowMs: number) {
    this.#limit = limit;
    this.#windowMs = windowMs;
  }

  check(key: string, now: number): number | null {
    const recent = (this.#taken.get(key) ?? []).filter((at) => at > now - this.#windowMs);
    const oldest = recent[0];
    if (oldest !== undefined && recent.length >= this.#limit) {
      this.#taken.set(key, recent);
      return oldest + this.#windowMs - now;
    }
    recent.push(now);
    this.#taken.set(key, recent);
    return null;
  }

  clear(): void {
    this.#taken.clear();
  }
}

/** At most so many calls per window; a window begins with its first call. */
export class FixedWindow implements RateLimit {
  readonly #limit: number;
  readonly #windowMs: number;
  readonly #windows = new Map<string, { from: number; taken: number }>();

  constructor(limit: number, windowMs: number) {
    this.#limit = limit;
    this.#windowMs = windowMs;
  }

  check(key: string, now: number): number | null {
    const current = this.#windows.get(key);
    if (current === undefined || now >= current.from + this.#windowMs) {
      this.#windows.set(key, { from: now, taken: 1 });
      return null;
    }
    if (current.taken >= this.#limit) return current.from + this.#windowMs - now;
    current.taken += 1;
    return null;
  }

  clear(): void {
    this.#windows.clear();
  }
}

/** `Retry-After` counts in whole seconds. */
export function retryAfter(waitMs: number): Record<string, string> {
  return { 'Retry-After': String(Math.max(1, Math.ceil(waitMs / 1000))) };
}
