import { CcvStandIn } from './ccv/index.ts';
import { EcwidStandIn } from './ecwid/index.ts';
import { JorttStandIn } from './jortt/index.ts';
import type { Deliver, StandIn, World } from './kit/stand-in.ts';
import { MagentoStandIn } from './magento/index.ts';
import { MijnwebwinkelStandIn } from './mijnwebwinkel/index.ts';
import { SalesforceStandIn } from './salesforce/index.ts';
import { ShopifyStandIn } from './shopify/index.ts';

/** Every system that the sandbox plays, by its path prefix. Another one is a folder and a line here. */
export function createSystems(world: World, deliver: Deliver) {
  return {
    ccv: new CcvStandIn(world, deliver),
    ecwid: new EcwidStandIn(world, deliver),
    jortt: new JorttStandIn(world),
    magento: new MagentoStandIn(world, deliver),
    mijnwebwinkel: new MijnwebwinkelStandIn(world, deliver),
    salesforce: new SalesforceStandIn(world, deliver),
    shopify: new ShopifyStandIn(world, deliver),
  } satisfies Record<string, StandIn>;
}

export type Systems = ReturnType<typeof createSystems>;
