import type { DocumentView, OrderView } from '../../engine/reporting/order-views.ts';
import { dayOfKey } from '../../flows/orders/day/till-day.ts';
import { orderAddress } from '../addresses.ts';
import { useTexts } from '../reader.ts';

interface NameParts {
  /** The integration's. */
  readonly id: string;
  readonly order: OrderView;
  readonly document: DocumentView;
}

/** What the books have of an order: by its number, else by its id there; of a receipt the day that it is in. */
export function DocumentName({ id, order, document }: NameParts) {
  const { pages, figures } = useTexts();
  const day = order.state === 'in_day' ? dayOfKey(document.id) : null;
  if (day !== null) {
    return (
      <a href={orderAddress(id, { ...order, key: document.id })}>
        {pages.orderPage.dayOf(figures.day(day.date), day.till)}
      </a>
    );
  }
  const name = document.number === null ? <code>{document.id}</code> : <>{document.number}</>;
  return document.url === null ? name : <a href={document.url}>{name}</a>;
}
