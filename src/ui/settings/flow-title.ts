import type { FlowDocument } from '../../engine/configuration/configuration.ts';
import type { Pair } from '../../engine/configuration/offered-flows.ts';
import type { Texts } from '../../texts/en.ts';
import { flowLine } from '../parts/flow-name.tsx';
import { titleOf } from '../parts/system-name.ts';

/** A flow in one line, by the names of its systems: `Orders: Ecwid → Jortt`. */
export function flowTitle(view: Pair, flow: FlowDocument, texts: Texts): string {
  const [from, to] = [titleOf(view, flow.from), titleOf(view, flow.to)];
  return flowLine({ flow: flow.flow, from, to }, texts);
}
