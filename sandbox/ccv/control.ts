import { Hono } from 'hono';
import { z } from 'zod';
import { addCatalogueLevers } from '../kit/catalogue/levers.ts';
import { jsonBody } from '../kit/lever-body.ts';
import { addPeopleLevers, unlessRefused } from '../kit/people/levers.ts';
import type { Arrivals } from '../kit/shop/arrivals.ts';
import { addShopLevers } from '../kit/shop/levers.ts';
import type { Webhooks } from '../kit/webhooks/webhooks.ts';
import type { Access } from './access/access.ts';
import { peopleOf } from './customers/people.ts';
import { act, changeReturn, deed } from './orders/merchant.ts';
import { orderOnWire } from './orders/on-wire.ts';
import { merchandiseOf } from './products/merchant.ts';
import { expectationsOf } from './sales/expectation.ts';
import { placeSale } from './sales/placing.ts';
import { type Sale, sale } from './sales/sale.ts';
import type { Shop } from './shop.ts';
import { newCredential, type ShopFront } from './shop-info/endpoints.ts';
import { closeCashup, openCashup } from './till/endpoints.ts';
import type { WebhookEvent } from './webhooks/event.ts';

interface Parts {
  readonly shop: Shop;
  readonly front: ShopFront;
  readonly arrivals: Arrivals<Sale>;
  readonly access: Access;
  readonly webhooks: Webhooks<WebhookEvent>;
}

/** The levers of this shop: those of every shop, and its own. */
export function ccvControl({ shop, front, arrivals, access, webhooks }: Parts): Hono {
  const app = new Hono();
  addShopLevers(app, {
    arrivals,
    expectations: () => expectationsOf(shop),
    sell: (given) => String(placeSale(shop, sale.parse(given)).id),
  });
  addPeopleLevers(app, peopleOf(shop));
  addCatalogueLevers(app, merchandiseOf(shop.assortment, shop.links));

  app.patch('/orders/:id', (context) =>
    unlessRefused(context, async () => {
      const what = deed.parse(await jsonBody(context));
      const changed = act(shop, shop.order(context.req.param('id')), what);
      return context.json(orderOnWire(changed, shop.links(), shop.settings()));
    }),
  );
  app.delete('/orders/:id', (context) =>
    unlessRefused(context, async () => {
      shop.remove(shop.order(context.req.param('id')));
      return context.body(null, 204);
    }),
  );
  app.post('/orders/:id/notify', (context) =>
    unlessRefused(context, async () => {
      const { times } = z
        .strictObject({ times: z.number().int().positive().default(1) })
        .parse(await jsonBody(context));
      shop.happenings.repeatStatus(shop.order(context.req.param('id')), times);
      return context.body(null, 204);
    }),
  );
  app.patch('/returns/:id', (context) =>
    unlessRefused(context, async () => {
      const { status } = z
        .strictObject({ status: z.number().int().min(1).max(8) })
        .parse(await jsonBody(context));
      return context.json(changeReturn(shop, context.req.param('id'), status));
    }),
  );

  /** Other words for the statuses of orders, by their number. */
  app.put('/statuses', async (context) => {
    front.statusNames.value = z.record(z.string(), z.string()).parse(await jsonBody(context));
    return context.json(front.statusNames.value);
  });

  /** The day of the till: opened and closed, one at a time. */
  app.post('/cashups', (context) => unlessRefused(context, async () => context.json(openCashup(shop), 201)));
  app.post('/cashups/close', (context) =>
    unlessRefused(context, async () => {
      const open = shop.cashups.all().find(({ closedAt }) => closedAt === null);
      return open === undefined ? context.notFound() : context.json(closeCashup(shop, open));
    }),
  );

  /** A new pair of keys; those before are dead. */
  app.post('/keys', (context) => context.json(newCredential(access)));
  app.get('/deliveries', (context) => context.json({ items: webhooks.list() }));
  return app;
}
