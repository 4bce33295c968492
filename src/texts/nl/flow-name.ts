import { flows } from './pages/parts.ts';

/** What a flow carries, as people call it. What is not known is shown as it is. */
export function flowName(flow: string): string {
  return Object.hasOwn(flows, flow) ? flows[flow as keyof typeof flows] : flow;
}
