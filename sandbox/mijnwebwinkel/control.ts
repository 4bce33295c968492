import { Hono } from 'hono';
import { z } from 'zod';
import { addCatalogueLevers } from '../kit/catalogue/levers.ts';
import { jsonBody } from '../kit/lever-body.ts';
import { addPeopleLevers, unlessRefused } from '../kit/people/levers.ts';
import { textOf } from '../kit/random.ts';
import type { Arrivals } from '../kit/shop/arrivals.ts';
import { addShopLevers } from '../kit/shop/levers.ts';
import type { Access } from './access.ts';
import { merchandiseOf } from './articles/merchant.ts';
import { peopleOf } from './customers/people.ts';
import { act, deed } from './orders/merchant.ts';
import { orderOnWire } from './orders/on-wire.ts';
import { orderStatus } from './orders/statuses.ts';
import { expectationsOf } from './sales/expectation.ts';
import { placeSale } from './sales/placing.ts';
import { type Sale, sale } from './sales/sale.ts';
import type { Shop } from './shop.ts';

interface Parts {
  readonly shop: Shop;
  readonly arrivals: Arrivals<Sale>;
  readonly access: Access;
  /** The origin of the shop's pictures. */
  readonly pictures: () => string;
}

/** The levers of this shop: those of every shop, and its own. */
export function mijnwebwinkelControl({ shop, arrivals, access, pictures }: Parts): Hono {
  const app = new Hono();
  addShopLevers(app, {
    arrivals,
    expectations: () => expectationsOf(shop),
    sell: (given) => placeSale(shop, sale.parse(given)).number,
  });
  addPeopleLevers(app, peopleOf(shop));
  addCatalogueLevers(app, merchandiseOf(shop.assortment, pictures));

  app.patch('/orders/:number', (context) =>
    unlessRefused(context, async () => {
      const what = deed.parse(await jsonBody(context));
      const changed = act(shop, shop.order(context.req.param('number')), what);
      return context.json(orderOnWire(changed, shop.settings()));
    }),
  );

  /** All statuses of the shop: renamed ones, further ones, without those that are left out. */
  app.put('/statuses', async (context) => {
    shop.statuses.value = z.array(orderStatus).parse(await jsonBody(context));
    return context.json(shop.statuses.value);
  });

  /** A new token; the one before is dead, as after the merchant has deleted it. */
  app.post('/token', async (context) => {
    const given = z.strictObject({ token: z.string().min(1).optional() }).parse(await jsonBody(context));
    access.token.value = given.token ?? textOf(() => shop.world.random(), '0123456789abcdef', 40);
    return context.json({ token: access.token.value });
  });
  return app;
}
