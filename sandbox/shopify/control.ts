import { Hono } from 'hono';
import { z } from 'zod';
import { addCatalogueLevers } from '../kit/catalogue/levers.ts';
import { Refusal } from '../kit/http/refusal.ts';
import { jsonBody } from '../kit/lever-body.ts';
import { addPeopleLevers, unlessRefused } from '../kit/people/levers.ts';
import type { Arrivals } from '../kit/shop/arrivals.ts';
import { addShopLevers } from '../kit/shop/levers.ts';
import type { Webhooks } from '../kit/webhooks/webhooks.ts';
import type { Access } from './access/access.ts';
import { peopleOf } from './customers/people.ts';
import { Refused } from './graphql/errors.ts';
import { act, deed } from './orders/merchant.ts';
import { merchandiseOf } from './products/merchant.ts';
import { expectationsOf } from './sales/expectation.ts';
import { placeSale } from './sales/placing.ts';
import { type Sale, sale } from './sales/sale.ts';
import type { Shop } from './shop.ts';
import type { WebhookEvent } from './webhooks/event.ts';

interface Parts {
  readonly shop: Shop;
  readonly arrivals: Arrivals<Sale>;
  readonly access: Access;
  readonly webhooks: Webhooks<WebhookEvent>;
}

/** The levers of this shop: those of every shop, and its own. */
export function shopifyControl({ shop, arrivals, access, webhooks }: Parts): Hono {
  const app = new Hono();
  addShopLevers(app, {
    arrivals,
    expectations: () => expectationsOf(shop),
    sell: (given) => placeSale(shop, sale.parse(given)).id,
  });
  addPeopleLevers(app, asLevers(peopleOf(shop)));
  addCatalogueLevers(app, asLevers(merchandiseOf(shop)));

  app.patch('/orders/:id', (context) =>
    unlessRefused(context, async () => {
      const what = deed.parse(await jsonBody(context));
      const order = shop.orders.get(context.req.param('id'));
      if (order === undefined) return context.notFound();
      const changed = asLevers({ act: () => shop.changeOrder(order, act(shop, order, what)) }).act();
      return context.json(changed);
    }),
  );
  /** The same news again, although nothing happened. */
  app.post('/orders/:id/notify', async (context) => {
    const { times } = z
      .strictObject({ times: z.number().int().positive().max(1000).default(1) })
      .parse(await jsonBody(context));
    const order = shop.orders.get(context.req.param('id'));
    if (order === undefined) return context.notFound();
    shop.happenings.ofOrder(shop, order, order, times);
    return context.body(null, 204);
  });
  app.get('/deliveries', (context) => context.json({ items: webhooks.list() }));
  app.delete('/tokens', (context) => {
    access.revokeAll();
    return context.body(null, 204);
  });
  return app;
}

/** What the shop refuses becomes the refusal that levers know. */
function asLevers<Levers extends object>(levers: Levers): Levers {
  const entries = Object.entries(levers).map(([name, lever]) => [
    name,
    (...given: unknown[]) => {
      try {
        return (lever as (...all: unknown[]) => unknown)(...given);
      } catch (error) {
        if (error instanceof Refused)
          throw new Refusal(
            error.errors.some(({ code }) => code === 'NOT_FOUND') ? 404 : 409,
            error.message,
            null,
          );
        throw error;
      }
    },
  ]);
  return Object.fromEntries(entries) as Levers;
}
