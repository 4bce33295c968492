import { flowId } from '../../engine/configuration/configuration.ts';
import type { OrderView } from '../../engine/reporting/order-views.ts';
import type { IntegrationView, Page } from '../../engine/reporting/views.ts';
import { orderStates } from '../../engine/storage/register-row.ts';
import { orderAddress } from '../addresses.ts';
import { Timestamp } from '../parts/timestamp.tsx';
import { useInWords, useTexts, useWords } from '../reader.ts';
import { Offered } from '../rights.tsx';
import { flowTitle } from '../settings/flow-title.ts';
import { goOnAddress } from '../setup/progress.ts';
import { DocumentName } from './document-name.tsx';
import { OrderBadge } from './order-badge.tsx';
import { isFiltered, type OrdersQuery, ordersAddress } from './query.ts';

interface ListParts {
  readonly view: IntegrationView;
  readonly page: Page<OrderView>;
  readonly query: OrdersQuery;
  readonly zone: string;
}

/** The orders, each once, those that were placed last first. */
export function OrderList({ view, page, query, zone }: ListParts) {
  const words = useWords().orderList;
  const { cursor: _, ...filter } = query;
  return (
    <section class="card" aria-labelledby="orders">
      <div class="section-head">
        <h2 id="orders">{words.title}</h2>
        <a href={ordersAddress(view.id, filter, 'orders.csv')}>{words.file}</a>
      </div>
      <Search view={view} query={query} />
      {page.items.length === 0 ? (
        <Nothing view={view} query={query} />
      ) : (
        <Table id={view.id} orders={page.items} zone={zone} />
      )}
      <p class="pager">
        {query.cursor !== undefined && <a href={ordersAddress(view.id, filter)}>{words.newest}</a>}
        {page.cursor !== null && (
          <a href={ordersAddress(view.id, { ...filter, cursor: page.cursor })}>{words.older}</a>
        )}
      </p>
    </section>
  );
}

/** Of a link that is still being set up none can be known: the way on is offered. */
function Nothing({ view, query }: Pick<ListParts, 'view' | 'query'>) {
  const { orderList: words, setup } = useWords();
  return (
    <>
      <p class="quiet">{isFiltered(query) ? words.noMatch : words.nothing}</p>
      {view.state === 'draft' && (
        <Offered to={goOnAddress(view)}>
          <p>
            <a href={goOnAddress(view)}>{setup.goOn}</a>
          </p>
        </Offered>
      )}
    </>
  );
}

function Search({ view, query }: { view: IntegrationView; query: OrdersQuery }) {
  const texts = useTexts();
  const { orderList, orderStates: states } = texts.pages;
  const flows = view.flows.filter(({ flow }) => flow === 'orders');
  return (
    <form method="get" action={`/integrations/${view.id}/orders`} class="row-form">
      <div class="control grow">
        <label for="q">{orderList.find}</label>
        <input id="q" name="q" type="search" value={query.q ?? ''} maxlength={200} autocomplete="off" />
      </div>
      <div class="control">
        <label for="state">{orderList.state}</label>
        <select id="state" name="state">
          <option value="">{orderList.any}</option>
          {orderStates.map((state) => (
            <option value={state} selected={state === query.state}>
              {states[state]}
            </option>
          ))}
        </select>
      </div>
      {flows.length > 1 && (
        <div class="control">
          <label for="flow">{orderList.flow}</label>
          <select id="flow" name="flow">
            <option value="">{orderList.any}</option>
            {flows.map((flow) => (
              <option value={flowId(flow)} selected={flowId(flow) === query.flow}>
                {flowTitle(view, flow, texts)}
              </option>
            ))}
          </select>
        </div>
      )}
      <div class="control">
        <label for="from">{orderList.from}</label>
        <input id="from" name="from" type="date" value={query.from ?? ''} />
      </div>
      <div class="control">
        <label for="to">{orderList.to}</label>
        <input id="to" name="to" type="date" value={query.to ?? ''} />
      </div>
      <button type="submit" class="button">
        {orderList.search}
      </button>
      {isFiltered(query) && <a href={`/integrations/${view.id}/orders`}>{orderList.all}</a>}
    </form>
  );
}

function Table({ id, orders, zone }: { id: string; orders: readonly OrderView[]; zone: string }) {
  const { pages, figures } = useTexts();
  const words = pages.orderList;
  return (
    <table class="activity orders">
      <thead>
        <tr>
          <th scope="col">{words.number}</th>
          <th scope="col">{words.placed}</th>
          <th scope="col">{words.state}</th>
          <th scope="col">{words.why}</th>
          <th scope="col">{words.document}</th>
          <th scope="col" class="figure">
            {words.amount}
          </th>
        </tr>
      </thead>
      <tbody>
        {orders.map((order) => (
          <tr>
            <th scope="row" class="key">
              <a href={orderAddress(id, order)}>{order.number ?? order.key}</a>
            </th>
            <td class="when">
              {order.placedOn === null ? (
                <span class="quiet">{words.notRead}</span>
              ) : (
                <time datetime={order.placedOn}>{figures.day(order.placedOn)}</time>
              )}
            </td>
            <td class="outcome">
              <OrderBadge state={order.state} />
            </td>
            <td class="reason">
              <Why order={order} zone={zone} />
            </td>
            <td class="target" data-name={words.document}>
              {order.document !== null && <DocumentName id={id} order={order} document={order.document} />}
            </td>
            <td class="calls figure" data-name={words.amount}>
              {order.gross === null ? '–' : figures.money(order.gross, order.currency)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Why({ order: { flow, problem, reason, dueAt }, zone }: { order: OrderView; zone: string }) {
  const words = useWords().orderList;
  const inWords = useInWords();
  return (
    <>
      {inWords(problem?.message ?? reason?.message ?? '', flow)}
      {dueAt !== null && (
        <>
          {' '}
          <span class="quiet">{words.again(<Timestamp at={dueAt} zone={zone} />)}</span>
        </>
      )}
    </>
  );
}
