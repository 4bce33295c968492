import type { World } from '../stand-in.ts';
import type { Part } from '../store/kept.ts';
import { Records } from '../store/records.ts';

export interface IssuedToken<Detail> {
  readonly issuedAt: number;
  /** Null when the token does not expire. */
  readonly expiresAt: number | null;
  readonly isRevoked: boolean;
  /** What the token stands for: its scopes, its secret. */
  readonly detail: Detail;
}

export type TokenState<Detail> =
  | { readonly kind: 'valid'; readonly detail: Detail }
  | { readonly kind: 'unknown' | 'revoked' | 'expired' };

/** The tokens that a system has issued, and their state. Those in `lasting` exist from the start. */
export class IssuedTokens<Detail> implements Part {
  readonly #world: World;
  readonly #lasting: Readonly<Record<string, Detail>>;
  readonly #tokens = new Records<IssuedToken<Detail>>();

  constructor(world: World, lasting: Readonly<Record<string, Detail>> = {}) {
    this.#world = world;
    this.#lasting = lasting;
    this.clear();
  }

  get count(): number {
    return this.#tokens.size;
  }

  add(token: string, detail: Detail, lifeMs: number | null = null): IssuedToken<Detail> {
    const issuedAt = this.#world.now();
    const expiresAt = lifeMs === null ? null : issuedAt + lifeMs;
    const issued = { issuedAt, expiresAt, isRevoked: false, detail };
    this.#tokens.set(token, issued);
    return issued;
  }

  look(token: string): TokenState<Detail> {
    const found = this.#tokens.get(token);
    if (found === undefined) return { kind: 'unknown' };
    if (found.isRevoked) return { kind: 'revoked' };
    if (found.expiresAt !== null && found.expiresAt <= this.#world.now()) return { kind: 'expired' };
    return { kind: 'valid', detail: found.detail };
  }

  /** As `look`, but also of a token that is revoked or has expired. */
  detailOf(token: string): Detail | undefined {
    return this.#tokens.get(token)?.detail;
  }

  delete(token: string): void {
    this.#tokens.delete(token);
  }

  revokeAll(): void {
    for (const [token, each] of this.#tokens.entries()) this.#tokens.set(token, { ...each, isRevoked: true });
  }

  expireAll(): void {
    const expiresAt = this.#world.now();
    for (const [token, each] of this.#tokens.entries()) this.#tokens.set(token, { ...each, expiresAt });
  }

  snapshot(): [string, IssuedToken<Detail>][] {
    return this.#tokens.snapshot();
  }

  restore(tokens: [string, IssuedToken<Detail>][]): void {
    this.#tokens.restore(tokens);
  }

  clear(): void {
    this.#tokens.clear();
    for (const [token, detail] of Object.entries(this.#lasting)) this.add(token, detail);
  }
}
