import { Hono } from 'hono';
import { z } from 'zod';
import { addCatalogueLevers } from '../kit/catalogue/levers.ts';
import { jsonBody, objectBody } from '../kit/lever-body.ts';
import { addPeopleLevers, unlessRefused } from '../kit/people/levers.ts';
import type { Arrivals } from '../kit/shop/arrivals.ts';
import { addShopLevers } from '../kit/shop/levers.ts';
import type { Cell } from '../kit/store/cell.ts';
import type { Webhooks } from '../kit/webhooks/webhooks.ts';
import type { ApiUsage } from './access/api-usage.ts';
import type { OAuth } from './access/oauth.ts';
import { holds, type Org } from './org.ts';
import { type Notification, type OutboundMessage, outboundMessage } from './outbound/messages.ts';
import { objectNamed } from './people/accounts.ts';
import { mergeAccounts } from './people/merge.ts';
import { peopleOf } from './people/people.ts';
import { reduceOrder } from './people/reducing.ts';
import { merchandiseOf } from './products/merchant.ts';
import { byHand, createRecord, deleteRecord, updateRecord } from './records/writing.ts';
import { expectationsOf } from './sales/expectation.ts';
import { placeSale } from './sales/placing.ts';
import { type Sale, sale } from './sales/sale.ts';

/** By place among the order's lines, and how many of each; everything when left out. */
const reduced = z.strictObject({
  lines: z.array(z.tuple([z.number().int().nonnegative(), z.number().positive()])).optional(),
});

interface Parts {
  readonly org: Org;
  readonly arrivals: Arrivals<Sale>;
  readonly oauth: OAuth;
  readonly usage: ApiUsage;
  readonly messages: Cell<readonly OutboundMessage[]>;
  readonly webhooks: Webhooks<Notification>;
}

/** The levers of this org: those of every shop, and its own. */
export function salesforceControl({ org, arrivals, oauth, usage, messages, webhooks }: Parts): Hono {
  const app = new Hono();
  addShopLevers(app, {
    arrivals,
    expectations: () => expectationsOf(org),
    sell: (given) => placeSale(org, sale.parse(given)).id,
  });
  addPeopleLevers(app, peopleOf(org));
  addCatalogueLevers(app, merchandiseOf(org));
  addRecordLevers(app, org);

  app.delete('/tokens', (context) => {
    oauth.revokeAll();
    return context.body(null, 204);
  });
  app.post('/expire-tokens', (context) => {
    oauth.expireAll();
    return context.body(null, 204);
  });

  /** So many calls were made by others. */
  app.post('/used-calls', async (context) => {
    const { count } = z.strictObject({ count: z.number().int().positive() }).parse(await jsonBody(context));
    usage.count(count);
    return context.json({ used: usage.used() });
  });
  /** Others hold the rows of an object: so many writes to them, or below them, fail, by this code. */
  app.post('/locks', async (context) => {
    const lock = z.strictObject({
      object: z.string(),
      times: z.number().int().positive().default(1),
      code: z.enum(holds).default('UNABLE_TO_LOCK_ROW'),
    });
    const { object, times, code } = lock.parse(await jsonBody(context));
    org.held.set(object, { object, left: times, code });
    return context.body(null, 204);
  });

  /** What an admin has set up: all of it. */
  app.put('/outbound-messages', async (context) => {
    messages.value = z.array(outboundMessage).parse(await jsonBody(context));
    return context.json({ items: messages.value });
  });
  app.get('/deliveries', (context) => context.json({ items: webhooks.list() }));
  return app;
}

/** What the staff writes to any record, in the fields of the API; and accounts that become one. */
function addRecordLevers(app: Hono, org: Org): void {
  app.post('/records/:object', (context) =>
    unlessRefused(context, async () => {
      const body = await objectBody(context);
      const object = objectNamed(org, context.req.param('object'));
      return context.json({ id: org.asStaff(() => createRecord(org, object, body, byHand)).id }, 201);
    }),
  );
  app.patch('/records/:object/:id', (context) =>
    unlessRefused(context, async () => {
      const body = await objectBody(context);
      const { object, id } = context.req.param();
      return context.json(
        org.asStaff(() => updateRecord(org, objectNamed(org, object), id, body, byHand)).fields,
      );
    }),
  );
  app.delete('/records/:object/:id', (context) =>
    unlessRefused(context, async () => {
      const { object, id } = context.req.param();
      org.asStaff(() => deleteRecord(org, objectNamed(org, object), id));
      return context.body(null, 204);
    }),
  );
  app.post('/orders/:id/reduce', (context) =>
    unlessRefused(context, async () => {
      const { lines } = reduced.parse(await jsonBody(context));
      return context.json({ id: reduceOrder(org, context.req.param('id'), lines).id }, 201);
    }),
  );
  app.post('/accounts/:id/merge', (context) =>
    unlessRefused(context, async () => {
      const { other } = z.strictObject({ other: z.string() }).parse(await jsonBody(context));
      mergeAccounts(org, context.req.param('id'), other);
      return context.body(null, 204);
    }),
  );
}
