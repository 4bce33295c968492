export interface Route<Handler> {
  readonly method: string;
  /** `/v3/invoices/{id}` */
  readonly template: string;
  readonly handler: Handler;
}

export type Found<Handler> =
  | { kind: 'found'; handler: Handler; parameters: Readonly<Record<string, string>> }
  | { kind: 'wrong verb' }
  | { kind: 'unknown' };

interface Compiled<Handler> extends Route<Handler> {
  readonly pattern: RegExp;
  readonly names: readonly string[];
}

/** Routes in the order in which they are tried. Distinguishes a wrong verb from an unknown path. */
export class RouteTable<Handler> {
  readonly #routes: readonly Compiled<Handler>[];

  constructor(routes: readonly Route<Handler>[]) {
    this.#routes = routes.map(compiled);
  }

  find(method: string, path: string): Found<Handler> {
    let pathIsKnown = false;
    for (const route of this.#routes) {
      const match = route.pattern.exec(path);
      if (match === null) continue;
      pathIsKnown = true;
      if (route.method !== method) continue;
      const parameters = Object.fromEntries(
        route.names.map((name, index) => [name, decoded(match[index + 1] ?? '')]),
      );
      return { kind: 'found', handler: route.handler, parameters };
    }
    return pathIsKnown ? { kind: 'wrong verb' } : { kind: 'unknown' };
  }

  template(path: string): string | undefined {
    return this.#routes.find(({ pattern }) => pattern.test(path))?.template;
  }
}

function compiled<Handler>(route: Route<Handler>): Compiled<Handler> {
  const names = [...route.template.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  return { ...route, names, pattern: new RegExp(`^${route.template.replace(/\{\w+\}/g, '([^/]+)')}/?$`) };
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
