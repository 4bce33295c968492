import type { Account } from '../../connectors/contract/account.ts';
import type { AccessToken } from '../../connectors/contract/auth.ts';
import type { Connector } from '../../connectors/contract/connector.ts';
import { publicHttpsUrl } from '../../connectors/wire/public-url.ts';
import { asProblem, Problem, problem } from '../../records/problem.ts';
import type { Clock } from '../clock.ts';
import { type BaseUrls, redirected } from '../http/base-url.ts';
import { ofConnection } from '../http/call-problem.ts';
import { ApiClient } from '../http/client.ts';
import { type CallLog, Recorder } from '../http/recorder.ts';
import { type Authoriser, createAuthoriser } from './authoriser.ts';
import { limitsOf, type RateLimits } from './limits/overrides.ts';
import { oneByOne, Permits, type PermitUse } from './permits.ts';
import type { Ended, Ports } from './ports.ts';

/** What a session needs of where it runs. */
export interface Surroundings {
  readonly clock: Clock;
  readonly fetch: typeof fetch;
  readonly baseUrls: BaseUrls;
  readonly rateLimits?: RateLimits | undefined;
}

export interface SessionParts extends Surroundings {
  /** The connection's name in the integration. */
  readonly name: string;
  readonly connectorById: (id: string) => Connector | undefined;
  readonly ports: Ports;
  readonly permitUse?: PermitUse;
  /** Where the account is kept beside the session; else it remembers the one that it opened with. */
  readonly account?: () => Account | null;
}

/**
 * What calls a system: authorisation, base address, client. It runs in the object and in a queue consumer alike; what it
 * keeps and shares lies behind its ports.
 */
export class Session {
  readonly #parts: SessionParts;
  readonly #connector: Connector;
  readonly #credentials: Readonly<Record<string, string>>;
  readonly #authoriser: Authoriser;
  readonly #permits: Permits;
  #account: Account | null;
  #publicUrl: string | null = null;

  private constructor(
    parts: SessionParts,
    connector: Connector,
    credentials: Readonly<Record<string, string>>,
    account: Account | null,
  ) {
    const { ports, clock, rateLimits = {}, permitUse = oneByOne } = parts;
    this.#parts = parts;
    this.#connector = connector;
    this.#credentials = credentials;
    this.#account = account;
    this.#authoriser = createAuthoriser(connector.auth(credentials), ports, clock);
    this.#permits = new Permits(ports, limitsOf(connector, rateLimits), clock, permitUse, connector.name);
  }

  /** Throws an `auth` problem where the credentials cannot be opened. */
  static async open(parts: SessionParts): Promise<Session> {
    const opened = await parts.ports.open();
    if (!opened.ok) throw new Problem(opened.problem);
    const connector = parts.connectorById(opened.value.connector);
    if (connector === undefined) throw new Error(`There is no connector ${opened.value.connector}.`);
    return new Session(parts, connector, opened.value.credentials, await parts.ports.account());
  }

  /** The connection's. */
  get name(): string {
    return this.#parts.name;
  }

  get connector(): Connector {
    return this.#connector;
  }

  /** What a connector calls the system by, for a flow or for none; everything read and written goes to this recorder. */
  api(recorder: CallLog, flow?: string): ApiClient {
    const { name, clock, fetch, baseUrls, account } = this.#parts;
    const connector = this.#connector;
    return new ApiClient({
      connection: name,
      connector,
      baseUrl: (token) => redirected(connector, this.#baseUrl(token), baseUrls),
      authoriser: this.#authoriser,
      permits: this.#permits,
      recorder,
      flow,
      clock,
      fetch,
      account: () => {
        const known = account === undefined ? this.#account : account();
        if (known) return known;
        throw new Error(`The account of ${name} is not read yet.`);
      },
    });
  }

  /** What a token service told: the token must not travel anywhere but to the public internet. */
  #baseUrl(token: AccessToken | null): string {
    const { name } = this.#parts;
    const url = this.#connector.baseUrl(this.#credentials, token);
    if (token === null || url === this.#publicUrl) return url;
    if (!publicHttpsUrl().safeParse(url).success) {
      const params = { system: this.#connector.name, status: 200 };
      throw problem('auth', 'shop_not_found', params, { connection: name });
    }
    this.#publicUrl = url;
    return url;
  }

  /** Tries the credentials and reads the account. Tells the health; throws the problem, which names the connection. */
  async check(recorder = new Recorder()): Promise<Account> {
    const { ports } = this.#parts;
    try {
      const account = await this.#connector.account(this.api(recorder), this.#credentials);
      this.#account = account;
      await ports.keepAccount(account);
      await ports.report({ kind: 'checked', calls: recorder.calls });
      return account;
    } catch (error) {
      const broken = ofConnection(asProblem(error), this.#parts.name);
      await ports.report({ kind: 'broke', problem: broken.toData(), calls: recorder.calls });
      throw broken;
    }
  }

  /** Gives back what it leased and did not use, and tells what its calls brought. */
  async close(): Promise<void> {
    await this.#permits.close();
  }

  /** What `close` would tell of its permits, for whoever tells it in its place. */
  rest(): readonly Ended[] {
    return this.#permits.rest();
  }
}
