/**
 * What a call asks for, in one line: `PUT /v3/customers/330001`. All calls of GraphQL go to one address: they go by their operation and the
 * customer that their variables name, `mutation customerUpdate /customers/7712345678900`. Several calls in one go by the first of them that
 * changes something, and are a question where none does.
 */
export async function callLine(request: Request): Promise<string> {
  const { pathname } = new URL(request.url);
  if (pathname.endsWith('/composite')) return compositeLine(await request.clone().json());
  if (!pathname.endsWith('/graphql.json')) return `${request.method} ${pathname}`;
  const { query, variables } = (await request.clone().json()) as { query: string; variables?: unknown };
  const [, verb = 'query', field = ''] =
    /\b(query|mutation)\b[^{]*\{\s*(?:\w+\s*:\s*)?(\w+)/.exec(query) ?? [];
  const [, customer] = /gid:\/\/shopify\/Customer\/(\d+)/.exec(JSON.stringify(variables ?? {})) ?? [];
  return `${verb} ${field}${customer === undefined ? '' : ` /customers/${customer}`}`;
}

function compositeLine(body: unknown): string {
  const { compositeRequest } = body as { compositeRequest: { method: string; url: string }[] };
  const writing = compositeRequest.find(({ method }) => method !== 'GET');
  return writing === undefined ? 'query /composite' : `${writing.method} ${writing.url}`;
}

/** Whether a call changes something, or may. */
export function isWrite(line: string): boolean {
  return !/^(GET|query) /.test(line);
}

/** Whether it sees to the connection alone: a token, webhooks. */
export function isForConnection(line: string): boolean {
  return /\/token$|\/webhooks\/(\d+\/)?$|^mutation webhookSubscription/.test(line);
}

/** Whether it sets what a record says, and may be done twice. */
export function isUpdate(line: string): boolean {
  return /^(PUT|PATCH) /.test(line);
}

/** Whether it makes a customer. */
export function makesCustomer(line: string): boolean {
  return /^POST .*\/(customers|users\/|Account)$|^mutation customerCreate$/.test(line);
}

/** The customer that a call changes; null where it changes none. */
export function changedCustomer(line: string): string | null {
  const isMeant =
    /^(PUT|PATCH|POST) .*\/(customers|users|sobjects\/(Account|Contact))\/.|^mutation (customer|metafields)/.test(
      line,
    );
  return isMeant ? (/\/(?:customers|users|Account|Contact)\/([^/]+)/.exec(line)?.[1] ?? null) : null;
}
