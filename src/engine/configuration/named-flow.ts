import { flowId, splitFlowId } from './configuration.ts';

/** The id of a flow by the names of its connections, which people know, for one by the places of their accounts. */
export function namedFlow(id: string, names: ReadonlyMap<string, string>): string {
  const { flow, from, to } = splitFlowId(id);
  return flowId({ flow, from: names.get(from) ?? from, to: names.get(to) ?? to });
}
