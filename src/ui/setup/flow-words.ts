import { documentTarget } from '../../connectors/contract/document-targets.ts';
import { connectorById } from '../../connectors/registry.ts';
import type { OfferedFlow, Pair } from '../../engine/configuration/offered-flows.ts';
import type { Texts } from '../../texts/en.ts';
import { titleOf } from '../parts/system-name.ts';

/** What a flow does, in one line: sales become what the target makes of them where no setting says otherwise. */
export function flowWords({ flow, from, to }: OfferedFlow, pair: Pair, { pages }: Texts): string {
  const { does } = pages.setup;
  const target = connectorById(pair.connections[to]?.connector ?? '');
  const makesInvoices =
    flow === 'orders' && target !== undefined && documentTarget(target, undefined)?.kinds.includes('invoice');
  return does[makesInvoices ? 'invoices' : flow](titleOf(pair, from), titleOf(pair, to));
}
