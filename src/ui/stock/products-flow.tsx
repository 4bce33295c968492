import { type FlowDocument, flowId } from '../../engine/configuration/configuration.ts';
import type { IntegrationView } from '../../engine/reporting/views.ts';
import { Arrow } from '../parts/arrow.tsx';
import { Badge } from '../parts/badge.tsx';
import { Count } from '../parts/count.tsx';
import { systemName } from '../parts/system-name.ts';
import { Timestamp } from '../parts/timestamp.tsx';
import { countToday } from '../parts/today.ts';
import { useWords } from '../reader.ts';

interface ProductsParts {
  readonly view: IntegrationView;
  readonly flows: readonly FlowDocument[];
  readonly zone: string;
}

/** How the products stand. Each is a task, so the lists of the overview have them; here is one of them found. */
export function ProductsFlow({ view, flows, zone }: ProductsParts) {
  return (
    <section class="card" aria-labelledby="products">
      <h2 id="products">{useWords().stock.products}</h2>
      <ul class="rows">
        {flows.map((flow) => (
          <Products view={view} flow={flow} zone={zone} />
        ))}
      </ul>
    </section>
  );
}

function Products({ view, flow, zone }: Omit<ProductsParts, 'flows'> & { readonly flow: FlowDocument }) {
  const words = useWords().stock;
  const id = flowId(flow);
  const progress = view.progress.find((each) => flowId(each) === id);
  if (progress === undefined) return null;
  const { open, reading, pulledUntil } = progress;
  const field = `number-${flow.from}-${flow.to}`;
  return (
    <li>
      <p class="task-name">
        <strong>
          {systemName(view, flow.from)} <Arrow /> {systemName(view, flow.to)}
        </strong>
        {!flow.enabled && <Badge state="off" />}
      </p>
      <dl class="counts">
        <Count name={words.onTheirWay} value={open.queued} tone="busy" />
        <Count name={words.tryingAgain} value={open.waiting} tone="busy" />
        <Count name={words.needYou} value={open.parked} tone="bad" />
        <Count name={words.doneToday} value={countToday(view, 'done', id)} />
      </dl>
      <p class="quiet">
        {reading && `${words.reading} `}
        {pulledUntil !== null && words.knownUntil(<Timestamp at={pulledUntil} zone={zone} />)}
        {open.parked > 0 && (
          <>
            {' '}
            <a href={`/integrations/${view.id}#problems`}>{words.seeProblems}</a>
          </>
        )}
      </p>
      <form method="get" action={`/integrations/${view.id}#activity`} class="row-form">
        <input type="hidden" name="flow" value={id} />
        <div class="control grow">
          <label for={field}>{words.productSku}</label>
          <input id={field} name="number" required maxlength={200} autocomplete="off" />
        </div>
        <button type="submit" class="button">
          {words.showDone}
        </button>
      </form>
    </li>
  );
}
