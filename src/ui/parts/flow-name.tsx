import { createContext, useContext } from 'hono/jsx';
import type { Pair } from '../../engine/configuration/offered-flows.ts';
import type { Texts } from '../../texts/en.ts';
import { useWords } from '../reader.ts';
import { Arrow } from './arrow.tsx';
import { titleOf } from './system-name.ts';

/** The link whose page it is: what stands on it names connections by their systems. */
export const LinkOfPage = createContext<Pair>({ connections: {} });

interface FlowParts {
  readonly flow: string;
  readonly from: string;
  readonly to: string;
}

export function FlowName({ flow, from, to }: FlowParts) {
  const words = useWords();
  const link = useContext(LinkOfPage);
  return (
    <span class="flow-name">
      {heading(whatOf(flow, words))}{' '}
      <span class="quiet">
        {titleOf(link, from)} <Arrow /> {titleOf(link, to)}
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
  return `${heading(whatOf(flow, words))}: ${from} → ${to}`;
}

/** A word as it begins a line. */
export function heading(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
