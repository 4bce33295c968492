import type { Sandbox } from '../../../../sandbox/sandbox.ts';
import { CcvDesk } from './ccv-desk.ts';
import type { Desk, SystemName } from './desk.ts';
import { OfficeDesk } from './office-desk.ts';
import { SalesforceDesk } from './salesforce-desk.ts';
import { ShopDesk } from './shop-desk.ts';
import { ShopifyDesk } from './shopify-desk.ts';
import { StoreDesk } from './store-desk.ts';
import { WebwinkelDesk } from './webwinkel-desk.ts';

const desks = {
  ccv: CcvDesk,
  ecwid: ShopDesk,
  jortt: OfficeDesk,
  magento: StoreDesk,
  mijnwebwinkel: WebwinkelDesk,
  salesforce: SalesforceDesk,
  shopify: ShopifyDesk,
} satisfies Record<SystemName, new (sandbox: Sandbox) => Desk>;

export function deskOf(system: SystemName, sandbox: Sandbox): Desk {
  return new desks[system](sandbox);
}
