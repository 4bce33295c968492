import type { FlowDocument } from '../../engine/configuration/configuration.ts';
import type { IntegrationView } from '../../engine/reporting/views.ts';
import type { Texts } from '../../texts/en.ts';
import { flowLine } from '../parts/flow-name.tsx';
import { systemName } from '../parts/system-name.ts';

/** A flow in one line, by the names of its systems: `orders: Ecwid → Jortt`. */
export function flowTitle(view: IntegrationView, flow: FlowDocument, { pages }: Texts): string {
  const [from, to] = [systemName(view, flow.from), systemName(view, flow.to)];
  return flowLine({ flow: flow.flow, from, to }, pages);
}
