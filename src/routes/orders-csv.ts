import { unwrap } from '../../durable-objects/answer.ts';
import type { IntegrationClient } from '../../durable-objects/integration-client.ts';
import type { OrderFilter } from '../engine/reporting/order-reports.ts';
import type { OrderView } from '../engine/reporting/order-views.ts';
import type { Page } from '../engine/reporting/views.ts';
import type { Language } from '../texts/languages.ts';
import { asText, byteOrderMark, type CsvReader, csvRow } from './csv.ts';

const perPage = 2_000;
/** An invocation on the free plan has 50 calls. */
const maxPages = 40;

type Cell = string | null | undefined;

/** Amounts stay decimals with a point, days and moments ISO 8601: a column is the same in every language but for the words. */
const columns: Readonly<Record<string, (order: OrderView) => Cell>> = {
  number: ({ number }) => asText(number),
  placed_on: ({ placedOn }) => placedOn,
  placed_at: ({ placedAt }) => placedAt,
  currency: ({ currency }) => currency,
  gross: ({ gross }) => gross,
  vat: ({ vat }) => vat,
  vat_by_rate: ({ vatByRate }) => vatByRate?.map(({ rate, vat }) => `${rate}%: ${vat}`).join('; '),
  refunded: ({ refunded }) => refunded,
  state: ({ state }) => state,
  why: ({ problem, reason }) => asText(problem?.message ?? reason?.message ?? null),
  code: ({ problem, reason }) => problem?.code ?? reason?.code,
  document_number: ({ document }) => asText(document?.number ?? null),
  document_id: ({ document }) => asText(document?.id ?? null),
  document_gross: ({ document }) => document?.gross,
  credited: ({ document }) => document?.credited,
  booked_at: ({ document }) => document?.bookedAt,
  first_seen_at: ({ firstSeenAt }) => firstSeenAt,
  flow: ({ flow, from, to }) => `${flow}:${from}:${to}`,
  key: ({ key }) => asText(key),
};

/** Orders as a file, page by page. It breaks off rather than to leave some out in silence. */
export function ordersCsv(
  object: IntegrationClient,
  filter: OrderFilter,
  language: Language,
  reader: CsvReader,
): ReadableStream<Uint8Array> {
  const text = lines(object, filter, language, reader === 'program' ? '' : byteOrderMark);
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await text.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
  });
}

async function* lines(
  object: IntegrationClient,
  filter: OrderFilter,
  language: Language,
  mark: string,
): AsyncGenerator<string> {
  yield mark + csvRow(Object.keys(columns));
  let cursor: string | undefined;
  for (let page = 0; page < maxPages; page++) {
    const { items, cursor: next } = unwrap<Page<OrderView>>(
      await object.orders({ ...filter, cursor }, perPage, language),
    );
    if (items.length > 0) yield items.map(line).join('');
    if (next === null) return;
    cursor = next;
  }
  throw new RangeError(`More than ${perPage * maxPages} orders: narrow the days down.`);
}

function line(order: OrderView): string {
  return csvRow(Object.values(columns).map((of) => of(order) ?? ''));
}
