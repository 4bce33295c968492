import { z } from 'zod';
import type { Api } from '../../contract/api.ts';
import { type Path, path } from '../../contract/path.ts';
import type { OrderSource } from '../../contract/source.ts';
import { countedId } from '../../wire/counted-id.ts';
import { needed, text } from '../../wire/fields.ts';
import { numbered } from '../../wire/numbered.ts';
import { change, find, make, whereAllowed } from '../calls.ts';
import { allOf, type List, pageOf } from '../lists.ts';
import { orderChanges } from './changes.ts';
import { type Back, isCredit, isCreditedReturn, isPaidBack } from './refunds.ts';
import { statusNumber } from './statuses.ts';
import { orderFromWire } from './to-record.ts';
import {
  type InvoiceWire,
  invoiceWire,
  type OrderWire,
  orderWire,
  type ReturnWire,
  type RowWire,
  returnWire,
  rowWire,
} from './wire.ts';

const noteWire = z.object({ id: text, note: text });

const numberWire = z.object({ id: needed(text), ordernumber_full: text });

export const orderSource: OrderSource = {
  changes: orderChanges,

  async get(api, key) {
    const wire = await orderOf(api, key);
    if (wire === null) return null;
    const rows = await allOf(api, { path: path`/orders/${wire.id}/orderrows/`, row: rowWire });
    return orderFromWire({ wire, rows, ...(await backOf(api, wire)) }, api.account);
  },

  /** The whole number is asked for, without its prefix; what only begins so is looked for among the newest. */
  async findByNumber(api, number) {
    const digits = /(\d{1,15})$/.exec(number)?.[1];
    const asked = digits === undefined ? [] : await allOf(api, ordersBy({ ordernumber: Number(digits) }));
    const newest = asked.length > 0 ? [] : (await pageOf(api, ordersBy({ orderby: 'id_desc' }), 0)).rows;
    return numbered(
      [...asked, ...newest].map(({ id, ordernumber_full }) => ({ key: id, number: ordernumber_full ?? id })),
      number,
    );
  },

  /** The buyer is mailed about nothing. */
  async writeBack(api, key, { status, note }) {
    const wire = await orderOf(api, key);
    if (wire === null) return;
    if (status !== undefined && status !== wire.status)
      await change(api, path`/orders/${wire.id}/`, { status: statusNumber(status) });
    if (note !== undefined) await addNote(api, wire.id, note);
  },
};

export function orderOf(api: Api, key: string): Promise<OrderWire | null> {
  return find(api, path`/orders/${countedId(key)}/`, orderWire);
}

function ordersBy(query: List<unknown>['query']): List<z.infer<typeof numberWire>> {
  return { path: path`/orders/`, row: numberWire, query: { ...query } };
}

/** A note of the staff, once. */
export async function addNote(api: Api, id: string, note: string): Promise<void> {
  const line = note.trim();
  const notes = path`/orders/${id}/ordernotes/`;
  const standing = await allOf(api, { path: notes, row: noteWire, isWhole: true });
  if (line === '' || standing.some((each) => each.note === line)) return;
  await make(api, notes, { note: line }, z.unknown());
}

/** Orders cannot be had with their rows (sheet 3.3), nor with what was given back. */
async function backOf(api: Api, { id, ordernumber_full }: OrderWire): Promise<Back> {
  if (ordernumber_full === undefined) return { invoices: [], returns: [] };
  const query = { ordernumber_full };
  const isOwn = ({ order = id }: InvoiceWire | ReturnWire) => order === id;
  const invoices = await whereAllowed(allOf(api, { path: path`/invoices/`, row: invoiceWire, query }), []);
  const returns = await whereAllowed(allOf(api, { path: path`/returns/`, row: returnWire, query }), []);
  const givingBack = invoices.filter((each) => isOwn(each) && (isCredit(each) || isPaidBack(each)));
  const credited = returns.filter((each) => isOwn(each) && isCreditedReturn(each));
  return {
    invoices: await withRows(api, givingBack, (each) => path`/invoices/${each}/invoicerows/`),
    returns: await withRows(api, credited, (each) => path`/returns/${each}/returnrows/`),
  };
}

/** One after the other, so that the limit is not used up at once. */
async function withRows<Wire extends { readonly id: string }>(
  api: Api,
  wires: readonly Wire[],
  at: (id: string) => Path,
): Promise<(Wire & { readonly rows: readonly RowWire[] })[]> {
  const read: (Wire & { readonly rows: readonly RowWire[] })[] = [];
  for (const wire of wires)
    read.push({ ...wire, rows: await allOf(api, { path: at(wire.id), row: rowWire }) });
  return read;
}
