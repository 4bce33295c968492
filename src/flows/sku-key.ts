import type { Connector } from '../connectors/contract/connector.ts';

/** Returns how a target tells two SKUs apart: those of one key are one to it. Where it has no products they are compared as they are. */
export function skuKeyOf(target: Pick<Connector, 'products'> | undefined): (sku: string) => string {
  return target?.products?.target?.skuKey ?? ((sku) => sku);
}
