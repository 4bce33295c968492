import { unwrap } from '../../durable-objects/answer.ts';
import type { IntegrationClient } from '../../durable-objects/integration-client.ts';
import type {
  ApartView,
  CurrencyReconciliation,
  ReconciliationView,
} from '../engine/reporting/insight-views.ts';
import type { ReconciliationFilter } from '../engine/reporting/insights.ts';
import type { Page } from '../engine/reporting/views.ts';
import type { Language } from '../texts/languages.ts';
import { asText, byteOrderMark, type CsvReader, csvRow } from './csv.ts';

const perPage = 2_000;
/** An invocation on the free plan has 50 calls. */
const maxPages = 40;

/** Amounts are decimals with a point: `shop` what the shop says less what was given back, `books` documents less credits. */
const columns = [
  ...['row', 'part', 'currency', 'orders', 'shop', 'books', 'difference', 'number', 'placed_on', 'state'],
  ...['code', 'why', 'document_number', 'document_id', 'flow', 'key'],
] as const;

type Cells = Partial<Record<(typeof columns)[number], string | number | null | undefined>>;

export function csvHeaders(id: string, month: string) {
  return {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="reconciliation-${id}-${month}.csv"`,
  };
}

/**
 * A month's sums (`row` is `sum`), then each order that the books do not have as the shop says it (`order`), whose differences add up to that of
 * the month, as a file (RFC 4180). What cannot be met is thrown before it
 * begins; it breaks off rather than to leave orders out in silence.
 */
export async function reconciliationCsv(
  object: IntegrationClient,
  filter: ReconciliationFilter,
  language: Language,
  reader: CsvReader,
): Promise<ReadableStream<Uint8Array>> {
  const view = unwrap<ReconciliationView>(await object.reconciliation(filter, language));
  const text = lines(object, view, filter, language, reader === 'program' ? '' : byteOrderMark);
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
  { currencies, unknown }: ReconciliationView,
  filter: ReconciliationFilter,
  language: Language,
  mark: string,
): AsyncGenerator<string> {
  yield mark + csvRow(columns);
  yield currencies.flatMap(sumsOf).map(lineOf).join('');
  yield [
    { row: 'sum', part: 'not_read', orders: unknown.notRead },
    { row: 'sum', part: 'of_before', orders: unknown.ofBefore },
  ]
    .filter(({ orders }) => orders > 0)
    .map(lineOf)
    .join('');
  let cursor: string | undefined;
  for (let page = 0; page < maxPages; page++) {
    const { items, cursor: next } = unwrap<Page<ApartView>>(
      await object.apart(filter, cursor, perPage, language),
    );
    yield items.map((each) => lineOf(orderCells(each))).join('');
    if (next === null) return;
    cursor = next;
  }
  throw new RangeError(
    `The books have more than ${perPage * maxPages} orders of a month otherwise than the shop.`,
  );
}

function sumsOf(sums: CurrencyReconciliation): Cells[] {
  const { currency, shop, leftOut, due, notBooked, changed, givenBack, books, difference } = sums;
  const sum = (part: string, orders: number, cells: Cells): Cells => ({
    ...{ row: 'sum', part, currency, orders },
    ...cells,
  });
  return [
    sum('shop', shop.count, { shop: shop.amount }),
    sum('left_out', leftOut.count, { shop: leftOut.amount }),
    sum('due', due.count, { shop: due.amount, books: books.amount, difference }),
    ...notBooked.map(({ part, count, amount }) => sum(part, count, { shop: amount })),
    sum('changed', changed.count, { books: changed.amount }),
    sum('given_back', givenBack.count, { books: givenBack.amount }),
    sum('documents', books.count, { books: books.documents }),
    sum('credited', books.count, { books: books.credited }),
    sum('books', books.count, { books: books.amount }),
  ];
}

function orderCells(order: ApartView): Cells {
  const { document, problem, reason, flow, from, to } = order;
  return {
    ...{ row: 'order', part: order.part, currency: order.currency, orders: 1 },
    ...{ shop: order.due, books: order.inBooks, difference: order.difference },
    ...{ number: asText(order.number), placed_on: order.placedOn, state: order.state },
    ...{ code: problem?.code ?? reason?.code, why: asText(order.why) },
    ...{ document_number: asText(document?.number ?? null), document_id: asText(document?.id ?? null) },
    ...{ flow: `${flow}:${from}:${to}`, key: asText(order.key) },
  };
}

function lineOf(cells: Cells): string {
  return csvRow(columns.map((column) => String(cells[column] ?? '')));
}
