import { sent } from '../http/sent.ts';
import type { Deliver, World } from '../stand-in.ts';
import type { Part } from '../store/kept.ts';
import type { Delivery, WebhookRules } from './delivery.ts';
import type { DeliverySettings } from './settings.ts';

interface Snapshot<Event> {
  deliveries: Delivery<Event>[];
  lastId: number;
}

const minuteMs = 60_000;
const shuffleMs = 5000;
const maxAtOnce = 8;
const maxFinished = 5000;

/** Sends events to their listeners: signed, repeated until they are accepted, one attempt at a time per delivery. */
export class Webhooks<Event> implements Part {
  readonly #waiting = new Map<number, Delivery<Event>>();
  #finished: Delivery<Event>[] = [];
  #lastId = 0;
  readonly #inFlight = new Set<number>();
  readonly #world: World;
  readonly #deliver: Deliver;
  readonly #settings: () => DeliverySettings;
  readonly #rules: WebhookRules<Event>;

  constructor(world: World, deliver: Deliver, settings: () => DeliverySettings, rules: WebhookRules<Event>) {
    this.#world = world;
    this.#deliver = deliver;
    this.#settings = settings;
    this.#rules = rules;
  }

  /** Queues an event for all listeners of its type, `times` over. Without a listener no event is made. */
  emit(type: string, make: () => Event, times = 1): void {
    const listeners = this.#rules.listeners().filter(({ events }) => events.includes(type));
    if (listeners.length === 0) return;
    const event = make();
    const settings = this.#settings();
    for (let copy = 0; copy < settings.webhookRepeats * times; copy += 1) {
      for (const { id } of listeners) this.#queue(id, event, settings);
    }
  }

  /** The finished ones first. */
  list(): Delivery<Event>[] {
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
    // Marked before the first wait, because runs may overlap.
    for (const { id } of due) this.#inFlight.add(id);
    // All are signed before the first is sent: signatures finish in any order, and a run must be repeatable.
    const signatures = await Promise.all(due.map(({ event }) => this.#rules.sign(event)));
    const rest = due.map((delivery, index) => ({ delivery, signature: signatures[index] ?? '' })).values();
    await Promise.all(Array.from({ length: maxAtOnce }, () => this.#work(rest)));
  }

  snapshot(): Snapshot<Event> {
    const deliveries = this.list().map((each) => ({ ...each, attempts: [...each.attempts] }));
    return { deliveries, lastId: this.#lastId };
  }

  restore({ deliveries, lastId }: Snapshot<Event>): void {
    this.clear();
    for (const delivery of structuredClone(deliveries)) this.#keep(delivery);
    this.#lastId = lastId;
  }

  clear(): void {
    this.#waiting.clear();
    this.#finished = [];
  }

  #queue(listener: string, made: Event, settings: DeliverySettings): void {
    const event = this.#rules.forDelivery?.(made, listener) ?? made;
    const random = () => this.#world.random();
    const isLost = settings.webhookLoss > 0 && random() < settings.webhookLoss;
    const lateMs = settings.webhookShuffle ? Math.floor(random() * shuffleMs) : 0;
    const dueAt = this.#world.now() + settings.webhookDelayMs + lateMs;
    this.#lastId += 1;
    const state = isLost ? 'lost' : 'waiting';
    this.#keep({ id: this.#lastId, listener, event, state, dueAt, attempts: [] });
  }

  #keep(delivery: Delivery<Event>): void {
    if (delivery.state === 'waiting') {
      this.#waiting.set(delivery.id, delivery);
      return;
    }
    this.#waiting.delete(delivery.id);
    this.#finished.push(delivery);
    if (this.#finished.length >= maxFinished * 2) this.#finished = this.#finished.slice(-maxFinished);
  }

  async #work(due: Iterable<{ delivery: Delivery<Event>; signature: string }>): Promise<void> {
    for (const { delivery, signature } of due) {
      try {
        await this.#attempt(delivery, signature);
      } finally {
        this.#inFlight.delete(delivery.id);
      }
      // It may have been cleared in the meantime.
      if (this.#waiting.get(delivery.id) === delivery) this.#keep(delivery);
    }
  }

  async #attempt(delivery: Delivery<Event>, signature: string): Promise<void> {
    const listener = this.#rules.listeners().find(({ id }) => id === delivery.listener);
    if (listener === undefined) {
      delivery.state = 'given up';
      return;
    }
    const { webhookTimeoutMs, webhookRetryScale } = this.#settings();
    const at = this.#world.now();
    const request = this.#rules.request(delivery.event, listener.address, signature);
    const sending = { world: this.#world, deliver: this.#deliver, timeoutMs: webhookTimeoutMs };
    const answer = await sent(request, sending);
    delivery.attempts.push({ at, answer });
    const wait = this.#rules.retryMinutes[delivery.attempts.length - 1];
    if (typeof answer === 'number' && this.#rules.accepted.includes(answer)) delivery.state = 'delivered';
    else if (wait === undefined) {
      delivery.state = 'given up';
      this.#rules.givenUp?.(delivery.listener);
    } else delivery.dueAt = at + Math.ceil(wait * minuteMs * webhookRetryScale);
  }
}
