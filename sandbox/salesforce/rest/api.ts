/** All calls below `/services/data`, also as parts of composite ones. */
import { RouteTable } from '../../kit/http/route-table.ts';
import type { Json } from '../../kit/json.ts';
import type { ApiUsage } from '../access/api-usage.ts';
import { type Endpoint, type Need, type Reply, reply } from '../endpoint.ts';
import type { Org } from '../org.ts';
import { notFound, RestRefusal, refused } from '../refusal.ts';
import { batchEndpoints } from './batch.ts';
import { collectionEndpoints } from './collections.ts';
import { compositeEndpoints } from './composite.ts';
import { orgEndpoints } from './org-endpoints.ts';
import { placeOrderEndpoints } from './place-order.ts';
import { queryEndpoints, sobjectEndpoints } from './sobjects.ts';
import { treeEndpoints } from './tree.ts';

export interface Dispatch {
  /** Answers refusals as well; throws what is none. `url` is a path with its query. */
  readonly carryOut: (
    method: string,
    url: string,
    body: Json | undefined,
    headers: Headers,
    allOrNone?: boolean,
  ) => Reply;
  readonly needOf: (method: string, url: string) => Need | null;
}

/** Paths are looked at below it; nothing is sent there. */
const base = 'https://org.example.com';

export class RestApi implements Dispatch {
  readonly #org: Org;
  readonly #routes: RouteTable<Endpoint>;

  constructor(org: Org, usage: ApiUsage) {
    this.#org = org;
    this.#routes = new RouteTable([
      ...queryEndpoints(org),
      ...collectionEndpoints(org),
      ...compositeEndpoints(org, this),
      ...batchEndpoints(this, usage),
      ...treeEndpoints(org),
      ...placeOrderEndpoints(org),
      ...orgEndpoints(org, usage),
      ...sobjectEndpoints(org),
    ]);
  }

  template(path: string): string | undefined {
    return this.#routes.template(path);
  }

  needOf(method: string, url: string): Need | null {
    if (!URL.canParse(url, base)) return null;
    const found = this.#routes.find(method, new URL(url, base).pathname);
    return found.kind === 'found' ? found.handler.need : null;
  }

  carryOut(method: string, url: string, body: Json | undefined, headers: Headers, allOrNone = false): Reply {
    try {
      return this.#answer(method, url, body, headers, allOrNone);
    } catch (error) {
      if (error instanceof RestRefusal) return reply(error.content, error.status, error.headers);
      throw error;
    }
  }

  #answer(method: string, url: string, body: Json | undefined, headers: Headers, allOrNone: boolean): Reply {
    if (!URL.canParse(url, base)) throw notFound();
    const { pathname, searchParams: query } = new URL(url, base);
    const found = this.#routes.find(method, pathname);
    if (found.kind === 'unknown') throw notFound();
    if (found.kind === 'wrong verb') {
      throw refused(405, 'METHOD_NOT_ALLOWED', `HTTP Method '${method}' not allowed.`);
    }
    const { parameters, handler } = found;
    const version = this.#versionIn(parameters.version ?? '');
    return handler.answer({ method, parameters, query, body, headers, version, allOrNone });
  }

  /** `v66.0`, of those that are there. */
  #versionIn(text: string): string {
    const { first, last } = this.#org.settings().versions;
    const number = Number(/^v(\d{2})\.0$/.exec(text)?.[1] ?? 0);
    if (number < first || number > last) throw notFound();
    return `${number}.0`;
  }
}
