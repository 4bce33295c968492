import type { Api } from '../contract/api.ts';
import type { JsonObject } from '../contract/target.ts';
import { type Operation, query } from './graphql.ts';
import { gid, type Kind } from './ids.ts';

interface ById<Node> {
  readonly kind: Kind;
  /** Asks for `$ids`. Its cost is that of one record. */
  readonly operation: Operation<{ readonly nodes: readonly (Node | null)[] }>;
  readonly perCall: number;
  readonly variables?: JsonObject;
}

/** Records by their numbers, several with a call, and without the index of searches. What is gone is left out. */
export async function nodesById<Node extends { readonly id: string }>(
  api: Api,
  { kind, operation, perCall, variables = {} }: ById<Node>,
  keys: readonly string[],
): Promise<ReadonlyMap<string, Node>> {
  const ids = [...new Set(keys)].flatMap((key) => gid(kind, key) ?? []);
  const found = new Map<string, Node>();
  for (let start = 0; start < ids.length; start += perCall) {
    const some = ids.slice(start, start + perCall);
    const asked = { ...operation, cost: operation.cost * some.length };
    const { nodes } = await query(api, asked, { ids: some, ...variables });
    for (const node of nodes) if (node !== null) found.set(node.id, node);
  }
  return found;
}
