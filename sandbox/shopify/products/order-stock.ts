/** What orders do to the stock (sheet 8): sold goods are committed until they are sent. */
import { currentQuantity, fulfilledQuantity } from '../orders/figures.ts';
import type { Line, Order } from '../orders/order.ts';
import { mainLocation, type Shop } from '../shop.ts';

interface Claim {
  /** Taken off what is available. */
  readonly taken: number;
  /** Of that, not sent yet. */
  readonly committed: number;
}

/** Compares what an order claimed with what it claims now; only tracked items that are stocked are counted. */
export function stockOfChange(shop: Shop, before: Order | null, after: Order): void {
  for (const line of after.lines) {
    const found = line.variantId === null ? null : shop.variant(line.variantId);
    if (found === null || !found.variant.tracked || found.variant.levels[mainLocation] === undefined)
      continue;
    const old = before?.lines.find(({ id }) => id === line.id);
    const [was, is] = [
      before === null || old === undefined ? none : claimOf(before, old),
      claimOf(after, line),
    ];
    const [taken, committed] = [is.taken - was.taken, is.committed - was.committed];
    if (taken === 0 && committed === 0) continue;
    shop.changeLevel(found.variant.itemId, mainLocation, (level) => ({
      ...level,
      available: level.available - taken,
      committed: level.committed + committed,
    }));
  }
}

const none: Claim = { taken: 0, committed: 0 };

function claimOf(order: Order, line: Line): Claim {
  const back = order.refunds.flatMap(({ lines }) => lines).filter(({ lineId }) => lineId === line.id);
  const restocked = back
    .filter(({ restock }) => restock !== 'NO_RESTOCK')
    .reduce((sum, each) => sum + each.quantity, 0);
  const sent = fulfilledQuantity(order, line.id);
  const taken = line.quantity - line.removed - restocked;
  return {
    taken,
    committed: Math.max(0, Math.min(currentQuantity(order, line), line.quantity - line.removed - sent)),
  };
}
