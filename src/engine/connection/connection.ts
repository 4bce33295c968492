import type { Account } from '../../connectors/contract/account.ts';
import type { Connector } from '../../connectors/contract/connector.ts';
import { asProblem, type Problem } from '../../records/problem.ts';
import { ofConnection } from '../http/call-problem.ts';
import type { ApiClient } from '../http/client.ts';
import { Recorder } from '../http/recorder.ts';
import type { Seal } from '../privacy/sealing.ts';
import { conflict } from '../request-error.ts';
import type { ConnectionRow, ConnectionStore } from '../storage/connections.ts';
import { type Standing, standingOf } from './account-places.ts';
import type { Contact, Contacts } from './contacts.ts';
import { type Health, HealthMonitor, type StrainShelf } from './health.ts';
import type { RateLimiter } from './limits/rate-limiter.ts';
import { LocalPorts } from './local-ports.ts';
import { Session, type Surroundings } from './session.ts';
import type { AccessAnswer, AccessRequest, TokenSource } from './tokens.ts';

/** An account's currency, time zone and traits are read again after this long. */
const accountLivesMs = 24 * 3_600_000;

export interface ConnectionParts extends Surroundings {
  readonly integration: string;
  readonly row: ConnectionRow;
  readonly connector: Connector;
  /** Asked for with the connector's own. */
  readonly scopes?: readonly string[];
  readonly store: ConnectionStore;
  readonly seal: Seal;
  readonly limiter: RateLimiter;
  /** Where it is kept what was tried in vain; absent: nowhere. */
  readonly strain?: StrainShelf;
  /** Where it is kept when its account was last in contact; absent: nowhere. */
  readonly contacts?: Contacts;
  readonly healthChanged: (connection: Connection) => void;
  /** It was away since then, and is no more. */
  readonly isBack?: ((connection: Connection, awaySince: number) => void) | undefined;
  /** Which account the connection works with, now that its credentials open this one. */
  readonly meet: (identity: string) => Standing;
  /** It works with another account than before. */
  readonly placed: () => void;
  /** False once a change of configuration put another in its place. */
  readonly isCurrent: () => boolean;
}

/** One authorised account as the object keeps it: credentials, token, rate limits, health, account, shared by everything that calls. */
export class Connection {
  readonly name: string;
  readonly connector: Connector;
  readonly limiter: RateLimiter;
  readonly health: HealthMonitor;
  readonly #parts: ConnectionParts;
  readonly #ports: LocalPorts;
  #account: Account | null;
  #accountAt: number;
  #standing: Standing;
  #checkNotBefore = 0;
  #verifying: Promise<boolean> | null = null;
  #session: Promise<Session> | null = null;

