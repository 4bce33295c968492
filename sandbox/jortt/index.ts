import type { Hono } from 'hono';
import { SlidingWindow } from '../rate-limits.ts';
import { RouteTable } from '../route-table.ts';
import type { StandIn, World } from '../stand-in.ts';
import { administrationRoutes } from './administration.ts';
import { Books, type BooksSnapshot } from './books.ts';
import { jorttControl } from './control.ts';
import { customerRoutes } from './customers.ts';
import { isUuid } from './fields.ts';
import { invoiceActionRoutes } from './invoice-actions.ts';
import { invoiceRoutes } from './invoices.ts';
import { type Operation, readBody } from './operation.ts';
import { invalidParams, isInvalid, Refusal } from './refusal.ts';
import { seed } from './seed.ts';
import { Sending } from './sending.ts';
import type { Service } from './service.ts';
import { type JorttSettings, jorttSettings } from './settings.ts';
import { type JorttState, stateOf } from './state.ts';
import { type Token, Tokens } from './tokens.ts';

const tokenPath = '/oauth-provider/oauth/token';

interface Snapshot {
  settings: JorttSettings;
  books: BooksSnapshot;
  tokens: Token[];
}

/** Jortt, REST API v3, one administration. Facts and their sources: the Jortt sheet, cited by section. */
export class JorttStandIn implements StandIn {
  readonly #service: Service;
  readonly #tokens: Tokens;
  readonly #routes: RouteTable<Operation>;
  #settings: JorttSettings = jorttSettings.parse({});
  /** Of the last second only, so no part of a snapshot. */
  #rateLimit = perToken();

  constructor(world: World) {
    const settings = () => this.#settings;
    const books = new Books(world, settings);
    this.#service = { world, books, settings, sending: new Sending(world, books, settings) };
    this.#tokens = new Tokens(world);
    this.#routes = new RouteTable([
      ...invoiceRoutes(this.#service),
      ...invoiceActionRoutes(this.#service),
      ...customerRoutes(this.#service),
      ...administrationRoutes(this.#service),
    ]);
  }

  async handle(request: Request): Promise<Response> {
    this.#service.sending.runDue();
    try {
      return await this.#answer(request);
    } catch (error) {
      if (error instanceof Refusal) return error.toResponse();
      throw error;
    }
  }

  template(path: string): string {
    return path === tokenPath ? tokenPath : (this.#routes.template(path) ?? 'unknown');
  }

  settings(): JorttSettings {
    return this.#settings;
  }

  change(settings: unknown): void {
    const wasStuck = this.#settings.sendingStuck;
    const changes = jorttSettings.partial().parse(settings);
    const given = Object.keys(settings as object);
    // `partial` keeps the defaults, which must not undo what was set before.
    const asked = Object.fromEntries(Object.entries(changes).filter(([name]) => given.includes(name)));
    this.#settings = jorttSettings.parse({ ...this.#settings, ...asked });
    if (wasStuck && !this.#settings.sendingStuck) this.#service.sending.resume();
  }

  state(): JorttState {
    this.#service.sending.runDue();
    return stateOf(this.#service.books, this.#tokens.all().length, this.#settings.quirks);
  }

  control(): Hono {
    return jorttControl(this.#service, this.#tokens);
  }

  snapshot(): Snapshot {
    return { settings: this.#settings, books: this.#service.books.snapshot(), tokens: this.#tokens.all() };
  }

  restore(snapshot: unknown): void {
    // What `snapshot` made. Settings that are newer than it get their defaults.
    const { settings, books, tokens } = snapshot as Snapshot;
    this.#settings = jorttSettings.parse(settings);
    this.#service.books.restore(books);
    this.#tokens.restore(tokens);
  }

  reset(seeded: boolean): void {
    this.#service.books.clear();
    this.#tokens.restore([]);
    this.#rateLimit = perToken();
    if (seeded) seed(this.#service.books);
  }

  nextDueAt(): number | null {
    return this.#service.sending.nextDueAt();
  }

  async runDue(): Promise<void> {
    this.#service.sending.runDue();
  }

  /** The order of the checks is that of the sheet's section 9; the rate limit, being per token, follows the token. */
  async #answer(request: Request): Promise<Response> {
    const url = new URL(request.url);
    if (url.pathname === tokenPath) {
      if (request.method !== 'POST') throw wrongVerb();
      return this.#tokens.issue(request, this.#settings.scopes);
    }
    const found = this.#routes.find(request.method, url.pathname);
    if (found.kind === 'unknown') {
      throw new Refusal(404, 'endpoint.not_found', 'The endpoint could not be found.');
    }
    if (found.kind === 'wrong verb') throw wrongVerb();

    const bearer = /^Bearer (\S+)$/i.exec(request.headers.get('Authorization') ?? '')?.[1] ?? '';
    const scopes = this.#tokens.scopesOf(bearer);
    const throttled = this.#throttle(bearer);
    if (throttled !== null) return throttled;
    if (!this.#settings.planAllowsApi) {
      const message = 'The organization needs the plan MKB or Plus.';
      throw new Refusal(401, 'organization.requires_mkb_plan', message);
    }
    const { scope, run } = found.handler;
    if (!scopes.includes(scope)) {
      throw new Refusal(401, 'scopes.insufficient', `The access token lacks the scope ${scope}.`);
    }
    const hasBody = request.method === 'POST' || request.method === 'PUT';
    const body = hasBody ? await readBody(request) : {};
    for (const [name, value] of Object.entries(found.parameters)) {
      if (!isUuid(value)) throw invalidParams([isInvalid(name)]);
    }
    const id = Object.values(found.parameters)[0] ?? '';
    return run({ url, body, id: id.toLowerCase() });
  }

  #throttle(bearer: string): Response | null {
    if (!this.#settings.limits) return null;
    const waitMs = this.#rateLimit.check(bearer, this.#service.world.now());
    if (waitMs === null) return null;
    const seconds = String(Math.ceil(waitMs / 1000));
    const refusal = new Refusal(429, 'request.throttled', 'Too many requests.');
    return refusal.toResponse(this.#settings.retryAfter ? { 'Retry-After': seconds } : {});
  }
}

function perToken(): SlidingWindow {
  return new SlidingWindow(10, 1000);
}

function wrongVerb(): Refusal {
  return new Refusal(405, 'resource.method_not_allowed', 'The method is not allowed on this resource.');
}
