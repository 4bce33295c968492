import type { Mail } from '../alerts/channels.ts';
import { type AlertPorts, discordBody, inTime, post, slackBody } from '../alerts/post.ts';
import { signedHeaders } from '../alerts/signature.ts';
import { alertBackoffMs } from '../engine/backoff.ts';
import type { Log } from '../engine/log.ts';
import type { Seal } from '../engine/privacy/sealing.ts';
import { type Alert, Undelivered } from '../engine/reporting/alerts.ts';
import type { Sql } from '../engine/storage/sql.ts';
import { type Channel, type ChannelStore, openChannel, placeOf } from './channels.ts';
import { subjectOf, textOf, type Written, webhookBody } from './messages.ts';
import type { Due, Message, Outbox } from './outbox.ts';
import { type FigurePorts, Pass } from './pass.ts';
import { lastSummary, nextSummaryAt } from './summary-time.ts';

export interface DeliveryPorts extends AlertPorts, FigurePorts {
  readonly log: Log;
  readonly seal: () => Promise<Seal>;
  /** Sends mail; null where the deployment cannot. */
  readonly mail: { readonly from: string; send(mail: Mail): Promise<unknown> } | null;
  readonly publicUrl: string | undefined;
}

/** What a channel said to a message. */
export interface Said {
  readonly taken: boolean;
  readonly answer: string;
}

interface Told extends Said {
  /** How long it asks to be left alone. */
  readonly waitMs?: number;
}

const hourMs = 3_600_000;
/** An object has six connections at once: one that waits for another's would time out for it. */
const maxConnections = 5;
/** Messages of one channel in one go. */
const maxAtOnce = 5;
/** What nobody took for so long is news to nobody. */
const livesMs = { alert: 7 * 24 * hourMs, summary: 12 * hourMs, test: 0 };

/**
 * Tells every channel what it is to be told: what is to be told is stored first, and goes when the channel took it. A death in between
 * repeats that one message. A channel that fails is tried again at growing intervals, and holds up no other.
 */
export class Deliveries {
  readonly #sql: Sql;
  readonly #channels: ChannelStore;
  readonly #outbox: Outbox;
  readonly #ports: DeliveryPorts;

  constructor(sql: Sql, channels: ChannelStore, outbox: Outbox, ports: DeliveryPorts) {
    this.#sql = sql;
    this.#channels = channels;
    this.#outbox = outbox;
    this.#ports = ports;
  }

