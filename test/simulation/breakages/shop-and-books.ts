import type { ExistingCustomer } from '../../../src/connectors/contract/target.ts';
import type { Identity } from '../../../src/records/identity.ts';
import { afterWaiting, answeredAs, type Breakage, blindTo, execAs } from './breakage.ts';

/** What may be wrong with an engine that carries orders from a shop to books. */
export const shopAndBooks = {
  'no intent is stored': blindTo(/INTO steps/),
  'nothing is looked for before it is made': answeredAs(async (request, network) => {
    const { pathname, searchParams } = new URL(request.url);
    const isSearch = pathname === '/v3/invoices' && request.method === 'GET' && searchParams.has('query');
    return isSearch ? Response.json({ data: [], _links: { next: null } }) : network(request);
  }),
  'the cursor moves with every page': execAs((exec) => (query, ...bindings) => {
    if (!/INTO cursors/.test(query)) return exec(query, ...bindings);
    const [flow = null, since = null, until = null, page = null, ...rest] = bindings;
    return exec(query, flow, page === null ? since : until, until, page, ...rest);
  }),
  'what a gateway answers proves that nothing was made': answeredAs(async (request, network) => {
    const answer = await network(request.clone());
    const isCreate = request.method === 'POST' && new URL(request.url).pathname.startsWith('/v3/');
    const isDisowned = isCreate && [408, 409, 503, 504].includes(answer.status);
    const error = { code: 422, key: 'params.invalid', message: 'Refused', details: [] };
    return isDisowned ? Response.json({ error }, { status: 422 }) : answer;
  }),
  'what is kept goes by the name of the connection, not by its account': execAs(
    (exec) =>
      (query, ...bindings) => {
        if (/accounts|connections/.test(query)) return exec(query, ...bindings);
        const named = bindings.map((each) =>
          typeof each === 'string' ? each.replace('shop#2', 'shop') : each,
        );
        return exec(query, ...named);
      },
  ),
  'a customer is its e-mail address': {
    customers: (target) => ({
      ...target,
      identityOf: () => anybody,
      find: async (api, emails) => {
        const found = await target.find(api, emails);
        return new Map([...found].map(([email, all]) => [email, all.map(asAnybody)]));
      },
      get: async (api, id) => {
        const found = await target.get(api, id);
        return found && asAnybody(found);
      },
    }),
  },
  'a connection that is renamed leaves behind what waits': execAs((exec) => (query, ...bindings) => {
    if (/UPDATE connections SET name/.test(query))
      exec("DELETE FROM tasks WHERE state IN ('queued', 'waiting')");
    return exec(query, ...bindings);
  }),
  'what always fails is never parked': afterWaiting('UPDATE tasks SET failing_since = NULL'),
  'own mark ignored': {
    ...execAs(
      (exec) =>
        (query, ...bindings) =>
          asksForOwnWork.test(query) ? [] : exec(query, ...bindings),
    ),
    ...answeredAs(async (request, network) => {
      const answer = await network(request);
      const isOfOrders = request.method === 'GET' && /\/orders\b/.test(request.url);
      if (!isOfOrders || !answer.ok) return answer;
      const text = await answer.text();
      return new Response(text.replaceAll('Koppel', 'somebody'), answer);
    }),
  },
  'whole records are written': { customers: (target) => ({ ...target, narrowed: (body) => body }) },
  'what stands there after a write is always taken for its echo': { customers: trustingEchoes },
  'no going-live moment': execAs(
    (exec) =>
      (query, ...bindings) =>
        /SELECT live_from/.test(query) ? [] : exec(query, ...bindings),
  ),
} satisfies Record<string, Breakage>;

const asksForOwnWork = /FROM links WHERE target = .*target_id = .*'order'|FROM steps WHERE instr/;

/** Whatever is read after a write stood there before it already, as far as the engine is told. */
function trustingEchoes(target: CustomerTarget): CustomerTarget {
  const stood = new Map<string, Record<string, unknown>>();
  const written = new Set<string>();
  return {
    ...target,
    partsIn: (existing) => {
      const parts: Record<string, unknown> = { ...target.partsIn?.(existing) };
      if (!written.has(existing.id)) stood.set(existing.id, parts);
      return parts satisfies Parts;
    },
    update: async (api, existing, body) => {
      await target.update(api, existing, body);
      written.add(existing.id);
    },
    get: async (api, id) => {
      const found = await target.get(api, id);
      const before = stood.get(id);
      if (!written.delete(id) || found === null || before === undefined) return found;
      for (const part of Object.keys(before)) delete before[part];
      Object.assign(before, target.partsIn?.(found));
      return found;
    },
  };
}

const anybody: Identity = { kind: 'person', name: '', vatNumber: undefined };

function asAnybody(customer: ExistingCustomer): ExistingCustomer {
  return { ...customer, identity: anybody };
}
