import { Hono } from 'hono';
import { z } from 'zod';
import { jsonBody } from '../control.ts';
import { numberIn } from '../json.ts';
import type { Access } from './access.ts';
import { type Arrivals, arrivalPlan } from './arrivals.ts';
import { deed } from './deed.ts';
import { type Expectation, expectationOf } from './expectation.ts';
import { act } from './merchant.ts';
import { isMoment, momentText } from './moments.ts';
import { orderOnWire } from './order-on-wire.ts';
import { placeSale } from './placing.ts';
import { Refusal } from './refusal.ts';
import { sale } from './sale.ts';
import type { Shop } from './shop.ts';

const sameMoment = z.strictObject({
  ids: z.array(z.string()).min(1),
  /** The shop's present when left out. */
  updatedAt: z.string().refine(isMoment, 'must be like "2026-03-02 09:15:00"').optional(),
});

/** The levers that only this shop has. */
export function magentoControl(shop: Shop, arrivals: Arrivals, access: Access): Hono {
  const app = new Hono();

  /** What the orders come to by the baskets' own arithmetic. An order that came over the API has none. */
  app.get('/expectations', (context) => context.json(expectations(shop)));
  app.get('/expectations/:id', (context) => {
    const found = expectations(shop).find(({ id }) => id === context.req.param('id'));
    return found === undefined ? context.notFound() : context.json(found);
  });

  /** Buyers come: at once, or one each so many milliseconds. */
  app.post('/orders', async (context) => {
    const ids = arrivals.start(arrivalPlan.parse(await jsonBody(context)));
    return context.json({ ids, waiting: arrivals.waiting() }, 201);
  });
  app.delete('/orders', (context) => {
    arrivals.stop();
    return context.body(null, 204);
  });

  /** One certain sale. */
  app.post('/sales', async (context) => {
    const placed = placeSale(shop, sale.parse(await jsonBody(context)));
    const id = String(numberIn(placed, 'entity_id'));
    return context.json(
      expectations(shop).find((each) => each.id === id),
      201,
    );
  });

  /** What the merchant does with an order; an edited one is another order afterwards. */
  app.patch('/orders/:id', async (context) => {
    const what = deed.parse(await jsonBody(context));
    if (shop.orders.get(context.req.param('id')) === undefined) return context.notFound();
    const changed = act(shop, context.req.param('id'), what);
    return context.json(orderOnWire(changed, shop.settings()));
  });

  /** Several orders with the very same `updated_at`, or one with another than its last save. */
  app.post('/same-moment', async (context) => {
    const { ids, updatedAt } = sameMoment.parse(await jsonBody(context));
    const missing = ids.find((id) => shop.orders.get(id) === undefined);
    if (missing !== undefined) return context.json({ error: `There is no order "${missing}".` }, 404);
    const updated_at = updatedAt ?? momentText(shop.world.now() + shop.settings().clockSkewMs);
    for (const id of ids) shop.replaceOrder({ ...shop.order(id), updated_at });
    return context.json({ updatedAt: updated_at });
  });

  /** What the admin does with the integration: the verifier of a handshake, or every token dead. */
  app.post('/integration', async (context) => {
    const { action } = z
      .strictObject({ action: z.enum(['activate', 'revoke']) })
      .parse(await jsonBody(context));
    if (action === 'activate') return context.json({ oauth_verifier: access.oauth.activate() });
    access.oauth.revoke();
    return context.body(null, 204);
  });

  app.onError((error, context) => {
    if (error instanceof Refusal) return context.json({ error: error.message }, 409);
    throw error;
  });
  return app;
}

export function expectations(shop: Shop): Expectation[] {
  return [...shop.ledgers].flatMap(([id, ledger]) => {
    const order = shop.orders.get(String(id));
    return order === undefined ? [] : [expectationOf(order, ledger)];
  });
}
