import type { World } from '../../kit/stand-in.ts';
import { Store } from '../../kit/store/store.ts';
import { refused } from '../refusal.ts';
import type { SalesforceSettings } from '../settings.ts';

const partMs = 300_000;
const dayMs = 86_400_000;

/** Calls of the last 24 hours, in parts of five minutes. The first above the limit is refused; refused ones do not count. */
export class ApiUsage extends Store {
  readonly #parts = this.records<number>('parts');
  readonly #settings: () => SalesforceSettings;

  constructor(world: World, settings: () => SalesforceSettings) {
    super(world, () => 0);
    this.#settings = settings;
  }

  used(): number {
    const oldest = this.world.now() - dayMs;
    let sum = 0;
    for (const [part, count] of this.#parts.entries()) {
      if ((Number(part) + 1) * partMs <= oldest) this.#parts.delete(part);
      else sum += count;
    }
    return sum;
  }

  /** Throws REQUEST_LIMIT_EXCEEDED. */
  count(times = 1): void {
    const { limits, dailyCalls } = this.#settings();
    if (limits && this.used() >= dailyCalls) {
      throw refused(403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.');
    }
    const part = String(Math.floor(this.world.now() / partMs));
    this.#parts.set(part, (this.#parts.get(part) ?? 0) + times);
  }

  header(): Record<string, string> {
    return { 'Sforce-Limit-Info': `api-usage=${this.used()}/${this.#settings().dailyCalls}` };
  }
}
