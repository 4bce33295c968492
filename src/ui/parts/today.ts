import type { IntegrationView } from '../../engine/reporting/views.ts';

/** How often something happened today, over all flows: an outcome, or `calls`. Days are counted in UTC. */
export function countToday({ days }: IntegrationView, name: string): number {
  const today = new Date().toISOString().slice(0, 10);
  const counts = days.filter((each) => each.day === today && each.name === name);
  return counts.reduce((total, { count }) => total + count, 0);
}
