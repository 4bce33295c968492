import { Hono } from 'hono';
import { z } from 'zod';
import { addCatalogueLevers } from '../kit/catalogue/levers.ts';
import { jsonBody } from '../kit/lever-body.ts';
import { addPeopleLevers } from '../kit/people/levers.ts';
import type { Arrivals } from '../kit/shop/arrivals.ts';
import { addIntegrationLevers } from '../kit/shop/integration-levers.ts';
import type { AppIntegrations } from '../kit/shop/integrations.ts';
import { addShopLevers } from '../kit/shop/levers.ts';
import { utcText } from '../kit/time/timestamps.ts';
import { peopleOf } from './customers/people.ts';
import { merchandiseOf } from './merchandise/merchandise.ts';
import { deed } from './orders/deed.ts';
import { act } from './orders/merchant.ts';
import { orderOnWire } from './orders/on-wire.ts';
import { Refusal } from './refusal.ts';
import { expectationsOf } from './sales/expectation.ts';
import { withGoods } from './sales/goods.ts';
import { placeAt } from './sales/placing.ts';
import { type Sale, sale } from './sales/sale.ts';
import type { Shop } from './shop.ts';
import { isTimestamp } from './timestamps.ts';

const sameMoment = z.strictObject({
  ids: z.array(z.string()).min(1),
  /** The shop's current time when left out. */
  updatedAt: z.string().refine(isTimestamp, 'must be like "2026-03-02 09:15:00"').optional(),
});

/** The levers of this shop: those of every shop, and its own. */
export function magentoControl(shop: Shop, arrivals: Arrivals<Sale>, integrations: AppIntegrations): Hono {
  const app = new Hono();
  addShopLevers(app, {
    arrivals,
    expectations: () => expectationsOf(shop),
    sell: (given) => placeAt(shop, sale.parse(withGoods(shop, given)), null),
  });

  addPeopleLevers(app, peopleOf(shop));
  addCatalogueLevers(app, merchandiseOf(shop));
  addIntegrationLevers(app, integrations);

  /** What the merchant does with an order; an edited one is another order afterwards. */
  app.patch('/orders/:id', async (context) => {
    const what = deed.parse(await jsonBody(context));
    if (shop.orders.get(context.req.param('id')) === undefined) return context.notFound();
    const changed = act(shop, context.req.param('id'), what);
    return context.json(orderOnWire(changed, shop.settings()));
  });

  /** Gives several orders the same `updated_at`, or one order another than that of its last save. */
  app.post('/same-moment', async (context) => {
    const { ids, updatedAt } = sameMoment.parse(await jsonBody(context));
    const missing = ids.find((id) => shop.orders.get(id) === undefined);
    if (missing !== undefined) return context.json({ error: `There is no order "${missing}".` }, 404);
    const updated_at = updatedAt ?? utcText(shop.world.now() + shop.settings().clockSkewMs);
    for (const id of ids) shop.replaceOrder({ ...shop.order(id), updated_at });
    return context.json({ updatedAt: updated_at });
  });

  app.onError((error, context) => {
    if (error instanceof Refusal) return context.json({ error: error.message }, 409);
    throw error;
  });
  return app;
}
