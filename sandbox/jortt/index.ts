import type { Hono } from 'hono';
import { shownBy } from '../kit/access/credentials.ts';
import { retryAfter, SlidingWindow } from '../kit/access/rate-limits.ts';
import { isUuid } from '../kit/fields/field-reader.ts';
import { hasBody } from '../kit/http/json-body.ts';
import type { Refusal } from '../kit/http/refusal.ts';
import { RouteTable } from '../kit/http/route-table.ts';
import { PlayedSystem } from '../kit/played-system.ts';
import type { Showcase, World } from '../kit/stand-in.ts';
import { administrationEndpoints } from './administration/endpoints.ts';
import { Books } from './books.ts';
import { jorttControl } from './control.ts';
import { customerEndpoints } from './customers/endpoints.ts';
import { type Endpoint, readBody } from './endpoint.ts';
import { estimateEndpoints } from './estimates/endpoints.ts';
import { EstimateSending } from './estimates/sending.ts';
import { invoiceActions } from './invoices/actions.ts';
import { creditNewest, writeInvoice } from './invoices/bookkeeper.ts';
import { invoiceEndpoints } from './invoices/endpoints.ts';
import { Sending } from './invoices/sending.ts';
import { invalidParams, isInvalid, refusal } from './refusal.ts';
import { seed } from './seed.ts';
import { outboxesOf, type Service, sendDue } from './service.ts';
import { jorttSettings } from './settings.ts';
import { type JorttState, stateOf } from './state.ts';
import { clientId, clientSecret, Tokens } from './tokens.ts';

const tokenPath = '/oauth-provider/oauth/token';

/** Jortt, REST API v3 and estimates of v2, one administration. Facts and their sources: the Jortt sheet, cited by section. */
export class JorttStandIn extends PlayedSystem<typeof jorttSettings> {
  readonly #service: Service;
  readonly #tokens: Tokens;
  readonly #routes: RouteTable<Endpoint>;
  /** Of the last second only, so no part of a snapshot. */
  readonly #callsOfToken = new SlidingWindow(10, 1000);

  constructor(world: World) {
    super(jorttSettings);
    const settings = () => this.settings();
    const books = new Books(world, settings);
    const sending = new Sending(world, books, settings);
    const estimateSending = new EstimateSending(world, books, settings);
    this.#service = { world, books, settings, sending, estimateSending };
    this.#tokens = new Tokens(world);
    this.#routes = new RouteTable([
      ...invoiceEndpoints(this.#service),
      ...invoiceActions(this.#service),
      ...estimateEndpoints(this.#service),
      ...customerEndpoints(this.#service),
      ...administrationEndpoints(this.#service),
    ]);
    this.consistsOf({ books, sending, estimateSending, tokens: this.#tokens });
  }

  template(path: string): string {
    return path === tokenPath ? tokenPath : (this.#routes.template(path) ?? 'unknown');
  }

  override change(settings: unknown): void {
    const wasStuck = this.settings().sendingStuck;
    super.change(settings);
    if (!wasStuck || this.settings().sendingStuck) return;
    for (const outbox of outboxesOf(this.#service)) outbox.resume();
  }

  state(): JorttState {
    sendDue(this.#service);
    return stateOf(this.#service, this.#tokens.count);
  }

  control(): Hono {
    return jorttControl(this.#service, this.#tokens);
  }

  override reset(seeded: boolean): void {
    this.#callsOfToken.clear();
    super.reset(seeded);
  }

  showcase(): Showcase {
    return {
      name: 'Jortt',
      credentials: { 'Client id': clientId, 'Client secret': clientSecret },
      sale: 'invoice',
      sellLabel: 'Write an invoice',
      cancelNewest: null,
      goods: null,
      webhook: null,
      integrations: null,
      sell: () => writeInvoice(this.#service),
      refundNewest: () => creditNewest(this.#service),
    };
  }

  protected seed(): void {
    seed(this.#service.books);
  }

  /** The order of the checks is that of the sheet's section 9; the rate limit, being per token, follows the token. */
  protected async answer(request: Request): Promise<Response> {
    sendDue(this.#service);
    const url = new URL(request.url);
    if (url.pathname === tokenPath) {
      if (request.method !== 'POST') throw wrongVerb();
      return this.#tokens.issue(request, this.settings().scopes);
    }
    const found = this.#routes.find(request.method, url.pathname);
    if (found.kind === 'unknown') {
      throw refusal(404, 'endpoint.not_found', 'The endpoint could not be found.');
    }
    if (found.kind === 'wrong verb') throw wrongVerb();

    const bearer = shownBy(request, { in: 'bearer' }) ?? '';
    const scopes = this.#tokens.scopesOf(bearer);
    this.#requireRate(bearer);
    if (!this.settings().planAllowsApi) {
      const message = 'The organization needs the plan MKB or Plus.';
      throw refusal(401, 'organization.requires_mkb_plan', message);
    }
    const { need, answer } = found.handler;
    if (!scopes.includes(need)) {
      throw refusal(401, 'scopes.insufficient', `The access token lacks the scope ${need}.`);
    }
    const body = hasBody(request) ? await readBody(request) : {};
    for (const [name, value] of Object.entries(found.parameters)) {
      if (!isUuid(value)) throw invalidParams([isInvalid(name)]);
    }
    const id = Object.values(found.parameters)[0] ?? '';
    return answer({ url, body, id: id.toLowerCase() });
  }

  #requireRate(bearer: string): void {
    const { limits, retryAfter: isTold } = this.settings();
    const waitMs = limits ? this.#callsOfToken.check(bearer, this.#service.world.now()) : null;
    if (waitMs === null) return;
    throw refusal(429, 'request.throttled', 'Too many requests.', [], isTold ? retryAfter(waitMs) : {});
  }
}

function wrongVerb(): Refusal {
  return refusal(405, 'resource.method_not_allowed', 'The method is not allowed on this resource.');
}
