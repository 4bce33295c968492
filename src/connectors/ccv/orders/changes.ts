/**
 * Which orders changed. They have no date of change, nor an order by one (sheet 5.1): those of two months are compared, and what was given back
 * of them stands in invoices and returns of their own.
 */
import { z } from 'zod';
import type { Query } from '../../contract/api.ts';
import { type Path, path } from '../../contract/path.ts';
import type { ChangeWindow, SnapshotRow } from '../../contract/source.ts';
import { digest } from '../../wire/digest.ts';
import { amount, needed, text } from '../../wire/fields.ts';
import { only } from '../../wire/objects.ts';
import { whereAllowed } from '../calls.ts';
import { instant, instantText, linked } from '../fields.ts';
import type { List } from '../lists.ts';
import { type Reader, reader, walkOf } from '../walk.ts';
import { isCredit, isCreditedReturn, isPaidBack } from './refunds.ts';

/** Nobody changes an order that is older. */
const comparedMs = 60 * 24 * 3_600_000;

/** Whether a bound of a filter counts, and whose clock, is not told (sheet, unknown). */
const slackMs = 600_000;

/** Little is asked of a row: one that cannot be read must not hold up all the others. */
const listed = z.looseObject({ id: needed(text), create_date: instant.catch(undefined) });
type ListedWire = z.infer<typeof listed>;

/** What says that there is something to look at: a note of the staff does not, so that one written back wakes nothing. */
const telling = [
  ...[
    'status',
    'paid',
    'is_completed',
    'ordernumber_full',
    'paymethod',
    'currency',
    'total_price',
    'total_tax',
  ],
  ...['total_shipping', 'total_discounts', 'paymethod_costs', 'extra_costs', 'credit_point_discount', 'user'],
  ...['customer', 'pickup_address', 'deliver_method', 'is_intra_community_order'],
];

async function orderRow(row: ListedWire): Promise<SnapshotRow> {
  const createdAt = row.create_date;
  return {
    key: row.id,
    digest: await digest(only(row, (name) => telling.includes(name))),
    ...(createdAt === undefined ? {} : { createdAt }),
  };
}

/** Of an invoice or a return, likewise. */
const back = z.object({
  id: needed(text),
  create_date: instant.catch(undefined),
  status: text.catch(undefined),
  type: text.catch(undefined),
  total_price: amount.catch(undefined),
  total_price_inc_tax: amount.catch(undefined),
  total_tax: amount.catch(undefined),
  order: linked.catch(undefined),
});
type BackWire = z.infer<typeof back>;

/** A change of the order that it gives something back of; of any other it is only taken note. */
function backRow(name: string, givesBack: (row: BackWire) => boolean) {
  return async (row: BackWire): Promise<SnapshotRow> => ({
    key: `${name}:${row.id}`,
    digest: await digest([row.status ?? null, row.total_price ?? null, row.total_tax ?? null]),
    subject: givesBack(row) ? (row.order ?? null) : null,
    ...(row.create_date === undefined ? {} : { createdAt: row.create_date }),
  });
}

function since<Row>(at: Path, row: z.ZodType<Row>, from: Date, query: Query = {}): List<Row> {
  return { path: at, row, query: { orderby: 'id', min_create_date: instantText(from), ...query } };
}

function firstCompared({ since: asked, until }: ChangeWindow): Date {
  return new Date(Math.min(asked.getTime(), until.getTime() - comparedMs));
}

/** The newest orders, as a list shows them. */
export function ordersSince<Row>(row: z.ZodType<Row>, from: Date): List<Row> {
  return since(path`/orders/`, row, from);
}

const recent = reader(
  (window) => since(path`/orders/`, listed, new Date(window.since.getTime() - slackMs)),
  orderRow,
);

const orders = reader((window) => since(path`/orders/`, listed, firstCompared(window)), orderRow);

const invoices = reader(
  (window) => since(path`/invoices/`, back, firstCompared(window)),
  backRow('invoice', (row) => isCredit(row) || isPaidBack(row)),
);

const returns = reader(
  (window) => since(path`/returns/`, back, firstCompared(window)),
  backRow('return', isCreditedReturn),
);

const nothing = { rows: [], next: null };

function ifAllowed(read: Reader): Reader {
  return (api, window, start) => whereAllowed(read(api, window, start), nothing);
}

export const orderChanges = walkOf(
  { recent, all: [orders, ifAllowed(invoices), ifAllowed(returns)] },
  { reportsGone: false },
);
