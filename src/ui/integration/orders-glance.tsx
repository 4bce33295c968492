import type { GlanceView } from '../../engine/reporting/insight-views.ts';
import { orderAddress } from '../addresses.ts';
import { OrderBadge } from '../orders/order-badge.tsx';
import { BarsLegend } from '../parts/amount-bars.tsx';
import { LastDays } from '../parts/last-days.tsx';
import { ofToday } from '../parts/orders-of-today.ts';
import { useTexts } from '../reader.ts';

/** The orders of a link for whoever looks once a day: today in a sentence, 30 days as bars, those that were placed last. */
export function OrdersGlance({ id, glance }: { id: string; glance: GlanceView }) {
  const texts = useTexts();
  const { glance: words, orderList } = texts.pages;
  return (
    <section class="card" aria-labelledby="glance">
      <div class="section-head">
        <h2 id="glance">{words.days}</h2>
        <a href={`/integrations/${id}/insights`}>{words.all}</a>
      </div>
      <p>{ofToday([glance], texts) ?? words.nothing}</p>
      {glance.days.length === 0 ? (
        <p class="quiet">{words.none}</p>
      ) : (
        <>
          <LastDays glance={glance} />
          <BarsLegend />
        </>
      )}
      {glance.last.length > 0 && (
        <>
          <div class="section-head">
            <h3>{words.last}</h3>
            <a href={`/integrations/${id}/orders`}>{orderList.title}</a>
          </div>
          <Last id={id} glance={glance} />
        </>
      )}
    </section>
  );
}

function Last({ id, glance }: { id: string; glance: GlanceView }) {
  const { figures } = useTexts();
  return (
    <ul class="rows">
      {glance.last.map((order) => (
        <li>
          <p class="task-name">
            <a href={orderAddress(id, order)}>{order.number ?? order.key}</a>{' '}
            <OrderBadge state={order.state} />
            {order.placedOn !== null && <span class="quiet">{figures.day(order.placedOn)}</span>}
            {order.gross !== null && <span>{figures.money(order.gross, order.currency)}</span>}
          </p>
        </li>
      ))}
    </ul>
  );
}
