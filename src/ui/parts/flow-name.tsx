import type { Texts } from '../../texts/en.ts';
import { useWords } from '../reader.ts';
import { Arrow } from './arrow.tsx';

interface FlowParts {
  readonly flow: string;
  readonly from: string;
  readonly to: string;
}

export function FlowName({ flow, from, to }: FlowParts) {
  const words = useWords();
  return (
    <span class="flow-name">
      {whatOf(flow, words)}{' '}
      <span class="quiet">
        {from} <Arrow /> {to}
      </span>
    </span>
  );
}

/** What a flow carries, in words. */
export function whatOf(flow: string, { flows }: Texts['pages']): string {
  return Object.hasOwn(flows, flow) ? flows[flow as keyof typeof flows] : flow;
}

/** What a record of the flow is, as its title names it. */
export function oneOf(flow: string, { record: { one } }: Texts['pages']): string {
  return Object.hasOwn(one, flow) ? one[flow as keyof typeof one] : flow;
}

/** A flow in one line, where there can be no markup. */
export function flowLine({ flow, from, to }: FlowParts, words: Texts['pages']): string {
  return `${whatOf(flow, words)}: ${from} → ${to}`;
}
