import { secretToken } from '../../../sandbox/ecwid/index.ts';
import { jorttSettings } from '../../../sandbox/jortt/settings.ts';
import { chance, textOf } from '../../../sandbox/kit/random.ts';
import type { Sandbox } from '../../../sandbox/sandbox.ts';
import type { VirtualClock } from '../../support/virtual-clock.ts';

const { scopes: jorttScopes } = jorttSettings.parse({});

/** A time in which a system refused the credentials, until they were mended. */
export interface Refusal {
  readonly system: 'ecwid' | 'jortt';
  readonly from: number;
  until: number;
}

/** Credentials that stop working in every way there is, and what is done about it. */
export class Refusals {
  readonly all: Refusal[] = [];
  shopToken = secretToken;
  readonly #sandbox: Sandbox;
  readonly #clock: VirtualClock;
  /** Enters new credentials. */
  readonly #enter: (token: string) => Promise<void>;

  constructor(sandbox: Sandbox, clock: VirtualClock, enter: (token: string) => Promise<void>) {
    this.#sandbox = sandbox;
    this.#clock = clock;
    this.#enter = enter;
  }

  /** Returns what mends it. */
  begin(system: 'ecwid' | 'jortt'): () => Promise<void> {
    const mend = system === 'ecwid' ? this.#shop() : this.#books();
    const refusal: Refusal = { system, from: this.#clock.now(), until: Number.POSITIVE_INFINITY };
    this.all.push(refusal);
    return async () => {
      await mend();
      refusal.until = this.#clock.now();
    };
  }

  /** Jortt forgets its tokens: the next call fetches another. */
  async forgetTokens(): Promise<void> {
    const path = chance(() => this.#clock.random(), 0.5) ? '/revoke-tokens' : '/expire-tokens';
    await this.#sandbox.systems.jortt.control().request(path, { method: 'POST' });
  }

  #shop(): () => Promise<void> {
    const { ecwid } = this.#sandbox.systems;
    if (chance(() => this.#clock.random(), 0.5)) {
      ecwid.change({ suspended: true });
      return async () => ecwid.change({ suspended: false });
    }
    const token = `secret_${textOf(() => this.#clock.random(), 'abcdefghijklmnop', 16)}`;
    void ecwid.control().request('/token', { method: 'POST', body: JSON.stringify({ token }) });
    this.shopToken = token;
    return () => this.#enter(this.shopToken);
  }

  #books(): () => Promise<void> {
    const { jortt } = this.#sandbox.systems;
    if (chance(() => this.#clock.random(), 0.5)) {
      jortt.change({ planAllowsApi: false });
      return async () => jortt.change({ planAllowsApi: true });
    }
    jortt.change({ scopes: ['invoices:read'] });
    void this.forgetTokens();
    return async () => jortt.change({ scopes: jorttScopes });
  }
}
