import { maxKeyLength } from '../../connectors/contract/source.ts';
import type { StockView } from '../../engine/reporting/stock-views.ts';
import type { FlowProgress, IntegrationView } from '../../engine/reporting/views.ts';
import { Badge, NeedYou } from '../parts/badge.tsx';
import { FlowName } from '../parts/flow-name.tsx';
import { useWords } from '../reader.ts';
import { needsYou, rightLevels } from '../stock/sums.ts';

interface CatalogueParts {
  readonly view: IntegrationView;
  readonly stock: readonly StockView[];
}

/** Products and stock in a line each; a page of their own has the rest. */
export function Catalogue({ view, stock }: CatalogueParts) {
  const words = useWords().catalogue;
  const products = view.progress.filter(({ flow }) => flow === 'products');
  if (stock.length + products.length === 0) return null;
  return (
    <section class="card" aria-labelledby="catalogue">
      <div class="section-head">
        <h2 id="catalogue">{words.title}</h2>
        <a href={`/integrations/${view.id}/stock`}>{words.all}</a>
      </div>
      <ul class="rows">
        {products.map((flow) => (
          <Products flow={flow} />
        ))}
        {stock.map((flow) => (
          <Stock flow={flow} />
        ))}
      </ul>
      {stock.length > 0 && (
        <form method="get" action={`/integrations/${view.id}/stock`} class="row-form">
          <div class="control grow">
            <label for="sku">{words.find}</label>
            <input id="sku" name="sku" required maxlength={maxKeyLength} autocomplete="off" />
          </div>
          <button type="submit" class="button">
            {words.search}
          </button>
        </form>
      )}
    </section>
  );
}

function Products({ flow: progress }: { flow: FlowProgress }) {
  const words = useWords().catalogue;
  const { queued, waiting, parked } = progress.open;
  return (
    <li>
      <p class="task-name">
        <FlowName {...progress} />
        {parked > 0 && <NeedYou count={parked} />}
      </p>
      <p class="quiet">
        {queued + waiting + parked === 0 ? words.nothingWaits : words.under(queued, waiting)}
      </p>
    </li>
  );
}

function Stock({ flow }: { flow: StockView }) {
  const words = useWords().catalogue;
  const wrong = needsYou(flow);
  const { total, dirty, verification } = flow;
  return (
    <li>
      <p class="task-name">
        <FlowName flow={flow.flow} from={flow.from} to={flow.to} />
        {!flow.enabled && <Badge state="off" />}
        {wrong > 0 && <NeedYou count={wrong} />}
      </p>
      <p class="quiet">
        {total === 0 ? words.noLevel : words.right(rightLevels(flow), total)}
        {dirty.count > 0 && ` ${words.onTheirWay(dirty.count, dirty.more)}`}
        {flow.reading?.since === null && ` ${words.readingAll}`}
        {verification.running !== null && ` ${words.comparingAll}`}
      </p>
    </li>
  );
}
