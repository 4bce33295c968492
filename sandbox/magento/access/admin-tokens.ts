import { IssuedTokens } from '../../kit/access/issued-tokens.ts';
import { type JsonObject, textIn } from '../../kit/json.ts';
import { textOf } from '../../kit/random.ts';
import type { World } from '../../kit/stand-in.ts';
import { Store } from '../../kit/store/store.ts';
import { refusal, required, requireFields } from '../refusal.ts';
import { adminPassword, adminUsername, type MagentoSettings, oneTimeSecret } from '../settings.ts';
import { oneTimePassword } from './one-time-password.ts';

const lifeMs = 4 * 3_600_000;
const lockMs = 30 * 60_000;
const maxFailures = 6;
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Tokens of the admin user: four hours each (sheet 2.4). */
export class AdminTokens extends Store {
  readonly #tokens = this.keep('tokens', new IssuedTokens<null>(this.world));
  readonly #failures = this.cell('failures', 0);
  readonly #lockedUntil = this.cell('lockedUntil', 0);
  readonly #settings: () => MagentoSettings;

  constructor(world: World, settings: () => MagentoSettings) {
    super(world, () => 0);
    this.#settings = settings;
  }

  has(token: string): boolean {
    return this.#tokens.look(token).kind === 'valid';
  }

  withPassword(body: JsonObject): string {
    this.#checkPassword(body);
    if (this.#settings().twoFactor) {
      throw refusal(400, 'Please use the 2fa provider-specific endpoints to obtain a token.', {
        active_providers: ['google'],
      });
    }
    return this.#issue();
  }

  async withSecondFactor(body: JsonObject): Promise<string> {
    if (body.otp === undefined) throw required('otp');
    this.#checkPassword(body);
    const expected = await oneTimePassword(oneTimeSecret, this.world.now());
    if (String(body.otp) !== expected) throw refusal(401, 'Invalid code.');
    return this.#issue();
  }

  #checkPassword(body: JsonObject): void {
    requireFields(body, ['username', 'password'], (value) => typeof value !== 'string' || value === '');
    const now = this.world.now();
    const isRight = textIn(body, 'username') === adminUsername && textIn(body, 'password') === adminPassword;
    if (isRight && now >= this.#lockedUntil.value) {
      this.#failures.value = 0;
      return;
    }
    if (!isRight) this.#failures.value += 1;
    if (this.#failures.value >= maxFailures) {
      this.#lockedUntil.value = now + lockMs;
      this.#failures.value = 0;
    }
    const text =
      'The account sign-in was incorrect or your account is disabled temporarily. Please wait and try again later.';
    throw refusal(401, text);
  }

  /** Opaque, but formed like a JWT, as since 2.4.4. */
  #issue(): string {
    const token = `eyJraWQiOiIxIn0.${textOf(() => this.world.random(), letters, 80)}`;
    this.#tokens.add(token, null, lifeMs);
    return token;
  }
}
