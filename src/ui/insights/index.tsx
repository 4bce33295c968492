import { Hono } from 'hono';
import { unwrap } from '../../../durable-objects/answer.ts';
import { integration } from '../../../durable-objects/integration-client.ts';
import type { ApartView, InsightsView, ReconciliationView } from '../../engine/reporting/insight-views.ts';
import { readCursor } from '../../engine/reporting/order-views.ts';
import type { IntegrationView, Page } from '../../engine/reporting/views.ts';
import type { Env } from '../../env.ts';
import { languageOf, textsFor } from '../../routes/language.ts';
import { csvHeaders, reconciliationCsv } from '../../routes/reconciliation-csv.ts';
import { integrationId } from '../addresses.ts';
import { IntegrationFrame } from '../parts/integration-frame.tsx';
import { type PageContext, webPage } from '../web-page.tsx';
import { MonthPage } from './month-page.tsx';
import { readPeriod } from './period.ts';
import { PeriodPage } from './period-page.tsx';

const shownOrders = 50;

/** Periods of an integration, and its months against the books. */
export const insightPages = new Hono<{ Bindings: Env }>();

const path = '/integrations/:integration/insights';

insightPages.get(path, async (context) => {
  const id = integrationId(context);
  const object = integration(context.env, id);
  const language = languageOf(context);
  const { value, ...days } = readPeriod(context.req.query('period'));
  const [view, insights] = await Promise.all([
    object.view(language).then(unwrap<IntegrationView>),
    object.insights(days, language).then(unwrap<InsightsView>),
  ]);
  return webPage(context, {
    title: `${textsFor(context).pages.insights.title} · ${view.name}`,
    body: (
      <IntegrationFrame {...view} path={`/integrations/${id}/insights`}>
        <PeriodPage view={view} insights={insights} period={value} today={view.today} />
      </IntegrationFrame>
    ),
  });
});

insightPages.get(`${path}/:month`, async (context) => {
  const id = integrationId(context);
  const month = monthOf(context);
  if (month === null) return context.redirect(`/integrations/${id}/insights`, 302);
  const object = integration(context.env, id);
  const language = languageOf(context);
  const cursor = cursorOf(context.req.query('cursor'));
  const [view, reconciliation, page] = await Promise.all([
    object.view(language).then(unwrap<IntegrationView>),
    object.reconciliation({ month }, language).then(unwrap<ReconciliationView>),
    object.apart({ month }, cursor, shownOrders, language).then(unwrap<Page<ApartView>>),
  ]);
  const { pages, figures } = textsFor(context);
  return webPage(context, {
    title: `${pages.reconciliation.title(figures.month(month))} · ${view.name}`,
    body: (
      <IntegrationFrame {...view} path={`/integrations/${id}/insights/${month}`}>
        <MonthPage {...{ view, reconciliation, page }} goesOn={cursor !== undefined} />
      </IntegrationFrame>
    ),
  });
});

insightPages.get(`${path}/:month/reconciliation.csv`, async (context) => {
  const id = integrationId(context);
  const month = monthOf(context);
  if (month === null) return context.redirect(`/integrations/${id}/insights`, 302);
  const file = await reconciliationCsv(
    integration(context.env, id),
    { month },
    languageOf(context),
    'spreadsheet',
  );
  return context.body(file, 200, { ...csvHeaders(id, month), 'cache-control': 'no-store' });
});

/** Null for what is no month: the address was tampered with. */
function monthOf(context: PageContext): string | null {
  const month = context.req.param('month') ?? '';
  return /^20\d\d-(0[1-9]|1[0-2])$/.test(month) ? month : null;
}

/** One that no list gave starts it anew. */
function cursorOf(text: string | undefined): string | undefined {
  return readCursor(text ?? '') === null ? undefined : text;
}
