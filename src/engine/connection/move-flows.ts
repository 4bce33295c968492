import { flowId, splitFlowId } from '../configuration/configuration.ts';
import type { Stores } from '../storage/stores.ts';

/**
 * Lets the open tasks, dirty keys and cursors of one place be those of another, where two turn out to be one account. A record
 * that has an open task there already keeps that one.
 */
export function moveFlows(stores: Stores, from: string, to: string): void {
  for (const [flow, moved] of flowsOf(stores, from, to)) {
    stores.tasks.move(flow, moved);
    stores.register.forgetNotices(flow);
    stores.cursors.move(flow, moved);
    stores.dirty.move(flow, moved);
  }
  if (stores.accounts.get(from)?.makes) stores.accounts.noteMaking(to);
}

function flowsOf(stores: Stores, from: string, to: string): [string, string][] {
  const flows = new Set([...stores.openTasks.flows(), ...stores.cursors.flows(), ...stores.dirty.flows()]);
  return [...flows].flatMap((flow) => {
    const parts = splitFlowId(flow);
    if (parts.from !== from && parts.to !== from) return [];
    const place = (each: string) => (each === from ? to : each);
    return [[flow, flowId({ flow: parts.flow, from: place(parts.from), to: place(parts.to) })]];
  });
}