  constructor(parts: ConnectionParts) {
    const { row, connector, clock, seal } = parts;
    this.#parts = parts;
    this.name = row.name;
    this.connector = connector;
    this.limiter = parts.limiter;
    const changed = (health: Health | null) =>
      this.#store((store) => {
        store.setHealth(row.name, health);
        parts.healthChanged(this);
      });
    this.health = new HealthMonitor(row.health, clock, changed, parts.strain);
    // When the key is lost, the account counts as unread, so that the next check reports it.
    this.#account = seal.knows(row.credentials) ? row.account : null;
    this.#accountAt = row.accountAt;
    // What fetches tokens counts for the connection, since no task's own record shows it.
    const fetch = ((...call: Parameters<typeof parts.fetch>) => {
      this.health.spent(1);
      return parts.fetch(...call);
    }) as typeof parts.fetch;
    this.#standing = standingOf(row);
    this.#ports = new LocalPorts(this, parts, { ...parts, fetch });
  }

  /** What a session over this connection keeps and shares, wherever it runs. */
  get ports(): LocalPorts {
    return this.#ports;
  }

  get account(): Account | null {
    return this.#account;
  }

  /** What the flows need beyond the scopes that the connector asks for in any case. */
  get scopes(): readonly string[] {
    return this.#parts.scopes ?? [];
  }

  /**
   * When its check is due: the probe of a connection in trouble, or a look at an account that is not known or old. Not
   * while the limits let no check through, whatever they would let.
   */
  get checkAt(): number {
    const { current } = this.health;
    const accountAt = this.#account === null ? 0 : this.#accountAt + accountLivesMs;
    return Math.max(current === null ? accountAt : current.probeAt, this.#checkNotBefore);
  }

  keepAccount(account: Account): void {
    this.#account = account;
    this.#accountAt = this.#parts.clock.now();
    this.#store((store) => {
      store.setAccount(this.name, account, this.#accountAt);
      if (account.identity === undefined) return;
      const before = this.#standing;
      this.#standing = this.#parts.meet(account.identity);
      if (before.place !== this.#standing.place || before.changed !== this.#standing.changed)
        this.#parts.placed();
    });
  }

  /** What all that is kept of its account is keyed by. */
  get place(): string {
    return this.#standing.place;
  }

  /** Its credentials open another account than before: nothing is done with it until a person says what that means. */
  get isOtherAccount(): boolean {
    return this.#standing.changed;
  }

  /** When its account was last called, by whomever, or last told of something. Epoch milliseconds; null for never. */
  lastContact(contact: Contact): number | null {
    return this.#parts.contacts?.last(contact, this.place) ?? null;
  }

  /** Its account told of something. */
  heard(): void {
    this.#note('heard');
  }

  /** A permit for calls was given. */
  called(): void {
    this.#note('called');
  }

  #note(contact: Contact): void {
    if (this.#parts.isCurrent()) this.#parts.contacts?.note(contact, this.place);
  }

  /** When it was last read what account it opens; epoch milliseconds, 0 for never. */
  get accountAt(): number {
    return this.#accountAt;
  }

  /** Its own check works: what waited because it did not goes on as it was before. */
  checked(calls: number): void {
    const awaySince = this.health.checked(calls);
    if (awaySince !== null && this.#parts.isCurrent()) this.#parts.isBack?.(this, awaySince);
  }

  credentials(): Promise<Record<string, string>> {
    return this.#ports.credentials();
  }

  /** For a flow, or for none. */
  async api(recorder: Recorder, flow?: string): Promise<ApiClient> {
    return (await this.#open()).api(recorder, flow);
  }

  /**
   * Whether its own check works although this call was refused: then what was refused is that kind of call, and not the
   * connection. Several that ask at once share one check.
   */
  async works(): Promise<boolean> {
    if (this.health.current?.state === 'unauthorised') return false;
    const recorder = new Recorder();
    this.#verifying ??= this.check(recorder)
      .finally(() => this.health.spent(recorder.calls))
      .then(
        () => true,
        () => false,
      )
      .finally(() => {
        this.health.spent(1);
        this.#verifying = null;
      });
    return this.#verifying;
  }

  /** Tries the credentials and reads the account. Tells the health; throws the problem. */
  async check(recorder = new Recorder()): Promise<Account> {
    const session = await this.#open().catch((error: unknown) => {
      const problem = this.named(asProblem(error));
      this.health.broke(problem.toData());
      throw problem;
    });
    try {
      return await session.check(recorder);
    } catch (error) {
      const { kind, retryAt = 0 } = asProblem(error);
      if (kind === 'wait') this.#checkNotBefore = retryAt;
      throw error;
    }
  }

  /** Where somebody may give access. Throws a `conflict` where the system asks nobody. */
  async authorizationUrl(redirectUri: string, state: string): Promise<AccessRequest> {
    return (await this.#tokens()).authorizationUrl(redirectUri, state);
  }

  /** Takes the access that somebody gave; what waits for it goes on with the next check. */
  async exchange(answer: AccessAnswer): Promise<void> {
    await (await this.#tokens()).exchange(answer);
  }

  async #tokens(): Promise<TokenSource> {
    const { kind } = this.connector.auth(await this.credentials());
    const tokens = kind === 'authorization-code' ? await this.#ports.tokens() : null;
    if (tokens === null) throw conflict('access_not_asked', { name: this.name });
    return tokens;
  }

  /** A problem that says which connection it is of. */
  named(problem: Problem): Problem {
    return ofConnection(problem, this.name);
  }

  /** Stores nothing once the connection was replaced: what its last calls bring belongs to the old credentials. */
  #store(change: (store: ConnectionStore) => void): void {
    if (this.#parts.isCurrent()) change(this.#parts.store);
  }

  #open(): Promise<Session> {
    this.#session ??= Session.open({
      ...this.#parts,
      name: this.name,
      connectorById: () => this.connector,
      ports: this.#ports,
      account: () => this.#account,
    }).catch((error: unknown) => {
      this.#session = null;
      throw error;
    });
    return this.#session;
  }
}
