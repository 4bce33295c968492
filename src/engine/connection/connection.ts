import type { Account } from '../../connectors/contract/account.ts';
import type { Connector } from '../../connectors/contract/connector.ts';
import { asProblem, Problem, problem } from '../../records/problem.ts';
import type { Clock } from '../clock.ts';
import { type BaseUrls, redirected } from '../http/base-url.ts';
import { ApiClient } from '../http/client.ts';
import { Recorder } from '../http/recorder.ts';
import type { ConnectionRow, ConnectionStore } from '../storage/connections.ts';
import { type Seal, SealError } from '../storage/sealing.ts';
import { type Authoriser, createAuthoriser } from './authoriser.ts';
import { HealthMonitor } from './health.ts';
import type { RateLimiter } from './rate-limit.ts';
import { type AccessToken, TokenSource } from './tokens.ts';

/** An account's currency, time zone and traits are read again after this long. */
const accountLivesMs = 24 * 3_600_000;

export interface ConnectionParts {
  readonly integration: string;
  readonly row: ConnectionRow;
  readonly connector: Connector;
  readonly store: ConnectionStore;
  readonly seal: Seal;
  readonly clock: Clock;
  readonly fetch: typeof fetch;
  readonly baseUrls: BaseUrls;
  readonly limiter: RateLimiter;
  readonly healthChanged: (connection: Connection) => void;
  /** False once a change of configuration put another in its place. */
  readonly isCurrent: () => boolean;
}

/** One authorised account at work: its credentials, token, rate limit and health, shared by all tasks. */
export class Connection {
  readonly name: string;
  readonly connector: Connector;
  readonly limiter: RateLimiter;
  readonly health: HealthMonitor;
  #account: Account | null;
  #accountAt: number;
  #opened: Promise<{ credentials: Record<string, string>; authoriser: Authoriser }> | null = null;

  constructor(private readonly parts: ConnectionParts) {
    const { row, connector, clock } = parts;
    this.name = row.name;
    this.connector = connector;
    this.limiter = parts.limiter;
    this.health = new HealthMonitor(row.health, clock, (health) => {
      this.#store((store) => {
        store.setHealth(row.name, health);
        parts.healthChanged(this);
      });
    });
    // Where the key is lost, it is as if the account was never read: at once a look shows that of every connection.
    this.#account = parts.seal.knows(row.credentials) ? row.account : null;
    this.#accountAt = row.accountAt;
  }

  get account(): Account | null {
    return this.#account;
  }

  async credentials(): Promise<Record<string, string>> {
    return (await this.#open()).credentials;
  }

  async api(recorder: Recorder): Promise<ApiClient> {
    const { connector, clock, fetch, baseUrls } = this.parts;
    const { credentials, authoriser } = await this.#open();
    return new ApiClient({
      connection: this.name,
      connector,
      baseUrl: redirected(connector, connector.baseUrl(credentials), baseUrls),
      authoriser,
      limiter: this.limiter,
      recorder,
      clock,
      fetch,
      account: () => {
        if (this.#account) return this.#account;
        throw new Error(`The account of ${this.name} is not read yet.`);
      },
    });
  }

  /** Whether the account must be read before any record. */
  get accountIsDue(): boolean {
    return this.#account === null || this.parts.clock.now() - this.#accountAt > accountLivesMs;
  }

  /** Tries the credentials and reads the account. Tells the health; throws the problem. */
  async check(recorder = new Recorder()): Promise<Account> {
    try {
      const account = await this.connector.check(await this.api(recorder), await this.credentials());
      this.#account = account;
      this.#accountAt = this.parts.clock.now();
      this.#store((store) => store.setAccount(this.name, account, this.#accountAt));
      this.health.worked();
      return account;
    } catch (error) {
      const problem = this.named(asProblem(error));
      this.health.broke(problem.toData());
      throw problem;
    }
  }

  /** A problem that says which connection it is of. */
  named(problem: Problem): Problem {
    return problem.connection === undefined
      ? new Problem({ ...problem.toData(), connection: this.name }, { cause: problem.cause })
      : problem;
  }

  /** What calls that were under way when it was replaced still bring is of its own credentials, not of its successor's. */
  #store(change: (store: ConnectionStore) => void): void {
    if (this.parts.isCurrent()) change(this.parts.store);
  }

  #open() {
    this.#opened ??= this.#openCredentials().catch((error: unknown) => {
      this.#opened = null;
      throw error;
    });
    return this.#opened;
  }

  async #openCredentials() {
    const { row, seal, integration, connector } = this.parts;
    const place = credentialsPlace(integration, row.name);
    let credentials: Record<string, string>;
    try {
      credentials = (await seal.open(place, row.credentials)) as Record<string, string>;
    } catch (error) {
      throw secretUnreadable(row.name, error);
    }
    if (seal.isStale(row.credentials)) {
      const sealed = await seal.seal(place, credentials);
      this.#store((store) => store.reseal(row.name, sealed));
    }
    const authoriser = createAuthoriser(connector.authorize(credentials), (authorization) => {
      const tokenUrl = redirected(connector, authorization.tokenUrl, this.parts.baseUrls);
      return new TokenSource(
        { ...authorization, tokenUrl },
        this.#shelf(),
        this.parts.fetch,
        this.parts.clock,
        connector.name,
      );
    });
    return { credentials, authoriser };
  }

  #shelf() {
    const { row, seal, integration } = this.parts;
    const place = `${integration}/connections/${row.name}/token`;
    return {
      load: async (): Promise<AccessToken | null> => {
        if (row.token === null) return null;
        try {
          return (await seal.open(place, row.token)) as AccessToken;
        } catch {
          // A token is cheap to fetch again.
          return null;
        }
      },
      save: async (token: AccessToken | null) => {
        const sealed = token && (await seal.seal(place, token));
        this.#store((store) => store.setToken(row.name, sealed));
      },
    };
  }
}

export function credentialsPlace(integration: string, connection: string): string {
  return `${integration}/connections/${connection}/credentials`;
}

function secretUnreadable(connection: string, error: unknown): Problem {
  return problem(
    'auth',
    'secret_unreadable',
    { name: connection, reason: error instanceof SealError ? error.code : 'unreadable' },
    { connection },
  );
}
