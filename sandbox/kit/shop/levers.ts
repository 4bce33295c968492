import type { Hono } from 'hono';
import { jsonBody } from '../lever-body.ts';
import { type Arrivals, arrivalPlan } from './arrivals.ts';
import type { Expectation } from './expectation.ts';

interface ShopLevers {
  readonly arrivals: Pick<Arrivals<unknown>, 'start' | 'stop' | 'waiting'>;
  /** Of the orders that the sandbox made itself. An order that came over the API has none. */
  readonly expectations: () => readonly Expectation[];
  /** Places one certain sale, in the shop's own terms; the order's id. Throws a `ZodError` for anything else. */
  readonly sell: (sale: unknown) => string;
}

/** The levers of every shop: place orders, and read what they should come to. */
export function addShopLevers(app: Hono, { arrivals, expectations, sell }: ShopLevers): void {
  app.get('/expectations', (context) => context.json(expectations()));
  app.get('/expectations/:id', (context) => {
    const found = expectations().find(({ id }) => id === context.req.param('id'));
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
    const placed = sell(await jsonBody(context));
    return context.json(
      expectations().find(({ id }) => id === placed),
      201,
    );
  });
}
