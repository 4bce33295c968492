import { allOf, holdsWords, isSame } from '../../kit/search/row-tests.ts';
import { byNumber, reversed } from '../../kit/search/sorting.ts';
import { localDate } from '../../kit/time/local-time.ts';
import type { Call } from '../endpoint.ts';
import { pageOf, readListQuery } from '../list-query.ts';
import type { Service } from '../service.ts';
import type { Estimate } from './estimate.ts';
import { estimateOnWire } from './on-wire.ts';
import { acceptanceOf, acceptances, statuses, statusOf } from './status.ts';

/** Newest first (sheet 3.4). */
export function listEstimates(service: Service, call: Call): Response {
  const { books, settings, world } = service;
  const asked = readListQuery(call, { estimate_status: statuses, acceptance_status: acceptances });
  const { query, chosen } = asked;
  const today = localDate(world.now());
  const { quirks } = settings();
  const rows = books.estimates
    .indexed()
    .filter(
      allOf([
        holdsWords(query ?? undefined, (estimate) => searchable(service, estimate)),
        isSame(chosen.estimate_status, (estimate) => statusOf(estimate, today)),
        isSame(chosen.acceptance_status, acceptanceOf),
      ]),
    )
    .reverse()
    .sort(reversed(byNumber((each) => each.createdAt)));
  const onWire = (estimate: Estimate) =>
    estimateOnWire(estimate, books.customers.get(estimate.customer_id ?? ''), { today, quirks });
  return pageOf(call, asked, rows, onWire, quirks);
}

/** What of invoices is searched (sheet 3.4). */
function searchable({ books }: Service, { sent, reference, customer_id }: Estimate): unknown[] {
  const name = sent?.addressee.customer_company_name ?? books.customers.get(customer_id ?? '')?.customer_name;
  return [sent?.number, reference, name];
}
