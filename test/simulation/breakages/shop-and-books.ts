import type { ExistingCustomer } from '../../../src/connectors/contract/target.ts';
import type { Identity } from '../../../src/records/identity.ts';
import { afterWaiting, answeredAs, type Breakage, blindTo, execAs } from './breakage.ts';

/** What may be wrong with an engine that carries orders from a shop to books. */
export const shopAndBooks = {
  'no intent is stored': blindTo(/INTO steps/),
  'nothing is looked for before it is made': answeredAs(
    ({ method, url }) => {
      const { pathname, searchParams } = new URL(url);
      return pathname === '/v3/invoices' && method === 'GET' && searchParams.has('query');
    },
    async () => Response.json({ data: [], _links: { next: null } }),
  ),
  'the cursor moves with every page': execAs(/INTO cursors/, (exec) => (query, ...bindings) => {
    const [flow = null, since = null, until = null, page = null, ...rest] = bindings;
    return exec(query, flow, page === null ? since : until, until, page, ...rest);
  }),
  'what a gateway answers proves that nothing was made': answeredAs(
    ({ method, url }) => method === 'POST' && new URL(url).pathname.startsWith('/v3/'),
    async (request, network) => {
      const answer = await network(request.clone());
      const error = { code: 422, key: 'params.invalid', message: 'Refused', details: [] };
      const isDisowned = [408, 409, 503, 504].includes(answer.status);
      return isDisowned ? Response.json({ error }, { status: 422 }) : answer;
    },
  ),
  'what is kept goes by the name of the connection, not by its account': execAs(
    /^(?!.*(?:accounts|connections))/s,
    (exec) =>
      (query, ...bindings) => {
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
  'a connection that is renamed leaves behind what waits': execAs(
    /UPDATE connections SET name/,
    (exec) =>
      (query, ...bindings) => {
        exec("DELETE FROM tasks WHERE state IN ('queued', 'waiting')");
        return exec(query, ...bindings);
      },
  ),
  'what always fails is never parked': afterWaiting('UPDATE tasks SET failing_since = NULL'),
} satisfies Record<string, Breakage>;

const anybody: Identity = { kind: 'person', name: '', vatNumber: undefined };

function asAnybody(customer: ExistingCustomer): ExistingCustomer {
  return { ...customer, identity: anybody };
}
