import type { IntegrationView } from '../../engine/reporting/views.ts';

type Counted = Pick<IntegrationView, 'days' | 'today'>;

/** How often something happened today, in a flow or over all: an outcome, or `calls`. The day is that of the shop. */
export function countToday({ days, today }: Counted, name: string, flow?: string): number {
  const counts = days.filter(
    (each) => each.day === today && each.name === name && (flow ?? each.flow) === each.flow,
  );
  return counts.reduce((total, { count }) => total + count, 0);
}
