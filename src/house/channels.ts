import { z } from 'zod';
import { newSigningSecret } from '../alerts/signature.ts';
import { publicAddressObjection } from '../connectors/wire/public-url.ts';
import type { Seal } from '../engine/privacy/sealing.ts';
import { conflict, notFound } from '../engine/request-error.ts';
import type { Row, Sql } from '../engine/storage/sql.ts';
import type { Language } from '../texts/languages.ts';

/** `webhook`: one of the merchant's own, signed. */
export const channelKinds = ['slack', 'discord', 'email', 'webhook'] as const;
export type ChannelKind = (typeof channelKinds)[number];

/** More than people set up; every alert goes to all that are for its link. */
const maxChannels = 20;

/** Where it goes. Sealed: whoever has the address of a webhook may write there. */
export interface ChannelSecret {
  readonly to: string;
  /** A webhook of one's own is signed with it. */
  readonly signing?: string | undefined;
}

/** A day's summary is sent at this hour of the day, in this time zone. */
export interface SummaryTime {
  readonly hour: number;
  readonly zone: string;
}

export interface NewChannel {
  readonly kind: ChannelKind;
  readonly name: string;
  readonly to: string;
  /** Null for all that there are and will be. */
  readonly integrations: readonly string[] | null;
  readonly language: Language;
  readonly summary: SummaryTime | null;
}

export interface Channel extends Omit<NewChannel, 'to'> {
  readonly id: number;
  /** The place that its secret is sealed for. */
  readonly ref: string;
  readonly sealed: string;
  /** Of `to`, so much that people know it again. */
  readonly shown: string;
  readonly createdAt: number;
  readonly failures: number;
  readonly notBefore: number;
}

/** Why an address cannot be that of a channel; null where it can. */
export function addressObjection(kind: ChannelKind, to: string): 'no_email' | 'not_public' | null {
  if (kind === 'email') return z.email().max(254).safeParse(to).success ? null : 'no_email';
  return to.length <= 2_000 && publicAddressObjection(to) === null ? null : 'not_public';
}

/** Never enough to write there. */
export function masked(kind: ChannelKind, to: string): string {
  if (kind !== 'email') return `${new URL(to).hostname}/…`;
  const [name = '', host = ''] = to.split('@');
  return `${name.slice(0, 1)}…@${host}`;
}

export async function sealedChannel(seal: Seal, { kind, to }: Pick<NewChannel, 'kind' | 'to'>) {
  const ref = crypto.randomUUID();
  const signing = kind === 'webhook' ? newSigningSecret() : undefined;
  const secret: ChannelSecret = signing === undefined ? { to } : { to, signing };
  return { ref, signing, sealed: await seal.seal(placeOf(ref), secret), shown: masked(kind, to) };
}

export async function openChannel(seal: Seal, { ref, sealed }: Channel): Promise<ChannelSecret> {
  return (await seal.open(placeOf(ref), sealed)) as ChannelSecret;
}

export function placeOf(ref: string): string {
  return `house:channel:${ref}`;
}

/** The channels that were set up on the page. */
export class ChannelStore {
  constructor(private readonly sql: Sql) {}

  /** Oldest first. */
  all(): Channel[] {
    return this.sql.exec('SELECT * FROM channels ORDER BY id').map(channelOf);
  }

  get(id: number): Channel {
    const row = this.sql.exec('SELECT * FROM channels WHERE id = ?', id)[0];
    if (row === undefined) throw notFound('channel');
    return channelOf(row);
  }

  add(
    { kind, name, integrations, language, summary }: NewChannel,
    { ref, sealed, shown }: { readonly ref: string; readonly sealed: string; readonly shown: string },
    now: number,
  ): Channel {
    const known = this.all();
    if (known.some((each) => each.name.toLowerCase() === name.toLowerCase()))
      throw conflict('channel_name_taken', { name });
    if (known.length >= maxChannels) throw conflict('too_many_channels', { max: maxChannels });
    const [row] = this.sql.exec(
      `INSERT INTO channels (kind, name, ref, sealed, shown, integrations, language, hour, zone, created_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING *`,
      ...[kind, name, ref, sealed, shown, integrations && JSON.stringify(integrations), language],
      ...[summary?.hour ?? null, summary?.zone ?? null, now],
    );
    if (row === undefined) throw new Error('The channel was not stored.');
    return channelOf(row);
  }

  /** With all that it was to be told. */
  remove(id: number): void {
    this.sql.exec('DELETE FROM outbox WHERE channel = ?', id);
    this.sql.exec('DELETE FROM summaries WHERE channel = ?', id);
    this.sql.exec('DELETE FROM channels WHERE id = ?', id);
  }

  /** The same secret, under the key of today. */
  reseal(id: number, sealed: string): void {
    this.sql.exec('UPDATE channels SET sealed = ? WHERE id = ?', sealed, id);
  }

  pause(id: number, failures: number, notBefore: number): void {
    this.sql.exec('UPDATE channels SET failures = ?, not_before = ? WHERE id = ?', failures, notBefore, id);
  }
}

function channelOf(row: Row): Channel {
  return {
    id: Number(row.id),
    kind: row.kind as ChannelKind,
    name: String(row.name),
    ref: String(row.ref),
    sealed: String(row.sealed),
    shown: String(row.shown),
    integrations: row.integrations === null ? null : (JSON.parse(String(row.integrations)) as string[]),
    language: row.language as Language,
    summary: row.hour === null ? null : { hour: Number(row.hour), zone: String(row.zone) },
    createdAt: Number(row.created_at),
    failures: Number(row.failures),
    notBefore: Number(row.not_before),
  };
}
