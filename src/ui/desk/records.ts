import type { CauseView } from '../../engine/reporting/problem-views.ts';
import type { Texts } from '../../texts/en.ts';
import { orderAddress } from '../addresses.ts';

/** `11 orders`, by what the flow carries. */
export function recordsOf(flow: string, count: number, { records }: Texts['pages']['desk']): string {
  const of = Object.hasOwn(records, flow) ? records[flow as keyof typeof records] : records.orders;
  return of(count);
}

/** `11 orders · € 612.40`; of those that were never read the amount is not known. */
export function whatItStops({ flow, count, amounts }: CauseView, { pages, figures }: Texts): string {
  const known = amounts ?? [];
  const unread = count - known.reduce((all, each) => all + each.count, 0);
  return [
    recordsOf(flow, count, pages.desk),
    known.map(({ gross, currency }) => figures.money(gross, currency)).join(' + '),
    amounts !== null && unread > 0 ? pages.desk.unread(unread) : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** Where a record that a cause stops is looked at. */
export function exampleAddress(
  id: string,
  cause: CauseView,
  { key, task }: CauseView['examples'][number],
): string {
  if (task === null) return `/integrations/${id}/stock?${new URLSearchParams({ sku: key })}`;
  return cause.flow === 'orders' ? orderAddress(id, { ...cause, key }) : `/integrations/${id}/tasks/${task}`;
}
