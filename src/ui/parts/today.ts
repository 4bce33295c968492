import type { IntegrationView } from '../../engine/reporting/views.ts';
import { utcDay } from '../../engine/utc-day.ts';

/** How often something happened today, in a flow or over all: an outcome, or `calls`. Days are counted in UTC. */
export function countToday({ days }: IntegrationView, name: string, flow?: string): number {
  const today = utcDay(Date.now());
  const counts = days.filter(
    (each) => each.day === today && each.name === name && (flow ?? each.flow) === each.flow,
  );
  return counts.reduce((total, { count }) => total + count, 0);
}
