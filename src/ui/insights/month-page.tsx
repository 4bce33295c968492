import type {
  ApartView,
  CurrencyReconciliation,
  ReconciliationView,
} from '../../engine/reporting/insight-views.ts';
import type { IntegrationView, Page } from '../../engine/reporting/views.ts';
import { orderAddress } from '../addresses.ts';
import { DocumentName } from '../orders/document-name.tsx';
import { useInWords, useTexts } from '../reader.ts';
import { Unknown } from './period-page.tsx';

interface MonthParts {
  readonly view: IntegrationView;
  readonly reconciliation: ReconciliationView;
  readonly page: Page<ApartView>;
  /** Whether it is not the first one. */
  readonly goesOn: boolean;
}

/** The shop against the books in a month: sum by sum, and each order that the books do not have as the shop says it, with why. */
export function MonthPage({ view, reconciliation, page, goesOn }: MonthParts) {
  const { pages, figures } = useTexts();
  const words = pages.reconciliation;
  const { month, currencies, unknown, timeZone } = reconciliation;
  const base = `/integrations/${view.id}/insights`;
  return (
    <>
      <section class="card" aria-labelledby="reconciliation">
        <div class="section-head">
          <h2 id="reconciliation">{words.title(figures.month(month))}</h2>
          <a href={`${base}/${month}/reconciliation.csv`}>{words.file}</a>
        </div>
        <p class="quiet">
          {words.what} {timeZone !== null && pages.insights.zone(timeZone.replaceAll('_', ' '))}
        </p>
        <p>
          <a href={`${base}?period=${month}`}>{words.back}</a>
        </p>
        {currencies.length === 0 && <p>{pages.insights.nothing}</p>}
      </section>
      <Unknown unknown={unknown} />
      {currencies.map((currency) => (
        <Sums sums={currency} />
      ))}
      {(currencies.length > 0 || page.items.length > 0) && (
        <section class="card" aria-labelledby="apart">
          <h2 id="apart">{words.orders}</h2>
          {page.items.length === 0 ? <p>{words.none}</p> : <Orders id={view.id} orders={page.items} />}
          <p class="pager">
            {goesOn && <a href={`${base}/${month}`}>{pages.orderList.newest}</a>}
            {page.cursor !== null && (
              <a href={`${base}/${month}?cursor=${page.cursor}`}>{pages.orderList.older}</a>
            )}
          </p>
        </section>
      )}
    </>
  );
}

interface Line {
  readonly name: string;
  readonly count?: number;
  readonly amount: string;
  /** A sum of the lines before. */
  readonly isSum?: boolean;
}

/** From the shop down to the books. */
function linesOf(
  sums: CurrencyReconciliation,
  words: ReturnType<typeof useTexts>['pages']['reconciliation'],
) {
  const { shop, leftOut, due, notBooked, changed, givenBack, books } = sums;
  const minus = (amount: string) =>
    amount === '0' ? '0' : amount.startsWith('-') ? amount.slice(1) : `-${amount}`;
  const lines: readonly Line[] = [
    { name: words.sold, count: shop.count, amount: shop.gross },
    { name: words.refunded, amount: minus(shop.refunded) },
    { name: words.left_out, count: leftOut.count, amount: minus(leftOut.amount) },
    { name: words.due, count: due.count, amount: due.amount, isSum: true },
    ...notBooked.map(({ part, count, amount }) => ({ name: words[part], count, amount: minus(amount) })),
    { name: words.changed, count: changed.count, amount: changed.amount },
    { name: words.givenBack, count: givenBack.count, amount: givenBack.amount },
    { name: words.books, count: books.count, amount: books.amount, isSum: true },
  ];
  return lines.filter(({ count, amount, isSum }) => isSum === true || amount !== '0' || (count ?? 0) > 0);
}

/** Equal sums are not enough: one order too high and one too low come to them, and so does another VAT. */
function verdictOn(
  { difference, holds, notBooked, differing }: CurrencyReconciliation,
  words: ReturnType<typeof useTexts>['pages']['reconciliation'],
  money: (amount: string) => string,
): [tone: string, verdict: string] {
  if (!holds) return ['verdict bad', words.broken];
  if (difference !== '0') return ['verdict good', words.holds(money(difference))];
  const others = notBooked.reduce((all, { count }) => all + count, differing);
  return others === 0 ? ['verdict good', words.equal] : ['verdict', words.sumsAlone(others)];
}

function Sums({ sums }: { sums: CurrencyReconciliation }) {
  const { pages, figures } = useTexts();
  const { reconciliation: words, insights } = pages;
  const { currency, books, difference } = sums;
  const money = (amount: string) => figures.money(amount, currency);
  const [tone, verdict] = verdictOn(sums, words, money);
  return (
    <section class="card" aria-labelledby={`sums-${currency}`}>
      <h2 id={`sums-${currency}`}>{`${words.line}, ${currency}`}</h2>
      <p class={tone}>{verdict}</p>
      <table class="plain totals">
        <thead>
          <tr>
            <th scope="col">
              <span class="unseen">{words.line}</span>
            </th>
            <th scope="col">{insights.orders}</th>
            <th scope="col">{insights.amount}</th>
          </tr>
        </thead>
        <tbody>
          {linesOf(sums, words).map(({ name, count, amount, isSum }) => (
            <tr>
              <th scope="row">{isSum ? <strong>{name}</strong> : name}</th>
              <td class="figure">{count === undefined ? '' : figures.number(count)}</td>
              <td class="figure">{isSum ? <strong>{money(amount)}</strong> : money(amount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <dl class="facts">
        <div>
          <dt>{words.documents}</dt>
          <dd>{money(books.documents)}</dd>
        </div>
        <div>
          <dt>{words.credited}</dt>
          <dd>{money(books.credited)}</dd>
        </div>
        <div>
          <dt>{words.difference}</dt>
          <dd>{money(difference)}</dd>
        </div>
      </dl>
    </section>
  );
}

function Orders({ id, orders }: { id: string; orders: readonly ApartView[] }) {
  const { pages, figures } = useTexts();
  const { orderList, reconciliation: words } = pages;
  const inWords = useInWords();
  return (
    <table class="activity orders">
      <thead>
        <tr>
          <th scope="col">{orderList.number}</th>
          <th scope="col">{orderList.placed}</th>
          <th scope="col">{orderList.why}</th>
          <th scope="col">{orderList.document}</th>
          <th scope="col" class="figure">
            {words.inShop}
          </th>
          <th scope="col" class="figure">
            {words.inBooks}
          </th>
          <th scope="col" class="figure">
            {words.difference}
          </th>
        </tr>
      </thead>
      <tbody>
        {orders.map((order) => {
          const money = (amount: string) => figures.money(amount, order.currency);
          return (
            <tr>
              <th scope="row" class="key">
                <a href={orderAddress(id, order)}>{order.number ?? order.key}</a>
              </th>
              <td class="when">
                {order.placedOn === null ? (
                  orderList.notRead
                ) : (
                  <time datetime={order.placedOn}>{figures.day(order.placedOn)}</time>
                )}
              </td>
              <td class="reason">
                {words[order.part]}: {inWords(order.why, 'orders')}
              </td>
              <td class="target">
                {order.document !== null && <DocumentName id={id} order={order} document={order.document} />}
              </td>
              <td class="calls figure" data-name={words.inShop}>
                {order.due === null ? '–' : money(order.due)}
              </td>
              <td class="calls figure" data-name={words.inBooks}>
                {money(order.inBooks)}
              </td>
              <td class="calls figure" data-name={words.difference}>
                {order.difference === null ? '–' : money(order.difference)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
