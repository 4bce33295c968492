import { Hono } from 'hono';
import { z } from 'zod';
import { addCatalogueLevers } from '../kit/catalogue/levers.ts';
import { textIn } from '../kit/json.ts';
import { jsonBody } from '../kit/lever-body.ts';
import { addPeopleLevers } from '../kit/people/levers.ts';
import { textOf } from '../kit/random.ts';
import type { Arrivals } from '../kit/shop/arrivals.ts';
import { addShopLevers } from '../kit/shop/levers.ts';
import type { Webhooks } from '../kit/webhooks/webhooks.ts';
import type { Access } from './access.ts';
import { peopleOf } from './customers/people.ts';
import { act, deed } from './orders/merchant.ts';
import { merchandiseOf } from './products/merchant.ts';
import { expectationsOf } from './sales/expectation.ts';
import { placeSale } from './sales/placing.ts';
import { type Sale, sale } from './sales/sale.ts';
import type { Shop } from './shop.ts';
import type { WebhookEvent } from './webhooks/event.ts';

const characters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

interface Parts {
  readonly shop: Shop;
  readonly arrivals: Arrivals<Sale>;
  readonly access: Access;
  readonly webhooks: Webhooks<WebhookEvent>;
  /** The origin of the shop's pictures. */
  readonly pictures: () => string;
}

/** The levers of this shop: those of every shop, and its own. */
export function ecwidControl({ shop, arrivals, access, webhooks, pictures }: Parts): Hono {
  const app = new Hono();
  addShopLevers(app, {
    arrivals,
    expectations: () => expectationsOf(shop),
    sell: (given) => textIn(placeSale(shop, sale.parse(given)), 'id'),
  });

  addPeopleLevers(app, peopleOf(shop));
  addCatalogueLevers(app, merchandiseOf(shop.assortment, pictures));

  app.patch('/orders/:id', async (context) => {
    const what = deed.parse(await jsonBody(context));
    const order = shop.orders.get(context.req.param('id'));
    if (order === undefined) return context.notFound();
    const changed = act(shop, order, what);
    if (changed !== null) return context.json(changed);
    return context.json({ error: 'Only orders that the sandbox made can have their items edited.' }, 409);
  });
  app.post('/orders/:id/notify', async (context) => {
    const { times } = z
      .strictObject({ times: z.number().int().positive().max(1000).default(1) })
      .parse(await jsonBody(context));
    const order = shop.orders.get(context.req.param('id'));
    if (order === undefined) return context.notFound();
    shop.notify(order, times);
    return context.body(null, 204);
  });

  /** A new token; the one before is dead, as after a reinstall (sheet 1.2). */
  app.post('/token', async (context) => {
    const given = z.strictObject({ token: z.string().min(1).optional() }).parse(await jsonBody(context));
    access.token.value = given.token ?? `secret_${textOf(() => shop.world.random(), characters, 32)}`;
    return context.json({ token: access.token.value });
  });

  app.get('/deliveries', (context) => context.json({ items: webhooks.list() }));
  return app;
}
