import { type JsonObject, textIn } from '../json.ts';
import { textOf } from '../random.ts';
import type { World } from '../stand-in.ts';
import { oneTimePassword } from './one-time-password.ts';
import { Refusal, required } from './refusal.ts';
import { adminPassword, adminUsername, type MagentoSettings, oneTimeSecret } from './settings.ts';

export interface AdminTokensSnapshot {
  tokens: [string, number][];
  failures: number;
  lockedUntil: number;
}

const lifetimeMs = 4 * 3_600_000;
const lockMs = 30 * 60_000;
const failuresToLock = 6;
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Tokens of the admin user: four hours each (sheet 2.4). */
export class AdminTokens {
  #tokens = new Map<string, number>();
  #failures = 0;
  #lockedUntil = 0;
  readonly #world: World;
  readonly #settings: () => MagentoSettings;

  constructor(world: World, settings: () => MagentoSettings) {
    this.#world = world;
    this.#settings = settings;
  }

  has(token: string): boolean {
    return (this.#tokens.get(token) ?? 0) > this.#world.now();
  }

  withPassword(body: JsonObject): string {
    this.#checkPassword(body);
    if (this.#settings().twoFactor) {
      throw new Refusal(400, 'Please use the 2fa provider-specific endpoints to obtain a token.', {
        active_providers: ['google'],
      });
    }
    return this.#issue();
  }

  async withSecondFactor(body: JsonObject): Promise<string> {
    if (body.otp === undefined) throw required('otp');
    this.#checkPassword(body);
    const expected = await oneTimePassword(oneTimeSecret, this.#world.now());
    if (String(body.otp) !== expected) throw new Refusal(401, 'Invalid code.');
    return this.#issue();
  }

  clear(): void {
    this.#tokens.clear();
    this.#failures = 0;
    this.#lockedUntil = 0;
  }

  snapshot(): AdminTokensSnapshot {
    return { tokens: [...this.#tokens], failures: this.#failures, lockedUntil: this.#lockedUntil };
  }

  restore({ tokens, failures, lockedUntil }: AdminTokensSnapshot): void {
    this.#tokens = new Map(tokens);
    this.#failures = failures;
    this.#lockedUntil = lockedUntil;
  }

  #checkPassword(body: JsonObject): void {
    const missing = ['username', 'password'].filter((name) => textIn(body, name) === '');
    if (missing.length > 0) throw required(...missing);
    const now = this.#world.now();
    const right = textIn(body, 'username') === adminUsername && textIn(body, 'password') === adminPassword;
    if (right && now >= this.#lockedUntil) {
      this.#failures = 0;
      return;
    }
    if (!right) this.#failures += 1;
    if (this.#failures >= failuresToLock) {
      this.#lockedUntil = now + lockMs;
      this.#failures = 0;
    }
    const text =
      'The account sign-in was incorrect or your account is disabled temporarily. Please wait and try again later.';
    throw new Refusal(401, text);
  }

  /** Opaque to its holder, with the look of a JWT as from 2.4.4. */
  #issue(): string {
    const token = `eyJraWQiOiIxIn0.${textOf(() => this.#world.random(), letters, 80)}`;
    this.#tokens.set(token, this.#world.now() + lifetimeMs);
    return token;
  }
}
