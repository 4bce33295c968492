import { Hono } from 'hono';
import { unwrap } from '../../../durable-objects/answer.ts';
import { integration } from '../../../durable-objects/integration-client.ts';
import type { OrderDetailView, OrderView } from '../../engine/reporting/order-views.ts';
import type { IntegrationView, Page } from '../../engine/reporting/views.ts';
import type { Env } from '../../env.ts';
import { languageOf, textsFor } from '../../routes/language.ts';
import { ordersCsv } from '../../routes/orders-csv.ts';
import { integrationId, orderAddress } from '../addresses.ts';
import { oneOf } from '../parts/flow-name.tsx';
import { IntegrationFrame } from '../parts/integration-frame.tsx';
import { Saying } from '../parts/notice.tsx';
import { timeZoneOf } from '../parts/timestamp.tsx';
import { webPage } from '../web-page.tsx';
import { OrderList } from './list.tsx';
import { OrderSheet } from './order.tsx';
import { ordersAddress, readOrdersQuery } from './query.ts';

const shownOrders = 50;

/** The orders of an integration, and one of them. */
export const orderPages = new Hono<{ Bindings: Env }>();

const path = '/integrations/:integration/orders';

orderPages.get(path, async (context) => {
  const id = integrationId(context);
  const object = integration(context.env, id);
  const language = languageOf(context);
  const query = readOrdersQuery(context.req.query());
  const [view, page] = await Promise.all([
    object.view(language).then(unwrap<IntegrationView>),
    object.orders(query, shownOrders, language).then(unwrap<Page<OrderView>>),
  ]);
  return webPage(context, {
    title: `${textsFor(context).pages.orderList.title} · ${view.name}`,
    body: (
      <IntegrationFrame {...view} path={`/integrations/${id}/orders`}>
        <OrderList view={view} page={page} query={query} zone={timeZoneOf(context)} />
      </IntegrationFrame>
    ),
  });
});

orderPages.get('/integrations/:integration/orders.csv', async (context) => {
  const id = integrationId(context);
  const object = integration(context.env, id);
  const { cursor: _, ...filter } = readOrdersQuery(context.req.query());
  // What cannot be met is told on a page, before the file begins.
  unwrap(await object.orders(filter, 1));
  return context.body(ordersCsv(object, filter, languageOf(context), 'spreadsheet'), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="orders-${id}.csv"`,
    'cache-control': 'no-store',
  });
});

/** By its number alone, as people write it: the order, or all that may be meant. */
orderPages.get(`${path}/:number`, async (context) => {
  const id = integrationId(context);
  const query = readOrdersQuery({ q: context.req.param('number') ?? '' });
  const page: Page<OrderView> = unwrap(await integration(context.env, id).orders(query, 2));
  const [one, other] = page.items;
  const address = one && other === undefined ? orderAddress(id, one) : ordersAddress(id, query);
  return context.redirect(address, 302);
});

orderPages.get(`${path}/:flow/:key`, async (context) => {
  const id = integrationId(context);
  const object = integration(context.env, id);
  const language = languageOf(context);
  const [flow = '', key = ''] = [context.req.param('flow'), context.req.param('key')];
  const [view, order] = await Promise.all([
    object.view(language).then(unwrap<IntegrationView>),
    object.order(flow, key, language).then(unwrap<OrderDetailView>),
  ]);
  const words = textsFor(context).pages;
  return webPage(context, {
    title: `${words.record.title(oneOf(order.flow, words), order.number ?? order.key)} · ${view.name}`,
    body: (
      <IntegrationFrame {...view} path={`/integrations/${id}/orders`}>
        <Saying code={context.req.query('said')} />
        <OrderSheet view={view} order={order} zone={timeZoneOf(context)} />
      </IntegrationFrame>
    ),
  });
});
