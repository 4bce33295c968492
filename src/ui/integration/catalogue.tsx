import { maxKeyLength } from '../../connectors/contract/source.ts';
import type { StockView } from '../../engine/reporting/stock-views.ts';
import type { FlowProgress, IntegrationView } from '../../engine/reporting/views.ts';
import { Badge, NeedYou } from '../parts/badge.tsx';
import { grouped } from '../parts/count.tsx';
import { FlowName } from '../parts/flow-name.tsx';
import { needsYou, rightLevels } from '../stock/sums.ts';

interface CatalogueParts {
  readonly view: IntegrationView;
  readonly stock: readonly StockView[];
}

/** Products and stock in a line each; a page of their own has the rest. */
export function Catalogue({ view, stock }: CatalogueParts) {
  const products = view.progress.filter(({ flow }) => flow === 'products');
  if (stock.length + products.length === 0) return null;
  return (
    <section class="card" aria-labelledby="catalogue">
      <div class="section-head">
        <h2 id="catalogue">Products and stock</h2>
        <a href={`/integrations/${view.id}/stock`}>All of it</a>
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
            <label for="sku">Find a SKU</label>
            <input id="sku" name="sku" required maxlength={maxKeyLength} autocomplete="off" />
          </div>
          <button type="submit" class="button">
            Find
          </button>
        </form>
      )}
    </section>
  );
}

function Products({ flow: progress }: { flow: FlowProgress }) {
  const { queued, waiting, parked } = progress.open;
  return (
    <li>
      <p class="task-name">
        <FlowName {...progress} />
        {parked > 0 && <NeedYou count={parked} />}
      </p>
      <p class="quiet">
        {queued + waiting + parked === 0
          ? 'Nothing waits.'
          : `${grouped(queued)} on their way, ${grouped(waiting)} tried again later.`}
      </p>
    </li>
  );
}

function Stock({ flow }: { flow: StockView }) {
  const wrong = needsYou(flow);
  const { total, dirty, verification } = flow;
  return (
    <li>
      <p class="task-name">
        <FlowName flow={flow.flow} from={flow.from} to={flow.to} />
        {!flow.enabled && <Badge word="off" />}
        {wrong > 0 && <NeedYou count={wrong} />}
      </p>
      <p class="quiet">
        {total === 0
          ? 'No level is known yet.'
          : `${grouped(rightLevels(flow))} of ${grouped(total)} levels are as they should be.`}
        {dirty.count > 0 && ` ${grouped(dirty.count)}${dirty.more ? '+' : ''} records are on their way.`}
        {flow.reading?.since === null && ' All levels of the source are being read.'}
        {verification.running !== null && ' All levels are being compared.'}
      </p>
    </li>
  );
}
