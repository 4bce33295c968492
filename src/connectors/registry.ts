import { ccv } from './ccv/index.ts';
import type { Connector } from './contract/connector.ts';
import { ecwid } from './ecwid/index.ts';
import { jortt } from './jortt/index.ts';
import { magento } from './magento/index.ts';
import { mijnwebwinkel } from './mijnwebwinkel/index.ts';
import { salesforce } from './salesforce/index.ts';
import { shopify } from './shopify/index.ts';

/** Every system that Koppel knows. Adding one is adding a folder and a line here. */
export const connectors: readonly Connector[] = [
  ccv,
  ecwid,
  jortt,
  magento,
  mijnwebwinkel,
  salesforce,
  shopify,
];

export function connectorById(id: string): Connector | undefined {
  return connectors.find((connector) => connector.id === id);
}
