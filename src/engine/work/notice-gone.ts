import { flowId, splitFlowId } from '../configuration/configuration.ts';
import type { Stores } from '../storage/stores.ts';
import { notice } from './notice.ts';

/**
 * The source of this stock flow has a SKU no longer: the product that was carried under it is looked at. Magento tells of no product that was
 * deleted, but its lists of levels lack it.
 */
export function noticeGone(stores: Stores, stockFlow: string, sku: string, now: number): void {
  const { from, to } = splitFlowId(stockFlow);
  const products = flowId({ flow: 'products', from, to });
  if (stores.cursors.get(products) === null) return;
  for (const { flow, key, number } of stores.numbers.beginningWith(sku)) {
    if (flow !== products || number !== sku) continue;
    if (stores.links.get('product', from, to, key) !== null) notice(stores, products, { key }, now);
  }
}
