import type { Showcase } from '../stand-in.ts';
import type { Arrivals } from './arrivals.ts';

/** What the page offers of a shop: it places orders, and refunds the newest one. */
export function shopShowcase(
  name: string,
  credentials: Readonly<Record<string, string>>,
  arrivals: Pick<Arrivals<unknown>, 'sellOne'>,
  refundNewest: () => string | null,
): Showcase {
  const sell = () => arrivals.sellOne();
  return { name, credentials, sale: 'order', sellLabel: 'Place an order', sell, refundNewest };
}
