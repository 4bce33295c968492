import { asProblem } from '../../records/problem.ts';
import type { Api } from '../contract/api.ts';
import type { AskedHooks, FlowName } from '../contract/connector.ts';
import { hasScope } from './account.ts';
import { mutate, query, set } from './graphql.ts';
import { all, connected } from './pages.ts';
import { subscribe, subscriptions, unsubscribe } from './subscriptions.graphql.ts';

/** Topics of each flow, and the scope that lets an app hear of them (sheet 2, 10.1). */
const topics: Readonly<Record<FlowName, { readonly scope: string; readonly names: readonly string[] }>> = {
  orders: {
    scope: 'read_orders',
    names: ['ORDERS_CREATE', 'ORDERS_UPDATED', 'ORDERS_CANCELLED', 'REFUNDS_CREATE'],
  },
  customers: { scope: 'read_customers', names: ['CUSTOMERS_CREATE', 'CUSTOMERS_UPDATE'] },
  products: { scope: 'read_products', names: ['PRODUCTS_CREATE', 'PRODUCTS_UPDATE', 'PRODUCTS_DELETE'] },
  categories: {
    scope: 'read_products',
    names: ['COLLECTIONS_CREATE', 'COLLECTIONS_UPDATE', 'COLLECTIONS_DELETE'],
  },
  stock: { scope: 'read_inventory', names: ['INVENTORY_LEVELS_UPDATE', 'INVENTORY_LEVELS_CONNECT'] },
};

/** Only what leads to this address is Koppel's: what else the app asked for stays. */
export async function register(api: Api, address: string, flows: ReadonlySet<FlowName>): Promise<AskedHooks> {
  const rows = connected(async (after) => (await query(api, subscriptions, { after })).webhookSubscriptions);
  const standing = (await all(rows)).filter(({ uri }) => uri === address);
  const wanted = [...flows].flatMap((flow) => topics[flow].names);
  for (const { id, topic } of standing) if (!wanted.includes(topic)) await set(api, unsubscribe, { id });
  const untold = new Map<FlowName, string | null>();
  const anew = new Set<FlowName>();
  for (const flow of flows) {
    const { scope, names } = topics[flow];
    const missing = names.filter((name) => !standing.some(({ topic }) => topic === name));
    const isAsked = hasScope(api.account, scope) && (await ask(api, address, missing));
    if (!isAsked) untold.set(flow, hasScope(api.account, scope) ? null : scope);
    else if (missing.length > 0) anew.add(flow);
  }
  return { untold, anew };
}

/** Whether the shop tells of these. */
async function ask(api: Api, uri: string, names: readonly string[]): Promise<boolean> {
  try {
    for (const topic of names) await mutate(api, subscribe, { topic, uri });
    return true;
  } catch (error) {
    if (asProblem(error).kind !== 'rejected') throw error;
    return false;
  }
}
