import type { Stored } from '../../texts/tell.ts';
import type { Runtime } from '../work/runtime.ts';

/**
 * Systems that have answered so many calls of a day that a flow must leave the rest to others, by the places of their connections. It is told
 * before all are used, and whether or not a flow of this integration waits already.
 */
export function shortDays({ connections, flows }: Runtime): { place: string; problem: Stored }[] {
  return connections.flatMap((connection) => {
    const short = connection.limiter.shortDay;
    if (short === null) return [];
    const over = [...flows.values()].filter(
      ({ flow, from, to }) => flow.enabled && (from === connection || to === connection),
    );
    const held = [...new Set(over.map(({ flow }) => flow.flow))].filter((flow) => short.holds(flow));
    const { name: system } = connection.connector;
    const params = { system, allowed: short.allowed, flows: held };
    return [{ place: connection.place, problem: { code: 'day_short', params } }];
  });
}
