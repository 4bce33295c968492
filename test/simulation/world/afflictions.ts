import type { Scenario } from '../scenario.ts';
import type { Trouble } from './faults.ts';

const broken: Trouble = { kind: 'sandbox', rule: { system: 'any', times: 1, kind: 'status', status: 500 } };

const lacking: Trouble = {
  kind: 'sandbox',
  rule: {
    system: 'ecwid',
    times: 1,
    kind: 'status',
    status: 403,
    body: { errorMessage: 'The scope update_orders is missing', errorCode: 'INSUFFICIENT_APP_SCOPE' },
  },
};

/**
 * What fails every time, while everything else over the same connection works: one record, or one kind of call. `ids` are
 * the orders so far, in the order in which they were placed.
 */
export async function affliction(
  { poison, lacksScope }: Pick<Scenario, 'poison' | 'lacksScope'>,
  { isCalm, ids }: { readonly isCalm: boolean; readonly ids: readonly string[] },
  request: Request,
): Promise<Trouble | null> {
  const { pathname } = new URL(request.url);
  if (lacksScope && !isCalm && request.method === 'PUT' && /\/orders\/[^/]+$/.test(pathname)) return lacking;
  const id = poison === null ? undefined : ids[poison.order];
  if (poison === null || id === undefined || (isCalm && !poison.isForGood)) return null;
  switch (poison.call) {
    case 'read':
      return request.method === 'GET' && pathname.endsWith(`/orders/${id}`) ? broken : null;
    case 'create': {
      if (request.method !== 'POST' || pathname !== '/v3/invoices') return null;
      return (await request.clone().text()).includes(`"${id}"`) ? broken : null;
    }
  }
}
