/** Orders go from one account to another, each by a name that is equal wherever the account is named. */
export type OrderEdge = readonly [from: string, to: string];

export interface OrdersOf {
  readonly id: string;
  readonly orders: readonly OrderEdge[];
}

/**
 * The other integrations through which the orders of one come back to where they came from. Own work is told from others'
 * and never carried on; but whoever sees a ring mostly did not mean one.
 */
export function ringWith(own: readonly OrderEdge[], others: readonly OrdersOf[]): string[] {
  const edges = [...own, ...others.flatMap(({ orders }) => orders)];
  const back = edges.map(([from, to]): OrderEdge => [to, from]);
  const isInRing = ([from, to]: OrderEdge) =>
    own.some(([start, end]) => reached(edges, end).has(from) && reached(back, start).has(to));
  return others.filter(({ orders }) => orders.some(isInRing)).map(({ id }) => id);
}

/** Where orders get to from an account, itself among them. */
function reached(edges: readonly OrderEdge[], start: string): ReadonlySet<string> {
  const found = new Set([start]);
  for (const each of found) for (const [from, to] of edges) if (from === each) found.add(to);
  return found;
}
