/** Batches: requests that the shop carries out one after the other in the background (sheet 9). */
import type { Json, JsonObject } from '../../kit/json.ts';
import { uuid } from '../../kit/random.ts';
import type { World } from '../../kit/stand-in.ts';
import { earliest, type Part } from '../../kit/store/kept.ts';
import { Store } from '../../kit/store/store.ts';
import { refusal } from '../refusal.ts';
import type { EcwidSettings } from '../settings.ts';
import type { BatchRequest } from './request.ts';

/** Carries out one request as if it had come by itself. `pictures` is the origin of the shop's pictures. */
export type Perform = (request: BatchRequest, pictures: string) => Promise<Response>;

export interface Ticket {
  readonly ticket: string;
  readonly group: string;
  readonly requests: readonly BatchRequest[];
  readonly stopsAtFailure: boolean;
  readonly pictures: string;
  readonly createdAt: number;
  /** When the first request begins. */
  readonly startAt: number;
  readonly requestMs: number;
  readonly responses: readonly BatchResponse[];
  readonly isOver: boolean;
}

export interface BatchResponse {
  readonly id: string | null;
  readonly status: 'COMPLETED' | 'FAILED' | 'NOT_EXECUTED';
  readonly httpStatusCode?: number;
  readonly httpStatusLine?: string;
  readonly body?: Json;
}

interface Order {
  readonly requests: readonly BatchRequest[];
  readonly stopsAtFailure: boolean;
  readonly deduplicationKey: string | undefined;
  readonly group: string;
  readonly pictures: string;
}

const deduplicationMs = 60 * 60 * 1000;

export class Batches extends Store implements Part {
  readonly tickets = this.records<Ticket>('tickets');
  /** The ticket of each deduplication key. */
  readonly #keys = this.records<string>('keys');
  readonly #settings: () => EcwidSettings;
  readonly #perform: Perform;
  #work: Promise<void> = Promise.resolve();

  constructor(world: World, settings: () => EcwidSettings, perform: Perform) {
    super(world, () => 0);
    this.#settings = settings;
    this.#perform = perform;
  }

  /** The same key within the hour gives the ticket of the first time, and nothing is done again. */
  add({ deduplicationKey, requests, stopsAtFailure, group, pictures }: Order): string {
    const now = this.world.now();
    const { batchQueueMs, batchRequestMs, batchLifetimeMs } = this.#settings();
    for (const { ticket, createdAt, isOver } of this.tickets.all()) {
      if (isOver && createdAt + Math.max(batchLifetimeMs, deduplicationMs) < now) this.tickets.delete(ticket);
    }
    for (const [key, ticket] of this.#keys.entries()) if (!this.tickets.has(ticket)) this.#keys.delete(key);
    const known =
      deduplicationKey === undefined ? undefined : this.tickets.get(this.#keys.get(deduplicationKey) ?? '');
    if (known !== undefined && known.createdAt + deduplicationMs > now) return known.ticket;
    const ticket = uuid(() => this.world.random());
    this.tickets.set(ticket, {
      ticket,
      group,
      requests,
      stopsAtFailure,
      pictures,
      createdAt: now,
      startAt: now + batchQueueMs,
      requestMs: batchRequestMs,
      responses: [],
      isOver: false,
    });
    if (deduplicationKey !== undefined) this.#keys.set(deduplicationKey, ticket);
    return ticket;
  }

  /** Does what is due of it first. Throws 404 for a ticket that there is not, or not any more. */
  async read(key: string): Promise<Ticket> {
    await this.runDue();
    const ticket = this.tickets.get(key);
    const lives = this.#settings().batchLifetimeMs;
    if (ticket === undefined || ticket.createdAt + lives < this.world.now()) {
      throw refusal(404, 'BATCH_NOT_FOUND', `Batch ${key} not found`);
    }
    return ticket;
  }

  /** What has not begun of a group will not; how many batches that stops. */
  cancel(group: string): number {
    const open = this.tickets.all().filter((each) => !each.isOver && each.group === group);
    for (const each of open) this.#end(each);
    return open.length;
  }

  nextDueAt(): number | null {
    return earliest(this.tickets.all().map((each) => (each.isOver ? null : dueAt(each))));
  }

  /** One run at a time, so that no request is carried out twice. */
  runDue(): Promise<void> {
    this.#work = this.#work.then(() => this.#runAll());
    return this.#work;
  }

  async #runAll(): Promise<void> {
    for (const { ticket } of this.tickets.all()) {
      for (;;) {
        const current = this.tickets.get(ticket);
        if (current === undefined || current.isOver || dueAt(current) > this.world.now()) break;
        await this.#next(current);
      }
    }
  }

  async #next(ticket: Ticket): Promise<void> {
    const request = ticket.requests[ticket.responses.length];
    if (request === undefined) {
      this.#end(ticket);
      return;
    }
    const response = await answered(request, await this.#perform(request, ticket.pictures));
    const now = this.tickets.get(ticket.ticket);
    // It may have been cancelled or cleared in the meantime.
    if (now === undefined || now.isOver) return;
    const after = { ...now, responses: [...now.responses, response] };
    this.tickets.set(ticket.ticket, after);
    const isLast = after.responses.length === after.requests.length;
    if (isLast || (response.status === 'FAILED' && after.stopsAtFailure)) this.#end(after);
  }

  #end(ticket: Ticket): void {
    const rest = ticket.requests
      .slice(ticket.responses.length)
      .map(({ id }): BatchResponse => ({ id, status: 'NOT_EXECUTED' }));
    this.tickets.set(ticket.ticket, { ...ticket, responses: [...ticket.responses, ...rest], isOver: true });
  }
}

/** When the next request of it is done. */
function dueAt({ startAt, requestMs, responses }: Ticket): number {
  return startAt + requestMs * (responses.length + 1);
}

const statusLines: Readonly<Record<number, string>> = {
  200: 'OK',
  202: 'Accepted',
  400: 'Bad Request',
  402: 'Payment Required',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  422: 'Unprocessable Entity',
  500: 'Internal Server Error',
};

async function answered({ id }: BatchRequest, response: Response): Promise<BatchResponse> {
  const text = await response.text();
  const body: Json | undefined = text === '' ? undefined : JSON.parse(text);
  return {
    id,
    status: response.status === 200 ? 'COMPLETED' : 'FAILED',
    httpStatusCode: response.status,
    httpStatusLine: statusLines[response.status] ?? '',
    ...(body === undefined ? {} : { body }),
  };
}

/** As the API shows a batch. */
export function ticketOnWire(ticket: Ticket, escaped: boolean, now: number): JsonObject {
  const { requests, responses, isOver, startAt } = ticket;
  const done = responses.filter(({ status }) => status !== 'NOT_EXECUTED');
  return {
    status: isOver ? 'COMPLETED' : now < startAt ? 'QUEUED' : 'IN_PROGRESS',
    totalRequests: requests.length,
    completedRequests: done.length,
    responses: responses.map(({ id, body, ...rest }) => ({
      ...(id === null ? {} : { id }),
      ...rest,
      ...(body === undefined ? {} : escaped ? { escapedHttpBody: JSON.stringify(body) } : { httpBody: body }),
    })),
  };
}
