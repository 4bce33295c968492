import { big } from '../../records/money.ts';
import { skuKeyOf } from '../sku-key.ts';
import { placeAgain, standAt } from './place.ts';
import { decideAll } from './plan.ts';
import { availableOf } from './source-level.ts';
import { type UnderWay, withOrders } from './under-way.ts';
import { stillMoving } from './verdicts.ts';
import type { Context, Endpoints, Placed, Verdict, Write } from './work.ts';
import type { Written } from './write.ts';

export interface Again {
  readonly writes: readonly Write[];
  readonly verdicts: readonly Verdict[];
}

/** The second and last try of what somebody changed meanwhile, or whose id is gone: read, looked up, and decided anew. */
export async function decideAgain(
  context: Context,
  endpoints: Endpoints,
  { stale, gone }: Pick<Written, 'stale' | 'gone'>,
  before: UnderWay,
): Promise<Again> {
  if (stale.length + gone.length === 0) return { writes: [], verdicts: [] };
  const changed = stale.map(({ placed }) => placed);
  const now = await standAt(context, endpoints, changed, ({ id }) => id);
  const lost = [...gone.map(({ placed }) => placed), ...now.absent.map(({ item }) => item)];
  const searched = lost.filter(({ isLookedUpAgain }) => !isLookedUpAgain);
  const found = await placeAgain(context, endpoints, searched);
  const underWay = await withOrders(context, before, await context.ordersUnderWay());
  const sales = new Set(
    now.placed.filter((placed) => {
      const earlier = changed.find(({ id }) => id === placed.id);
      return (
        earlier !== undefined && hasSold(earlier, placed, arrivedSince(context, placed, before, underWay))
      );
    }),
  );
  const open = [...now.placed.filter((placed) => !sales.has(placed)), ...found.placed];
  const decided = await decideAll(context, endpoints, open, underWay);
  return {
    writes: decided.flatMap(({ decision }) => (decision.kind === 'write' ? [decision.write] : [])),
    verdicts: [
      ...decided.flatMap(({ decision }) =>
        decision.kind === 'left' && decision.verdict !== null ? [decision.verdict] : [],
      ),
      ...[...sales].map((placed) => stillMoving(context, placed)),
      ...lost.filter((each) => !searched.includes(each)).map((item) => stillMoving(context, item)),
      ...found.verdicts,
    ],
  };
}

/** Pieces of orders that came under way between two readings. */
function arrivedSince(context: Context, { sku }: Placed, before: UnderWay, now: UnderWay) {
  const key = skuKeyOf(context.target.connector)(sku);
  return big(now.pieces.get(key) ?? '0').minus(before.pieces.get(key) ?? '0');
}

/**
 * Whether the target has sold more between two readings than the orders that are known by now: the order is not under way yet, and a
 * number without it would offer its pieces once more.
 */
function hasSold(earlier: Placed, now: Placed, arrived: ReturnType<typeof big>): boolean {
  const [from, to] = [earlier, now].map(({ standing }) => availableOf(standing) ?? standing.onHand);
  return from !== undefined && to !== undefined && big(from).minus(to).gt(arrived);
}
