import type { OrderDetailView } from '../../engine/reporting/order-views.ts';
import type { IntegrationView } from '../../engine/reporting/views.ts';
import { orderAddress } from '../addresses.ts';
import { FlowName, oneOf } from '../parts/flow-name.tsx';
import { leftOutBy } from '../parts/left-out-by.ts';
import { PreviewButton } from '../parts/preview-button.tsx';
import { systemName } from '../parts/system-name.ts';
import { TaskButtons } from '../parts/task-buttons.tsx';
import { Timestamp } from '../parts/timestamp.tsx';
import { TotalsCheck } from '../parts/totals-check.tsx';
import { Tries } from '../parts/tries.tsx';
import { useInWords, useTexts, useWords } from '../reader.ts';
import { DocumentName } from './document-name.tsx';
import { LinePairs } from './line-pairs.tsx';
import { OrderBadge } from './order-badge.tsx';

interface SheetParts {
  readonly view: IntegrationView;
  readonly order: OrderDetailView;
  readonly zone: string;
}

/** One order: how it stands and what can be done, its totals always, its lines in pairs, and every try. */
export function OrderSheet({ view, order, zone }: SheetParts) {
  const words = useWords().orderPage;
  return (
    <>
      <Head view={view} order={order} zone={zone} />
      {order.gross === null ? (
        <section class="card">
          <p class="quiet">{words.noTotals}</p>
        </section>
      ) : (
        <TotalsCheck
          checks={order.checks}
          currency={order.currency}
          notes={order.notes}
          isPlanned={order.document === null}
        />
      )}
      {order.lines === null ? (
        order.gross !== null && (
          <section class="card">
            <p class="quiet">{words.noLines}</p>
          </section>
        )
      ) : (
        <LinePairs lines={order.lines} currency={order.currency} />
      )}
      <Tries id={view.id} tries={order.timeline} zone={zone} />
      <Technical id={view.id} order={order} />
    </>
  );
}

function Head({ view, order, zone }: SheetParts) {
  const { id } = view;
  const texts = useTexts();
  const { orderPage: words, record, orderList } = texts.pages;
  const inWords = useInWords();
  const { problem, reason, lastTask, state } = order;
  const about = record.title(oneOf(order.flow, texts.pages), order.number ?? order.key);
  return (
    <section class="card" aria-labelledby="order">
      <div class="section-head">
        <h2 id="order">
          {about} <OrderBadge state={state} />
        </h2>
        {lastTask !== null && (
          <TaskButtons id={id} task={lastTask} about={about} back={orderAddress(id, order)} />
        )}
      </div>
      {problem !== null && (
        <div class="told">
          <p>{inWords(problem.message, order.flow)}</p>
          <p class="next">{inWords(problem.action, order.flow)}</p>
          {order.dueAt !== null && <p>{orderList.again(<Timestamp at={order.dueAt} zone={zone} />)}</p>}
        </div>
      )}
      {reason !== null && <p>{words.notBooked(inWords(reason.message, order.flow))}</p>}
      {lastTask?.skippedBy != null && (
        <p>
          {leftOutBy(lastTask.skippedBy, texts)}, <Timestamp at={lastTask.updatedAt} zone={zone} />.
        </p>
      )}
      <Facts view={view} order={order} zone={zone} />
    </section>
  );
}

function Facts({ view, order, zone }: SheetParts) {
  const { id } = view;
  const { pages, figures } = useTexts();
  const words = pages.orderPage;
  const { placedAt, gross, refunded, currency, document } = order;
  const money = (amount: string) => figures.money(amount, currency);
  return (
    <dl class="facts">
      {placedAt === null ? (
        <div>
          <dt>{words.seen}</dt>
          <dd>
            <Timestamp at={order.firstSeenAt} zone={zone} />
          </dd>
        </div>
      ) : (
        <div>
          <dt>{words.placed}</dt>
          <dd>
            <Timestamp at={placedAt} zone={zone} />
          </dd>
        </div>
      )}
      {gross !== null && (
        <div>
          <dt>{words.amount}</dt>
          <dd class="amount">{money(gross)}</dd>
        </div>
      )}
      {refunded !== null && refunded !== '0' && (
        <div>
          <dt>{words.refunded}</dt>
          <dd>{money(refunded)}</dd>
        </div>
      )}
      <div>
        <dt>{words.inSource(systemName(view, order.from))}</dt>
        <dd>
          <span class="text">{order.number ?? order.key}</span>
          {order.url !== null && (
            <>
              , <a href={order.url}>{words.open}</a>
            </>
          )}
        </dd>
      </div>
      <div>
        <dt>{words.document}</dt>
        <dd>
          {document === null ? (
            <span class="none">{words.noDocument}</span>
          ) : (
            <DocumentName id={id} order={order} document={document} />
          )}
        </dd>
      </div>
      {document?.bookedAt != null && (
        <div>
          <dt>{words.booked}</dt>
          <dd>
            <Timestamp at={document.bookedAt} zone={zone} />
          </dd>
        </div>
      )}
      {document?.credited != null && document.credited !== '0' && (
        <div>
          <dt>{words.credited}</dt>
          <dd>{money(document.credited)}</dd>
        </div>
      )}
    </dl>
  );
}

/** Ids and codes, for whoever looks something up in a system, or in the manual. */
function Technical({ id, order }: { id: string; order: OrderDetailView }) {
  const { orderPage, record, transfer } = useWords();
  const { flow, from, to, key, document, lastTask } = order;
  const code = order.problem?.code ?? order.reason?.code;
  return (
    <details class="card">
      <summary>{orderPage.technical}</summary>
      <p>
        <FlowName flow={flow} from={from} to={to} />
      </p>
      <p>
        {record.sourceId(order.url === null ? <code>{key}</code> : <a href={order.url}>{key}</a>)}
        {document !== null && (
          <>
            , {transfer.targetId} <code>{document.id}</code>
          </>
        )}
        {code !== undefined && (
          <>
            , <code>{code}</code>
          </>
        )}
      </p>
      {lastTask !== null && (
        <p>
          <a href={`/integrations/${id}/tasks/${lastTask.id}`}>{record.details}</a>
        </p>
      )}
      <PreviewButton {...{ id, text: record.previewNow, flow: `${flow}:${from}:${to}`, record: key }} />
    </details>
  );
}
