import type { Account } from '../../connectors/contract/account.ts';
import type { Connector } from '../../connectors/contract/connector.ts';
import { asProblem } from '../../records/problem.ts';
import { redirected } from '../http/base-url.ts';
import type { Health, HealthMonitor } from './health.ts';
import type { RateLimiter } from './limits/rate-limiter.ts';
import type { Ended, Lease, Opened, PermitRequest, Ports, Report, Result, UsableToken } from './ports.ts';
import { openCredentials, type SealedPlace, sealedShelf } from './sealed-secrets.ts';
import type { Surroundings } from './session.ts';
import { noTokens, TokenSource } from './tokens.ts';

/** What the ports give of a connection. */
export interface Kept {
  readonly connector: Connector;
  readonly limiter: RateLimiter;
  readonly health: HealthMonitor;
  readonly account: Account | null;
  /** Asked for with the connector's own. */
  readonly scopes: readonly string[];
  keepAccount(account: Account): void;
  /** Its own check works. */
  checked(calls: number): void;
  /** Somebody may call it now. */
  called(): void;
}

/** Ports over what the object itself keeps. */
export class LocalPorts implements Ports {
  #credentials: Promise<Record<string, string>> | null = null;
  #tokens: Promise<TokenSource | null> | null = null;

  constructor(
    private readonly kept: Kept,
    private readonly sealed: SealedPlace,
    private readonly surroundings: Pick<Surroundings, 'fetch' | 'clock' | 'baseUrls'>,
  ) {}

  /** The end of the sealed credentials: no two are alike, and it tells nothing of them. */
  get mark(): string {
    return this.sealed.row.credentials.slice(-22);
  }

  async open(): Promise<Result<Opened>> {
    try {
      const credentials = await this.credentials();
      return { ok: true, value: { connector: this.kept.connector.id, credentials, mark: this.mark } };
    } catch (error) {
      return { ok: false, problem: asProblem(error).toData() };
    }
  }

  async token(refused: string | null): Promise<Result<UsableToken>> {
    return ((await this.tokens()) ?? noTokens).token(refused);
  }

  async lease(request: PermitRequest, ended: readonly Ended[] = []): Promise<Lease> {
    await this.settle(ended);
    const lease = await this.kept.limiter.lease(request);
    if (lease.granted > 0) this.kept.called();
    return lease;
  }

  async settle(ended: readonly Ended[]): Promise<void> {
    for (const { lease, ...settlement } of ended) this.kept.limiter.settle(lease, settlement);
  }

  async report(report: Report): Promise<Health | null> {
    const { health } = this.kept;
    switch (report.kind) {
      case 'worked':
        health.worked();
        break;
      case 'checked':
        this.kept.checked(report.calls);
        break;
      case 'failed':
        health.failed(report.problem);
        break;
      case 'broke':
        health.broke(report.problem, report.calls);
        break;
    }
    return health.current;
  }

  async account(): Promise<Account | null> {
    return this.kept.account;
  }

  async keepAccount(account: Account): Promise<void> {
    this.kept.keepAccount(account);
  }

  /** Throws an `auth` problem where they cannot be opened. */
  credentials(): Promise<Record<string, string>> {
    this.#credentials ??= openCredentials(this.sealed).catch((error: unknown) => {
      this.#credentials = null;
      throw error;
    });
    return this.#credentials;
  }

  /** Null for a connection that uses none. Throws as `credentials` does. */
  tokens(): Promise<TokenSource | null> {
    this.#tokens ??= this.#createTokens().catch((error: unknown) => {
      this.#tokens = null;
      throw error;
    });
    return this.#tokens;
  }

  async #createTokens(): Promise<TokenSource | null> {
    const { connector, scopes } = this.kept;
    const { fetch, clock, baseUrls } = this.surroundings;
    const auth = connector.auth(await this.credentials());
    const moved = (url: string) => redirected(connector, url, baseUrls);
    switch (auth.kind) {
      case 'headers':
      case 'query':
      case 'signer':
        return null;
      case 'client-credentials':
      case 'signed-assertion':
      case 'authorization-code': {
        const tokenUrl = moved(auth.tokenUrl);
        const here =
          auth.kind === 'authorization-code'
            ? { ...auth, tokenUrl, authorizeUrl: moved(auth.authorizeUrl) }
            : { ...auth, tokenUrl };
        return new TokenSource(here, sealedShelf(this.sealed), fetch, clock, connector.name, scopes);
      }
    }
  }
}
