/** Salesforce (Sales Cloud), one org. Facts and their marks: the sheet of Salesforce, cited by section. */
import type { Hono } from 'hono';
import { pictureOf } from '../kit/catalogue/pictures.ts';
import { readJsonBody } from '../kit/http/json-body.ts';
import { jsonAnswer } from '../kit/http/refusal.ts';
import { isObject, type Json, type JsonObject, objectsIn, textIn } from '../kit/json.ts';
import { PlayedSystem } from '../kit/played-system.ts';
import { Arrivals } from '../kit/shop/arrivals.ts';
import { shopShowcase } from '../kit/shop/showcase.ts';
import type { Deliver, Showcase, World } from '../kit/stand-in.ts';
import { Cell } from '../kit/store/cell.ts';
import type { Webhooks } from '../kit/webhooks/webhooks.ts';
import { ApiUsage } from './access/api-usage.ts';
import { OAuth, oauthError } from './access/oauth.ts';
import { soapFault, soapUserInfo, userInfo } from './access/user-info.ts';
import { salesforceControl } from './control.ts';
import type { Reply } from './endpoint.ts';
import { Org } from './org.ts';
import {
  type Notification,
  notificationOf,
  type OutboundMessage,
  outboundMessages,
} from './outbound/messages.ts';
import { cancelNewest } from './people/people.ts';
import { reduceNewest } from './people/reducing.ts';
import { merchandiseOf } from './products/merchant.ts';
import { notFound, RestRefusal, refused } from './refusal.ts';
import { RestApi } from './rest/api.ts';
import { versionsOf } from './rest/org-endpoints.ts';
import { expectationsOf } from './sales/expectation.ts';
import { placeSale } from './sales/placing.ts';
import { randomSale, simpleSale } from './sales/random-sale.ts';
import type { Sale } from './sales/sale.ts';
import { corporateCurrency } from './schema/objects/currency.ts';
import { found } from './seed/founding.ts';
import { seedOrg } from './seed/seed.ts';
import { consumerKey, consumerSecret, myDomain, salesforceSettings } from './settings.ts';

const maxAddressBytes = 16_384;
const compositePath = /^\/services\/data\/v[\d.]+\/composite$/;
const stateObjects = [
  'Account',
  'Contact',
  'Order',
  'OrderItem',
  'Opportunity',
  'OpportunityLineItem',
  'Product2',
  'Pricebook2',
  'PricebookEntry',
  'ProductCategory',
  'ProductCategoryProduct',
];

export class SalesforceStandIn extends PlayedSystem<typeof salesforceSettings> {
  readonly #org: Org;
  readonly #oauth: OAuth;
  readonly #usage: ApiUsage;
  readonly #api: RestApi;
  readonly #arrivals: Arrivals<Sale>;
  readonly #messages = new Cell<readonly OutboundMessage[]>([]);
  readonly #webhooks: Webhooks<Notification>;

  constructor(world: World, deliver: Deliver) {
    super(salesforceSettings);
    const settings = () => this.settings();
    this.#org = new Org(world, settings);
    this.#oauth = new OAuth(world, settings);
    this.#usage = new ApiUsage(world, settings);
    this.#api = new RestApi(this.#org, this.#usage);
    this.#arrivals = new Arrivals(world, {
      realistic: randomSale,
      simple: simpleSale,
      place: (sale, at) => placeSale(this.#org, sale, at === null ? {} : { placedAt: at }).id,
    });
    this.#webhooks = outboundMessages(world, deliver, this.#org, () => this.#messages.value);
    this.#org.tables.told = (row) => this.#webhooks.emit(row.object, () => notificationOf(row));
    this.consistsOf({
      org: this.#org,
      arrivals: this.#arrivals,
      tokens: this.#oauth,
      usage: this.#usage,
      messages: this.#messages,
      webhooks: this.#webhooks,
    });
    found(this.#org);
  }

