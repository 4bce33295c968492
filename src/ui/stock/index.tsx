import { Hono } from 'hono';
import { unwrap } from '../../../durable-objects/answer.ts';
import { integration } from '../../../durable-objects/integration-client.ts';
import { maxKeyLength } from '../../connectors/contract/source.ts';
import type { LevelView, StockView } from '../../engine/reporting/stock-views.ts';
import type { IntegrationView } from '../../engine/reporting/views.ts';
import { invalid } from '../../engine/request-error.ts';
import type { Env } from '../../env.ts';
import { deedBy } from '../../routes/callers.ts';
import { languageOf, textsFor } from '../../routes/language.ts';
import type { Language } from '../../texts/languages.ts';
import { integrationId } from '../addresses.ts';
import { readForm } from '../form.ts';
import { IntegrationFrame } from '../parts/integration-frame.tsx';
import { Saying } from '../parts/notice.tsx';
import { timeZoneOf } from '../parts/timestamp.tsx';
import { webPage } from '../web-page.tsx';
import { FindLevel } from './find-level.tsx';
import { ProductsFlow } from './products-flow.tsx';
import { StockFlow } from './stock-flow.tsx';

/** Products and stock of one integration: how they stand, and one SKU explained. */
export const stockPage = new Hono<{ Bindings: Env }>();

const path = '/integrations/:integration/stock';

stockPage.get('/integrations/:integration/products', (context) =>
  context.redirect(`/integrations/${integrationId(context)}/stock#products`, 302),
);

stockPage.get(path, async (context) => {
  const id = integrationId(context);
  const object = integration(context.env, id);
  const language = languageOf(context);
  const view: IntegrationView = unwrap(await object.view(language));
  const sku = (context.req.query('sku') ?? '').slice(0, maxKeyLength);
  const stock: StockView[] = unwrap(await object.stock(undefined, language));
  const levels = sku.trim() === '' ? null : await found(object, sku, language);
  const zone = timeZoneOf(context);
  const products = view.flows.filter(({ flow }) => flow === 'products');
  const words = textsFor(context).pages.stock;
  return webPage(context, {
    title: `${words.title} · ${view.name}`,
    body: (
      <IntegrationFrame {...view} path={`/integrations/${id}/stock`}>
        <Saying code={context.req.query('said')} />
        {stock.length + products.length === 0 && (
          <section class="card">
            <p class="quiet">{words.none}</p>
          </section>
        )}
        {stock.length > 0 && <FindLevel view={view} sku={sku} levels={levels} zone={zone} />}
        {stock.map((flow) => (
          <StockFlow view={view} flow={flow} zone={zone} />
        ))}
        {products.length > 0 && <ProductsFlow view={view} flows={products} zone={zone} />}
      </IntegrationFrame>
    ),
  });
});

stockPage.post(`${path}/retry`, async (context) => {
  const { flow, sku } = await readForm(context, 'flow', 'sku');
  if (flow === '' || sku.length > maxKeyLength)
    throw invalid('request_invalid', textsFor(context).pages.errors.whichFlow);
  const id = integrationId(context);
  unwrap(await integration(context.env, id).retryLevels(flow, sku === '' ? undefined : sku, deedBy(context)));
  const shown = new URLSearchParams(sku === '' ? { said: 'levels-retried' } : { sku, said: 'level-retried' });
  return context.redirect(`/integrations/${id}/stock?${shown}`, 303);
});

/** Blanks around a SKU are part of it, and seldom meant. */
async function found(
  object: ReturnType<typeof integration>,
  sku: string,
  language: Language,
): Promise<LevelView[]> {
  const find = async (name: string) => unwrap<LevelView[]>(await object.levels(undefined, name, language));
  const exact = await find(sku);
  return exact.length > 0 || sku === sku.trim() ? exact : find(sku.trim());
}