  /** Takes an alert for every channel that is for its link. */
  take(alert: Alert): void {
    const now = this.#ports.clock.now();
    this.#sql.transaction(() => {
      for (const channel of this.#channels.all())
        if (isFor(channel, alert.integration)) this.#outbox.add(channel.id, { kind: 'alert', alert }, now);
    });
  }

  /** Sends what is due, with so many calls at most: what is left goes with the next run. Never rejects. */
  async run(calls: number): Promise<void> {
    this.#takeSummaries();
    const pass = new Pass(this.#ports, calls);
    const now = this.#ports.clock.now();
    const waiting = new Set(this.#outbox.channels());
    // Those that work come first.
    const due = this.#channels
      .all()
      .filter(({ id, notBefore }) => waiting.has(id) && notBefore <= now)
      .sort((a, b) => a.failures - b.failures);
    for (let at = 0; at < due.length; at += maxConnections) {
      const some = due.slice(at, at + maxConnections);
      await Promise.allSettled(some.map((channel) => this.#serve(channel, pass)));
    }
  }

  /** A summary is stored with its day before it is sent, in one transaction: of each day there is one. */
  #takeSummaries(): void {
    const now = this.#ports.clock.now();
    for (const { id, summary, createdAt } of this.#channels.all()) {
      if (summary === null) continue;
      const { day, since, until } = lastSummary(summary, now);
      if (until <= createdAt || now - until > livesMs.summary) continue;
      this.#sql.transaction(() => {
        const [isNew] = this.#sql.exec(
          'INSERT OR IGNORE INTO summaries (channel, day) VALUES (?, ?) RETURNING day',
          id,
          day,
        );
        if (isNew !== undefined) this.#outbox.add(id, { kind: 'summary', day, since, until }, now);
      });
    }
  }

  async #serve(channel: Channel, pass: Pass): Promise<void> {
    for (const due of this.#outbox.of(channel.id, maxAtOnce)) {
      this.#outbox.sending(due.id);
      const said = await this.#try(channel, due.message, `msg_${channel.ref}_${due.id}`, pass);
      if (said === null) return this.#outbox.putBack(due.id);
      if (!said.taken) return this.#failed(channel, due, said);
      this.#sql.transaction(() => {
        this.#outbox.done(due.id);
        this.#noted(channel, due.message, said);
        if (channel.failures > 0) this.#channels.pause(channel.id, 0, 0);
      });
    }
  }

  #failed(channel: Channel, due: Due, said: Told): void {
    const { clock } = this.#ports;
    const failures = channel.failures + 1;
    const now = clock.now();
    this.#sql.transaction(() => {
      const isOver = now - due.createdAt > livesMs[due.message.kind];
      if (isOver) this.#outbox.done(due.id);
      else this.#outbox.putBack(due.id);
      this.#noted(channel, due.message, said);
      const pauseMs = Math.max(alertBackoffMs(failures, clock), said.waitMs ?? 0);
      this.#channels.pause(channel.id, failures, now + pauseMs);
    });
  }

  #noted(channel: Channel, message: Message, { taken, answer }: Said): void {
    const { clock, log } = this.#ports;
    this.#outbox.note(clock.now(), channel.name, message, taken, answer);
    const what = { channel: channel.id, kind: message.kind, answer };
    if (taken) log.info('told', what);
    else log.error('not_told', what, null);
  }

  /** Sends a test at once, and says what came of it. */
  async test(channel: Channel): Promise<Said> {
    const message = { kind: 'test' } as const;
    const { taken, answer } = await this.#told(() =>
      this.#send(channel, { message, links: [] }, `msg_${crypto.randomUUID()}`),
    );
    this.#noted(channel, message, { taken, answer });
    return { taken, answer };
  }

  /** `id`: the same at every try, so that a webhook knows what it has taken. Null where more calls are wanted for it than are left. */
  async #try(channel: Channel, message: Message, id: string, pass: Pass): Promise<Told | null> {
    let isLater = false;
    const said = await this.#told(async () => {
      const links = message.kind === 'summary' ? await daysOf(channel, message, pass) : [];
      isLater = links === null || !pass.takes(1);
      return links === null || isLater ? '' : this.#send(channel, { message, links }, id);
    });
    return isLater ? null : said;
  }

  async #told(send: () => Promise<string>): Promise<Told> {
    try {
      return { taken: true, answer: await send() };
    } catch (error) {
      if (!(error instanceof Undelivered)) return { taken: false, answer: 'unreachable' };
      return { taken: false, answer: error.message, waitMs: error.retryAfterMs };
    }
  }

  /** Returns what the channel answered. Throws where it did not take it. */
  async #send(channel: Channel, told: Pick<Written, 'message' | 'links'>, id: string): Promise<string> {
    const { clock, mail, publicUrl } = this.#ports;
    const written: Written = { ...told, channel, publicUrl };
    const { to, signing = '' } = await this.#secret(channel);
    const posted = async (body: string, headers: Record<string, string> = {}) =>
      `answered ${(await post(to, body, headers, this.#ports)).status}`;
    switch (channel.kind) {
      case 'slack':
        return posted(slackBody(textOf(written)));
      case 'discord':
        return posted(discordBody(textOf(written)));
      case 'webhook': {
        const body = webhookBody(written);
        return posted(body, signedHeaders(signing, { id, at: clock.now(), body }));
      }
      case 'email': {
        if (mail === null) throw new Undelivered('no mail');
        const letter = { from: mail.from, to, subject: subjectOf(written), text: textOf(written) };
        await inTime(clock, () => mail.send(letter)).catch((error: unknown) => {
          // Cloudflare's own words may repeat the address.
          throw error instanceof Undelivered ? error : new Undelivered('mail refused');
        });
        return 'sent';
      }
    }
  }

  async #secret(channel: Channel) {
    const seal = await this.#ports.seal();
    if (!seal.knows(channel.sealed)) throw new Undelivered('key lost');
    const secret = await openChannel(seal, channel);
    if (seal.isStale(channel.sealed))
      this.#channels.reseal(channel.id, await seal.seal(placeOf(channel.ref), secret));
    return secret;
  }

  /** When there is something to do next; null when there never is. */
  nextAt(): number | null {
    const now = this.#ports.clock.now();
    const waiting = new Set(this.#outbox.channels());
    const times = this.#channels
      .all()
      .flatMap(({ id, notBefore, summary }) => [
        ...(waiting.has(id) ? [Math.max(notBefore, now)] : []),
        ...(summary === null ? [] : [nextSummaryAt(summary, now)]),
      ]);
    return times.length === 0 ? null : Math.min(...times);
  }
}

function daysOf(channel: Channel, { since, until }: Message & { kind: 'summary' }, pass: Pass) {
  return pass.days((id) => isFor(channel, id), since, until);
}

function isFor({ integrations }: Channel, id: string): boolean {
  return integrations === null || integrations.includes(id);
}
