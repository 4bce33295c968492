import type { Clock } from '../engine/clock.ts';
import type { Alert } from '../engine/reporting/alerts.ts';
import { unmet } from '../engine/request-error.ts';
import { hasTables } from '../engine/storage/migrations.ts';
import type { Sql } from '../engine/storage/sql.ts';
import type { By, Deed, NewDeed, TrailFilter } from '../engine/storage/trail.ts';
import { addressObjection, type Channel, ChannelStore, type NewChannel, sealedChannel } from './channels.ts';
import { Deliveries, type DeliveryPorts, type Said } from './deliveries.ts';
import { type HouseDeed, HouseTrail } from './house-trail.ts';
import { Outbox, type Telling } from './outbox.ts';
import type { Caller } from './roles.ts';
import { forNoneOf } from './scope.ts';
import { prepare } from './tables.ts';
import { type NewToken, TokenStore, type TokenView } from './tokens.ts';

export interface HouseParts {
  readonly sql: Sql;
  readonly clock: Clock;
  /** The ways out, for what is told. */
  readonly out: Omit<DeliveryPorts, 'clock'>;
}

/** All that is told of a channel. */
export type ChannelView = Omit<Channel, 'ref' | 'sealed'>;

/**
 * What belongs to the deployment as a whole, and to no integration. Plain TypeScript: its storage and its clock are handed in.
 * Webhooks and whoever has ADMIN_TOKEN never ask it.
 */
export class House {
  readonly #parts: HouseParts;
  readonly #tokens: TokenStore;
  readonly #trail: HouseTrail;
  readonly #channels: ChannelStore;
  readonly #outbox: Outbox;
  readonly #deliveries: Deliveries;

  constructor(parts: HouseParts) {
    this.#parts = parts;
    this.#tokens = new TokenStore(parts.sql);
    this.#trail = new HouseTrail(parts.sql);
    this.#channels = new ChannelStore(parts.sql);
    this.#outbox = new Outbox(parts.sql);
    const ports = { ...parts.out, clock: parts.clock };
    this.#deliveries = new Deliveries(parts.sql, this.#channels, this.#outbox, ports);
    if (hasTables(parts.sql)) prepare(parts.sql);
  }

  tokens(): TokenView[] {
    return this.#isEmpty ? [] : this.#tokens.list();
  }

  /** `by`: who made it. Its secret is told this once. */
  makeToken(token: NewToken, by: By): TokenView & { readonly token: string } {
    return this.#noted(by, (now) => {
      const made = this.#tokens.make(token, by.who, now);
      const { name, role, integrations } = token;
      return [made, { code: 'token_made', params: { name, role, integrations } }];
    });
  }

  revokeToken(id: number, by: By): TokenView {
    return this.#noted(by, () => this.#revoke(id));
  }

  #revoke(id: number): readonly [TokenView, NewDeed] {
    const gone = this.#tokens.revoke(id);
    return [gone, { code: 'token_revoked', params: { name: gone.name } }];
  }

  /** Somebody deletes an integration, which will not be there to keep that. What was for it alone, tokens and channels, goes with it. */
  deleted(integration: string, by: By): void {
    const { sql, clock } = this.#parts;
    prepare(sql);
    sql.transaction(() => {
      const now = clock.now();
      this.#trail.add(now, integration, by, { code: 'deleted', params: {} });
      const gone = [
        ...forNoneOf(sql, 'tokens', integration).map((id) => this.#revoke(id)),
        ...forNoneOf(sql, 'channels', integration).map((id) => this.#remove(id)),
      ];
      for (const [, deed] of gone) this.#trail.add(now, null, by, deed);
    });
  }

  /** What had been done to an integration that is about to be deleted. */
  keepTrail(integration: string, deeds: readonly Deed[]): void {
    prepare(this.#parts.sql);
    this.#parts.sql.transaction(() => this.#trail.inherit(integration, deeds));
  }

  /** Newest first. */
  trail(filter: TrailFilter, limit: number): HouseDeed[] {
    return this.#isEmpty ? [] : this.#trail.list(filter, limit, this.#parts.clock.now());
  }

  channels(): ChannelView[] {
    return this.#isEmpty ? [] : this.#channels.all().map(viewOf);
  }

  /** `signing`: what a webhook of one's own is signed with, told this once. Throws for an address that nothing is sent to. */
  async addChannel(given: NewChannel, by: By): Promise<ChannelView & { readonly signing: string | null }> {
    const objection = addressObjection(given.kind, given.to);
    if (objection !== null) throw unmet('invalid', objection, {});
    if (given.kind === 'email' && this.#parts.out.mail === null) throw unmet('invalid', 'no_mail', {});
    const { signing = null, ...secret } = await sealedChannel(await this.#parts.out.seal(), given);
    return this.#noted(by, (now) => {
      const { name, kind, integrations } = given;
      const made = viewOf(this.#channels.add(given, secret, now));
      return [
        { ...made, signing },
        { code: 'channel_made', params: { name, kind, integrations } },
      ];
    });
  }

  removeChannel(id: number, by: By): void {
    this.#noted(by, () => this.#remove(id));
  }

  #remove(id: number): readonly [null, NewDeed] {
    const { name } = this.#channels.get(id);
    this.#channels.remove(id);
    return [null, { code: 'channel_removed', params: { name } }];
  }

  /** Sends a test at once, and says what came of it. */
  async testChannel(id: number): Promise<Said> {
    prepare(this.#parts.sql);
    return this.#deliveries.test(this.#channels.get(id));
  }

  /** What was told last, newest first. */
  tellings(): Telling[] {
    return this.#isEmpty ? [] : this.#outbox.tellings();
  }

  /** Takes an alert of an integration for every channel that is for it. When this returns it is stored. */
  tell(alert: Alert): void {
    if (!this.#isEmpty) this.#deliveries.take(alert);
  }

  /** Sends what is due, with so many calls at most: what is left is due at once. Never rejects. */
  async deliver(calls: number): Promise<void> {
    if (!this.#isEmpty) await this.#deliveries.run(calls);
  }

  /** When there is something to send next; null when there never is. */
  nextAt(): number | null {
    return this.#isEmpty ? null : this.#deliveries.nextAt();
  }

  /** Makes a change, and keeps who made it, in one transaction. */
  #noted<Value>(by: By, change: (now: number) => readonly [Value, NewDeed]): Value {
    const { sql, clock } = this.#parts;
    prepare(sql);
    return sql.transaction(() => {
      const now = clock.now();
      const [value, deed] = change(now);
      this.#trail.add(now, null, by, deed);
      return value;
    });
  }

  /** Whose token this is; null for none that is good now. */
  async admit(text: string): Promise<Caller | null> {
    return this.#isEmpty ? null : this.#tokens.admit(text, this.#parts.clock.now());
  }

  /** What the session of a token may do now; null when it is over. */
  standing(token: number): Caller | null {
    return this.#isEmpty ? null : this.#tokens.standing(token, this.#parts.clock.now());
  }

  /** Nothing is stored for whoever only asks. */
  get #isEmpty(): boolean {
    return !hasTables(this.#parts.sql);
  }
}

function viewOf({ ref: _, sealed: __, ...view }: Channel): ChannelView {
  return view;
}
