import { flowId, splitFlowId } from '../configuration/configuration.ts';
import type { Names } from './views.ts';

/**
 * The ids under which the work of a flow is or was stored, whatever account its connections led to. By the names of its connections, or
 * by its kind alone; undefined for all flows.
 */
export function placedFlows(flow: string | undefined, names: Names): string[] | undefined {
  if (flow === undefined) return undefined;
  const { flow: kind, from, to } = splitFlowId(flow);
  const places = (name: string) =>
    [...names].flatMap(([place, connection]) => (name === '' || connection === name ? [place] : []));
  return places(from).flatMap((source) =>
    places(to).map((target) => flowId({ flow: kind, from: source, to: target })),
  );
}
