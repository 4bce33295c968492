import type { JsonObject } from '../json.ts';
import { uuid } from '../random.ts';
import type { Deliver, World } from '../stand-in.ts';
import { toSeconds } from './moments.ts';
import { clientSecret, type EcwidSettings, storeId } from './settings.ts';
import { requestOf, signatureOf, type WebhookEvent } from './webhook-event.ts';

/** One event on its way to the receiver. */
export interface Delivery {
  id: number;
  event: WebhookEvent;
  state: 'waiting' | 'delivered' | 'given up' | 'lost';
  dueAt: number;
  /** A status, or what went wrong instead. */
  attempts: { at: number; answer: number | 'timeout' | 'no answer' }[];
}

export interface WebhooksSnapshot {
  deliveries: Delivery[];
  lastId: number;
}

const minuteMs = 60_000;
/** Minutes between attempts: quarters in the first hour, then hours up to a day: 27 repeats (sheet 10.1). */
const retryWaits = [15, 15, 15, 15, ...Array.from({ length: 23 }, () => 60)];
const accepted = [200, 201, 202, 204, 209];
const shuffleMs = 5000;
const atOnce = 8;
const keptFinished = 5000;

/** Sends what happened to whoever listens: signed, repeated until it is taken, at most once at a time each. */
export class Webhooks {
  readonly #waiting = new Map<number, Delivery>();
  #finished: Delivery[] = [];
  #lastId = 0;
  readonly #inFlight = new Set<number>();
  readonly #world: World;
  readonly #deliver: Deliver;
  readonly #settings: () => EcwidSettings;

  constructor(world: World, deliver: Deliver, settings: () => EcwidSettings) {
    this.#world = world;
    this.#deliver = deliver;
    this.#settings = settings;
  }

  /** Something happened, told `times` over. Without an address, or outside the list, nobody hears of it. */
  emit(eventType: string, entityId: number, data?: JsonObject, times = 1): void {
    const settings = this.#settings();
    if (settings.webhookUrl === null || !settings.webhookEvents.includes(eventType)) return;
    const event: WebhookEvent = {
      eventId: uuid(() => this.#world.random()),
      eventCreated: toSeconds(this.#world.now()),
      storeId: Number(storeId),
      entityId,
      eventType,
      ...(data === undefined ? {} : { data }),
    };
    for (let copy = 0; copy < settings.webhookRepeats * times; copy += 1) this.#queue(event, settings);
  }

  /** The finished ones first. */
  list(): Delivery[] {
    return [...this.#finished, ...this.#waiting.values()];
  }

  nextDueAt(): number | null {
    let next: number | null = null;
    for (const { id, dueAt } of this.#waiting.values()) {
      if (!this.#inFlight.has(id) && (next === null || dueAt < next)) next = dueAt;
    }
    return next;
  }

  /** Delivers what is due now, the oldest first. */
  async runDue(): Promise<void> {
    const now = this.#world.now();
    const due = [...this.#waiting.values()]
      .filter(({ id, dueAt }) => dueAt <= now && !this.#inFlight.has(id))
      .sort((one, other) => one.dueAt - other.dueAt || one.id - other.id);
    // Taken before the first wait: runs may overlap.
    for (const { id } of due) this.#inFlight.add(id);
    // All signed before the first is sent: signing ends in any order, and a run shall repeat exactly.
    const signatures = await Promise.all(due.map(({ event }) => signatureOf(event, clientSecret)));
    const rest = due.map((delivery, index) => ({ delivery, signature: signatures[index] ?? '' })).values();
    await Promise.all(Array.from({ length: atOnce }, () => this.#work(rest)));
  }

  snapshot(): WebhooksSnapshot {
    const deliveries = this.list().map((each) => ({ ...each, attempts: [...each.attempts] }));
    return { deliveries, lastId: this.#lastId };
  }

  restore({ deliveries, lastId }: WebhooksSnapshot): void {
    this.clear();
    for (const delivery of structuredClone(deliveries)) this.#keep(delivery);
    this.#lastId = lastId;
  }

  clear(): void {
    this.#waiting.clear();
    this.#finished = [];
  }

  #queue(event: WebhookEvent, settings: EcwidSettings): void {
    const random = () => this.#world.random();
    const lost = settings.webhookLoss > 0 && random() < settings.webhookLoss;
    const late = settings.webhookShuffle ? Math.floor(random() * shuffleMs) : 0;
    const dueAt = this.#world.now() + settings.webhookDelayMs + late;
    this.#lastId += 1;
    const state = lost ? 'lost' : 'waiting';
    this.#keep({ id: this.#lastId, event, state, dueAt, attempts: [] });
  }

  #keep(delivery: Delivery): void {
    if (delivery.state === 'waiting') {
      this.#waiting.set(delivery.id, delivery);
      return;
    }
    this.#waiting.delete(delivery.id);
    this.#finished.push(delivery);
    if (this.#finished.length >= keptFinished * 2) this.#finished = this.#finished.slice(-keptFinished);
  }

  async #work(due: Iterable<{ delivery: Delivery; signature: string }>): Promise<void> {
    for (const { delivery, signature } of due) {
      try {
        await this.#attempt(delivery, signature);
      } finally {
        this.#inFlight.delete(delivery.id);
      }
      // Unless it was cleared away meanwhile.
      if (this.#waiting.get(delivery.id) === delivery) this.#keep(delivery);
    }
  }

  async #attempt(delivery: Delivery, signature: string): Promise<void> {
    const { webhookUrl, webhookTimeoutMs, webhookRetryScale } = this.#settings();
    if (webhookUrl === null) {
      delivery.state = 'given up';
      return;
    }
    const at = this.#world.now();
    const answer = await this.#send(requestOf(delivery.event, webhookUrl, signature), webhookTimeoutMs);
    delivery.attempts.push({ at, answer });
    const wait = retryWaits[delivery.attempts.length - 1];
    if (typeof answer === 'number' && accepted.includes(answer)) delivery.state = 'delivered';
    else if (wait === undefined) delivery.state = 'given up';
    else delivery.dueAt = at + Math.ceil(wait * minuteMs * webhookRetryScale);
  }

  async #send(request: Request, timeoutMs: number): Promise<number | 'timeout' | 'no answer'> {
    const stop = new AbortController();
    const answer = this.#deliver(request).then(
      ({ status }) => status,
      () => 'no answer' as const,
    );
    const timeout = this.#world.sleep(timeoutMs, stop.signal).then(() => 'timeout' as const);
    const first = await Promise.race([answer, timeout]);
    stop.abort();
    return first;
  }
}
