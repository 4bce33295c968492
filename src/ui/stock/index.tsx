import { Hono } from 'hono';
import { unwrap } from '../../../durable-objects/answer.ts';
import { integration } from '../../../durable-objects/integration-client.ts';
import { maxKeyLength } from '../../connectors/contract/source.ts';
import type { ProductView } from '../../engine/reporting/product-views.ts';
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
import { FindSku, type FoundSku } from './find-sku.tsx';
import { ProductsFlow } from './products-flow.tsx';
import { StockFlow } from './stock-flow.tsx';

/** Products and stock of one integration: how they stand, and one SKU explained. */
export const stockPage = new Hono<{ Bindings: Env }>();

const path = '/integrations/:integration/stock';

/** With a SKU that one explained; else how the products stand. */
stockPage.get('/integrations/:integration/products', (context) => {
  const sku = context.req.query('sku');
  const shown = sku === undefined ? '#products' : `?${new URLSearchParams({ sku })}#find`;
  return context.redirect(`/integrations/${integrationId(context)}/stock${shown}`, 302);
});

stockPage.get(path, async (context) => {
  const id = integrationId(context);
  const object = integration(context.env, id);
  const language = languageOf(context);
  const view: IntegrationView = unwrap(await object.view(language));
  const sku = (context.req.query('sku') ?? '').slice(0, maxKeyLength);
  const stock: StockView[] = unwrap(await object.stock(undefined, language));
  const found = sku.trim() === '' ? null : await findSku(object, sku, language);
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
        {stock.length + products.length > 0 && <FindSku view={view} sku={sku} found={found} zone={zone} />}
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
async function findSku(
  object: ReturnType<typeof integration>,
  sku: string,
  language: Language,
): Promise<FoundSku> {
  const find = async (name: string) => {
    const [products, levels] = await Promise.all([
      object.products(undefined, name, language).then(unwrap<ProductView[]>),
      object.levels(undefined, name, language).then(unwrap<LevelView[]>),
    ]);
    return { products, levels };
  };
  const exact = await find(sku);
  const isFound = exact.products.length + exact.levels.length > 0;
  return isFound || sku === sku.trim() ? exact : find(sku.trim());
}
