import { maxKeyLength } from '../../connectors/contract/source.ts';
import type { ProductView } from '../../engine/reporting/product-views.ts';
import type { LevelView } from '../../engine/reporting/stock-views.ts';
import type { IntegrationView } from '../../engine/reporting/views.ts';
import { Notice } from '../parts/notice.tsx';
import { useWords } from '../reader.ts';
import { Level } from './level.tsx';
import { Product } from './product.tsx';

/** What goes by one SKU. */
export interface FoundSku {
  readonly products: readonly ProductView[];
  readonly levels: readonly LevelView[];
}

interface FindParts {
  readonly view: IntegrationView;
  readonly sku: string;
  /** Null where nothing was asked for. */
  readonly found: FoundSku | null;
  readonly zone: string;
}

/** One SKU, and what there is to know of its product and its level. */
export function FindSku({ view, sku, found, zone }: FindParts) {
  const { level: words, product } = useWords();
  const hasProducts = view.flows.some(({ flow }) => flow === 'products');
  const { products, levels } = found ?? { products: [], levels: [] };
  return (
    <section class="card" aria-labelledby="find">
      <h2 id="find">{words.title}</h2>
      <form method="get" action={`/integrations/${view.id}/stock`} class="row-form">
        <div class="control grow">
          <label for="sku">{hasProducts ? product.sku : words.sku}</label>
          <input id="sku" name="sku" value={sku} required maxlength={maxKeyLength} autocomplete="off" />
        </div>
        <button type="submit" class="button primary">
          {words.find}
        </button>
      </form>
      {found !== null && products.length + levels.length === 0 && (
        <Notice tone="quiet">{words.unknown(<code>{sku}</code>)}</Notice>
      )}
      {products.length + levels.length > 0 && (
        <ul class="rows">
          {products.map((each) => (
            <Product view={view} product={each} zone={zone} />
          ))}
          {levels.map((level) => (
            <Level view={view} level={level} zone={zone} />
          ))}
        </ul>
      )}
    </section>
  );
}