  override change(settings: unknown): void {
    super.change(settings);
    found(this.#org);
  }

  override reset(seeded: boolean): void {
    super.reset(false);
    found(this.#org);
    if (seeded) this.seed();
  }

  template(path: string): string {
    if (path.startsWith('/services/oauth2/') || path === '/services/data') return path;
    return (
      this.#api.template(path) ??
      (path.startsWith('/services/Soap/') ? '/services/Soap/u/{version}' : 'unknown')
    );
  }

  async operation(request: Request): Promise<string> {
    if (request.method !== 'POST' || !compositePath.test(new URL(request.url).pathname)) return '';
    const body: unknown = await request.json().catch(() => null);
    return isObject(body) ? operationIn(objectsIn(body.compositeRequest)) : '';
  }

  state(): unknown {
    const rows = stateObjects.map((name) => [name, this.#org.tables.all(name).map(({ fields }) => fields)]);
    return {
      ...Object.fromEntries(rows),
      expectations: expectationsOf(this.#org),
      usedCalls: this.#usage.used(),
    };
  }

  control(): Hono {
    return salesforceControl({
      org: this.#org,
      arrivals: this.#arrivals,
      oauth: this.#oauth,
      usage: this.#usage,
      messages: this.#messages,
      webhooks: this.#webhooks,
    });
  }

  showcase(): Showcase {
    const credentials = {
      'Address of the org': `https://${myDomain}`,
      'Consumer key': consumerKey,
      'Consumer secret': consumerSecret,
      Currency: corporateCurrency(this.settings()),
      Country: 'NL',
      'Field of the order key': 'KoppelKey__c',
    };
    return shopShowcase('Salesforce', credentials, {
      arrivals: this.#arrivals,
      merchandise: merchandiseOf(this.#org),
      refundNewest: () => reduceNewest(this.#org),
      cancelNewest: () => cancelNewest(this.#org),
    });
  }

  protected seed(): void {
    seedOrg(this.#org);
  }

  protected async answer(request: Request): Promise<Response> {
    const url = new URL(request.url);
    const { pathname } = url;
    if (pathname.startsWith('/services/oauth2/')) return this.#oauthAnswer(request, url);
    if (pathname.startsWith('/services/Soap/u/') && request.method === 'POST')
      return this.#soap(await request.text());
    if (pathname.startsWith('/pictures/')) {
      return new Response(pictureOf(pathname.slice('/pictures/'.length)), {
        headers: { 'Content-Type': 'image/png' },
      });
    }
    if (pathname === '/services/data' || pathname === '/services/data/')
      return jsonAnswer(versionsOf(this.#org));
    if (!pathname.startsWith('/services/data/')) throw notFound();
    return this.#rest(request, url);
  }

  async #oauthAnswer(request: Request, url: URL): Promise<Response> {
    const base = this.#instanceUrl(url);
    switch (`${request.method} ${url.pathname.slice('/services/oauth2/'.length)}`) {
      case 'POST token':
        return this.#oauth.exchange(request, base);
      case 'GET authorize':
        return this.#oauth.authorize(url);
      case 'POST revoke':
        return this.#oauth.revoke(request);
      case 'POST introspect':
        return this.#oauth.introspect(request);
      case 'GET userinfo':
        this.#oauth.admit(request);
        return jsonAnswer(userInfo(this.settings(), base));
      default:
        throw oauthError('invalid_request', 'unknown endpoint or method');
    }
  }

  /** The session is looked at first, then the limit, then everything else: their order is not told. */
  async #rest(request: Request, url: URL): Promise<Response> {
    this.#oauth.admit(request);
    if (!this.settings().planAllowsApi) {
      throw refused(403, 'API_DISABLED_FOR_ORG', 'The REST API is not enabled for this Organization.');
    }
    try {
      this.#usage.count();
      requireShort(request, url);
      const body = await bodyOf(request);
      const path = url.pathname + url.search;
      return responseOf(
        this.#api.carryOut(request.method, path, body, request.headers),
        this.#usage.header(),
      );
    } catch (error) {
      if (!(error instanceof RestRefusal)) throw error;
      return jsonAnswer(error.content, error.status, this.#usage.header());
    }
  }

  /** One call only: `getUserInfo`, with the token as the session. */
  #soap(text: string): Response {
    const headers = { 'Content-Type': 'text/xml; charset=utf-8' };
    const session = /<(?:\w+:)?sessionId>([^<]*)</.exec(text)?.[1] ?? '';
    if (this.#oauth.look(session).kind !== 'valid') {
      return new Response(soapFault('INVALID_SESSION_ID', 'Invalid Session ID found in SessionHeader'), {
        status: 500,
        headers,
      });
    }
    if (!/<(?:\w+:)?getUserInfo\b/.test(text)) {
      return new Response(soapFault('INVALID_OPERATION', 'This operation is not played'), {
        status: 500,
        headers,
      });
    }
    return new Response(soapUserInfo(this.settings()), { headers });
  }

  #instanceUrl({ origin, hostname }: URL): string {
    const isSalesforce = hostname.endsWith('.salesforce.com');
    return this.settings().instanceUrl ?? (isSalesforce ? `https://${myDomain}` : `${origin}/salesforce`);
  }
}

/** What several calls in one are for: ` POST Order`. */
function operationIn(parts: readonly JsonObject[]): string {
  if (parts.length === 0) return '';
  const writing = parts.find(({ method }) => method !== 'GET');
  if (writing === undefined) return ' query';
  const [, of = ''] = /\/(?:sobjects|composite)\/(\w+)/.exec(textIn(writing, 'url')) ?? [];
  return ` ${textIn(writing, 'method')} ${of}`;
}

async function bodyOf(request: Request): Promise<Json | undefined> {
  if (request.method === 'GET' || request.method === 'DELETE') return undefined;
  const { text, mediaType, json } = await readJsonBody(request);
  if (text === '') return undefined;
  if (mediaType !== 'application/json') {
    throw refused(415, 'UNSUPPORTED_MEDIA_TYPE', `The media type ${mediaType} is not supported`);
  }
  if (json === undefined) throw refused(400, 'JSON_PARSER_ERROR', 'Unexpected character in the body');
  // What `JSON.parse` made.
  return json as Json;
}

/** Address and headers together (sheet 3.3). */
function requireShort(request: Request, url: URL): void {
  const headers = [...request.headers].reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  if (url.href.length + headers <= maxAddressBytes) return;
  throw refused(414, 'URI_TOO_LONG', 'The length of the URI exceeds the 16,384 byte limit.');
}

function responseOf({ status, body, headers }: Reply, more: Record<string, string>): Response {
  if (status === 204 || status === 304)
    return new Response(null, { status, headers: { ...headers, ...more } });
  return jsonAnswer(body, status, { ...headers, ...more });
}
