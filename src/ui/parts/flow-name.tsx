import { createContext, useContext } from 'hono/jsx';
import type { Pair } from '../../engine/configuration/offered-flows.ts';
import type { Texts } from '../../texts/en.ts';
import { useTexts } from '../reader.ts';
import { Arrow } from './arrow.tsx';
import { titleOf } from './system-name.ts';

/** The link whose page it is: what stands on it names connections by their systems. */
export const LinkOfPage = createContext<Pair>({ connections: {} });

/** What a connection of that link is called. */
export function useTitleOf(): (connection: string) => string {
  const link = useContext(LinkOfPage);
  return (connection) => titleOf(link, connection);
}

interface FlowParts {
  readonly flow: string;
  readonly from: string;
  readonly to: string;
}

export function FlowName({ flow, from, to }: FlowParts) {
  const { figures, pages } = useTexts();
  const title = useTitleOf();
  return (
    <span class="flow-name">
      {figures.capitalised(whatOf(flow, pages))}{' '}
      <span class="quiet">
        {title(from)} <Arrow /> {title(to)}
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
export function flowLine({ flow, from, to }: FlowParts, { figures, pages }: Texts): string {
  return `${figures.capitalised(whatOf(flow, pages))}: ${from} → ${to}`;
}
