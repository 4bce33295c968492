import { Hono } from 'hono';
import { z } from 'zod';
import { jsonBody } from '../control.ts';
import { textIn } from '../json.ts';
import { textOf } from '../random.ts';
import type { Access } from './access.ts';
import { type Arrivals, arrivalPlan } from './arrivals.ts';
import { type Expectation, expectationOf } from './expectation.ts';
import { act, deed } from './merchant.ts';
import { placeSale } from './placing.ts';
import { sale } from './sale.ts';
import type { Shop } from './shop.ts';

const characters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** The levers that only this shop has. */
export function ecwidControl(shop: Shop, arrivals: Arrivals, access: Access): Hono {
  const app = new Hono();

  /** What the orders come to by the baskets' own arithmetic. An order that came over the API has none. */
  app.get('/expectations', (context) => context.json(expectations(shop)));
  app.get('/expectations/:id', (context) => {
    const found = expectations(shop).find(({ id }) => id === context.req.param('id'));
    return found === undefined ? context.notFound() : context.json(found);
  });

  /** Buyers come: at once, or one each so many milliseconds. */
  app.post('/orders', async (context) => {
    const orders = arrivals.start(arrivalPlan.parse(await jsonBody(context)));
    return context.json(
      { ids: orders.map((order) => textIn(order, 'id')), waiting: arrivals.waiting() },
      201,
    );
  });
  app.delete('/orders', (context) => {
    arrivals.stop();
    return context.body(null, 204);
  });

  /** One certain sale. */
  app.post('/sales', async (context) => {
    const id = textIn(placeSale(shop, sale.parse(await jsonBody(context))), 'id');
    return context.json(
      expectations(shop).find((each) => each.id === id),
      201,
    );
  });

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
    access.token = given.token ?? `secret_${textOf(() => shop.world.random(), characters, 32)}`;
    return context.json({ token: access.token });
  });

  app.get('/deliveries', (context) => context.json({ items: shop.events.list() }));
  return app;
}

export function expectations(shop: Shop): Expectation[] {
  return [...shop.ledgers].flatMap(([id, ledger]) => {
    const order = shop.orders.get(id);
    return order === undefined ? [] : [expectationOf(order, ledger)];
  });
}
