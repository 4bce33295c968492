import type { Merchandise } from '../catalogue/merchandise.ts';
import type { Showcase } from '../stand-in.ts';
import type { Arrivals } from './arrivals.ts';

/** One of the articles that orders sell. */
const counted = { sku: 'ZEEF', pieces: 7 };

interface ShopParts {
  readonly arrivals: Pick<Arrivals<unknown>, 'sellOne'>;
  readonly merchandise: Pick<Merchandise, 'setStock'>;
  readonly refundNewest: () => string | null;
}

/** What the page offers of a shop: it places orders, refunds the newest one, and counts an article. */
export function shopShowcase(
  name: string,
  credentials: Readonly<Record<string, string>>,
  { arrivals, merchandise, refundNewest }: ShopParts,
): Showcase {
  const sell = () => arrivals.sellOne();
  const count = () => merchandise.setStock(counted.sku, counted.pieces) > 0;
  const counting = { ...counted, count };
  return { name, credentials, sale: 'order', sellLabel: 'Place an order', sell, refundNewest, counting };
}
