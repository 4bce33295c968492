import type { Answer } from '../http/sent.ts';

/** One event on its way to the receiver. */
export interface Delivery<Event> {
  id: number;
  /** Which registration it is for; the address is looked up when it is sent. */
  listener: string;
  event: Event;
  state: 'waiting' | 'delivered' | 'given up' | 'lost';
  dueAt: number;
  attempts: Attempt[];
}

interface Attempt {
  at: number;
  answer: Answer;
}

/** A receiver of events. A system with an API for registering webhooks keeps its listeners in a collection. */
export interface Listener {
  readonly id: string;
  readonly address: string;
  /** The types of events that it is told of. */
  readonly events: readonly string[];
}

/** How a system tells its listeners. */
export interface WebhookRules<Event> {
  readonly listeners: () => readonly Listener[];
  /** Minutes between the attempts. After the last of them it is given up. */
  readonly retryMinutes: readonly number[];
  /** The statuses that take an event. */
  readonly accepted: readonly number[];
  /** What every delivery of an event has of its own; left out where all are alike. */
  readonly forDelivery?: (event: Event, listener: string) => Event;
  /** Told of a listener that a delivery was given up for. */
  readonly givenUp?: (listener: string) => void;
  readonly sign: (event: Event) => Promise<string>;
  readonly request: (event: Event, address: string, signature: string) => Request;
}
