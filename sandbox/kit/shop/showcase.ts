import type { Merchandise } from '../catalogue/merchandise.ts';
import { seedCatalogue } from '../catalogue/seed.ts';
import type { Showcase, WebhookAddress } from '../stand-in.ts';
import type { Arrivals } from './arrivals.ts';
import type { AppIntegrations } from './integrations.ts';

/** One of the articles that orders sell. */
const counted = { sku: 'ZEEF', pieces: 7 };

interface ShopParts {
  readonly arrivals: Pick<Arrivals<unknown>, 'sellOne'>;
  readonly merchandise: Pick<Merchandise, 'setStock' | 'withSku' | 'fill'>;
  readonly refundNewest: () => string | null;
  readonly cancelNewest: () => string | null;
  readonly webhook?: WebhookAddress;
  readonly integrations?: AppIntegrations;
}

/** What the page offers of a shop: it places orders, refunds or cancels the newest one, fills the shop and counts an article. */
export function shopShowcase(
  name: string,
  credentials: Readonly<Record<string, string>>,
  { arrivals, merchandise, refundNewest, cancelNewest, webhook, integrations }: ShopParts,
): Showcase {
  return {
    ...{ name, credentials, sale: 'order', sellLabel: 'Place an order' },
    sell: () => arrivals.sellOne(),
    refundNewest,
    cancelNewest,
    goods: {
      ...counted,
      isThere: () => merchandise.withSku(counted.sku).length > 0,
      count: () => merchandise.setStock(counted.sku, counted.pieces) > 0,
      fill: () => merchandise.fill(seedCatalogue),
    },
    webhook: webhook ?? null,
    integrations: integrations ?? null,
  };
}
