import type { Connector } from '../../connectors/contract/connector.ts';
import type { FlowDocument } from './configuration.ts';

/** The flow that carries orders of a stock flow's target to its source, where it is on. */
export function ordersBackOf(
  flows: readonly FlowDocument[],
  { from, to }: Pick<FlowDocument, 'from' | 'to'>,
): FlowDocument | undefined {
  return flows.find((each) => each.flow === 'orders' && each.from === to && each.to === from && each.enabled);
}

/**
 * Whether what the target of a stock flow sells is taken off at its source: its orders go there, name their articles, and take them off.
 * Else the source never learns of those sales.
 */
export function takesSalesOff(
  flows: readonly FlowDocument[],
  ends: Pick<FlowDocument, 'from' | 'to'>,
  source: Connector,
): boolean {
  const orders = ordersBackOf(flows, ends);
  const { articles, takesStock } = source.orders?.target ?? {};
  return (
    orders !== undefined &&
    articles !== undefined &&
    takesStock === true &&
    orders.settings.products !== 'ignore'
  );
}
