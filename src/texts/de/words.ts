/** What is stored as a code within a sentence, in words. What is not known is shown as it is. */
import { flows } from './pages/parts.ts';

/** What became of a sale after it was made. */
const happenings: Readonly<Record<string, string>> = {
  paid: 'bezahlt',
  shipped: 'versandt',
  cancelled: 'storniert',
};

export function flowName(flow: string): string {
  return Object.hasOwn(flows, flow) ? flows[flow as keyof typeof flows] : flow;
}

export function happened(what: readonly string[]): string {
  return what.map((each) => (Object.hasOwn(happenings, each) ? happenings[each] : each)).join(' und ');
}
