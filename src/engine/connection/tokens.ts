import type { AccessToken, Auth } from '../../connectors/contract/auth.ts';
import { asProblem, problem } from '../../records/problem.ts';
import type { Clock } from '../clock.ts';
import { isUsable } from './authoriser.ts';
import type { Result, TokenPort, UsableToken } from './ports.ts';
import { TokenService } from './token-service.ts';

/** Where a token is kept between uses. Sealed there. */
export interface TokenShelf {
  load(): Promise<AccessToken | null>;
  save(token: AccessToken | null): Promise<void>;
}

export type TokenAuth = Extract<
  Auth,
  { kind: 'client-credentials' | 'signed-assertion' | 'authorization-code' }
>;

/** Where to send the person who may give access. */
export interface AccessRequest {
  readonly url: string;
  /** Proves in the exchange that it was asked for here; empty where the service knows no PKCE. */
  readonly verifier: string;
}

/** What comes back from there, and what it was asked with. */
export interface AccessAnswer {
  /** The query that the service sent the person back with. */
  readonly parameters: URLSearchParams;
  readonly redirectUri: string;
  readonly state: string;
  readonly verifier: string;
}

/** One token per connection, shared by all that call over it, and one refresh at a time. */
export class TokenSource implements TokenPort {
  readonly #service: TokenService;
  #token: AccessToken | null | undefined;
  #refreshing: Promise<AccessToken> | null = null;

  constructor(
    private readonly auth: TokenAuth,
    private readonly shelf: TokenShelf,
    send: (request: Request) => Promise<Response>,
    private readonly clock: Clock,
    /** The system's name, for its problems. */
    private readonly system: string,
    /** Scopes that are needed beyond the connector's own. */
    private readonly besides: readonly string[] = [],
  ) {
    this.#service = new TokenService({ ...auth, scopes: [...auth.scopes, ...besides] }, send, clock, system);
  }

  async token(refused: string | null): Promise<Result<UsableToken>> {
    try {
      const token = refused === null ? await this.get() : await this.replace(refused);
      const { refreshToken: _, ...usable } = token;
      return { ok: true, value: usable };
    } catch (error) {
      return { ok: false, problem: asProblem(error).toData() };
    }
  }

  async get(): Promise<AccessToken> {
    const token = await this.#load();
    return token !== null && token.value !== '' && this.#opens(token) && isUsable(token, this.clock)
      ? token
      : this.#refresh();
  }

  /** A token opens what it was asked for. Where somebody gave access, no other can be had without that person. */
  #opens({ besides = [] }: AccessToken): boolean {
    return this.auth.kind === 'authorization-code' || this.besides.every((scope) => besides.includes(scope));
  }

  /** The system refused this token. Returns a fresh one, unless another call fetched one already. */
  async replace(refused: string): Promise<AccessToken> {
    const token = await this.#load();
    if (token !== null && token.value !== refused) return this.get();
    // The refused token is never used again, even when no other can be fetched now. Its refresh token stays.
    if (token !== null) this.#token = { ...token, value: '' };
    return this.#refresh();
  }

  /** Where somebody may give access, by the authorization code grant (RFC 6749, 4.1). */
  authorizationUrl(redirectUri: string, state: string): Promise<AccessRequest> {
    return this.#service.authorizationUrl(redirectUri, state);
  }

  /** Takes the access that somebody gave. Throws an `auth` problem where it was not given, or is of another request. */
  async exchange(answer: AccessAnswer): Promise<void> {
    await this.#keep(await this.#service.exchange(answer));
  }

  async #load(): Promise<AccessToken | null> {
    if (this.#token === undefined) {
      const loaded = await this.shelf.load();
      // Another call may have loaded or fetched a token in the meantime.
      if (this.#token === undefined) this.#token = loaded;
    }
    return this.#token ?? null;
  }

  #refresh(): Promise<AccessToken> {
    this.#refreshing ??= this.#fetch().finally(() => {
      this.#refreshing = null;
    });
    return this.#refreshing;
  }

  async #fetch(): Promise<AccessToken> {
    if (this.auth.kind !== 'authorization-code') {
      const token = await this.#service.withoutPerson();
      return this.#keep(this.besides.length === 0 ? token : { ...token, besides: this.besides });
    }
    const before = await this.#load();
    if (before === null) throw problem('auth', 'access_not_given', { system: this.system });
    try {
      return await this.#renew(before);
    } catch (error) {
      const stored = await this.shelf.load();
      // The token source from before a change of configuration may have renewed it in the meantime.
      if (stored === null || stored.refreshToken === before.refreshToken) throw error;
      this.#token = stored;
      return isUsable(stored, this.clock) ? stored : this.#renew(stored);
    }
  }

  async #renew(before: AccessToken): Promise<AccessToken> {
    if (before.refreshToken === undefined) {
      throw problem('auth', 'access_not_given', { system: this.system });
    }
    const renewed = await this.#service.refresh(before.refreshToken);
    const now = await this.#load();
    // Somebody has given access anew in the meantime.
    if (now !== null && now.refreshToken !== before.refreshToken) return now;
    return this.#keep({
      ...renewed,
      refreshToken: renewed.refreshToken ?? before.refreshToken,
      extra: { ...before.extra, ...renewed.extra },
    });
  }

  /** Stores it before it is used: the refresh token that it came from may no longer work. */
  async #keep(token: AccessToken): Promise<AccessToken> {
    await this.shelf.save(token);
    this.#token = token;
    return token;
  }
}

/** For connections that use no token. */
export const noTokens: TokenPort = {
  token: async () => ({ ok: false, problem: asProblem(new Error('no token')).toData() }),
};
