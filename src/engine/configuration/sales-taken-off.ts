import type { Connector } from '../../connectors/contract/connector.ts';
import type { FlowDocument } from './configuration.ts';

/**
 * Whether what the target of a stock flow sells is taken off at its source: its orders go there, name their articles, and take them off.
 * Else the source never learns of those sales.
 */
export function takesSalesOff(
  flows: readonly FlowDocument[],
  { from, to }: Pick<FlowDocument, 'from' | 'to'>,
  source: Connector,
): boolean {
  const orders = flows.find(
    (each) => each.flow === 'orders' && each.from === to && each.to === from && each.enabled,
  );
  const { articles, takesStock } = source.orders?.target ?? {};
  return (
    orders !== undefined &&
    articles !== undefined &&
    takesStock === true &&
    orders.settings.products !== 'ignore'
  );
}
