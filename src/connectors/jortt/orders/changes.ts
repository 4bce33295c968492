/**
 * Which invoices changed. Jortt tells it in no way: there is no filter by change and no time of it (sheet 3.4, 4.1,
 * 8.11). But only open invoices, drafts and what is unpaid, can change unseen, so those are read every time and compared
 * with their digests of the last time; one that is not among them any more was paid, credited, sent or deleted. What was
 * made and paid between two reads is new, and found at the top of the list. So a payment is noticed however old its
 * invoice is, and the cost is a page per hundred open invoices.
 *
 * The lists are read in the direction in which invoices move, from draft over unpaid to paid. Rows that a new invoice
 * pushes to the next page come twice. One that a payment pulls over the edge of a page is taken for one that left, and
 * looked at once more: nothing is skipped.
 */
import { z } from 'zod';
import type { Api } from '../../contract/api.ts';
import type { Change, ChangePage, ChangeWindow } from '../../contract/connector.ts';
import { path } from '../../contract/path.ts';
import { digest } from '../../wire/digest.ts';
import { readToken } from '../../wire/page-token.ts';
import { onePage } from '../pages.ts';
import { today } from '../today.ts';

const lists = ['draft', 'unpaid', 'sent'] as const;

/** Of a hundred each, of either kind of open ones, the newest first: a row of storage holds 2 MB at most. */
const mostPages = 60;

/** By id: the digest, and for a credit note the invoice that it credits. */
const openInvoices = z.record(z.string(), z.tuple([z.string(), z.string().nullable()]));
type OpenInvoices = z.infer<typeof openInvoices>;

const token = z.object({ list: z.enum(lists), page: z.int().positive(), open: openInvoices });

/** Little is asked of a row: one that cannot be read must not hold up all the others. */
const rowWire = z.looseObject({
  id: z.string().min(1),
  created_at: z.string().nullish(),
  credited_invoice_id: z.string().nullish(),
  invoice_due_date: z.string().nullish(),
  invoice_total_incl_vat: z.looseObject({ amount: z.unknown() }).nullish(),
});
type RowWire = z.infer<typeof rowWire>;

/** Reminding and delivering change nothing of the sale. */
const passing = ['number_of_reminders_sent', 'last_reminded_at', 'peppol_status'];

export async function invoiceChanges(api: Api, window: ChangeWindow): Promise<ChangePage> {
  const at = window.page === null ? { list: lists[0], page: 1, open: {} } : readToken(window.page, token);
  const before = window.memory ? readToken(window.memory, openInvoices) : null;
  const { data, isLast } = await onePage(api, path`/v3/invoices`, rowWire, at.page, {
    invoice_status: at.list,
  });
  // Times are told in whole seconds.
  const since = Math.floor(window.since.getTime() / 1000) * 1000;
  const isNew = (row: RowWire) => !row.created_at || !(Date.parse(row.created_at) < since);
  const isOpen = at.list !== 'sent';
  const open: OpenInvoices = { ...at.open };
  const changes: Change[] = [];
  for (const row of data) {
    const version = await versionOf(row, today(window.until));
    const seen = before?.[row.id]?.[0];
    const isChanged = isNew(row) || (isOpen && before !== null && seen !== version);
    const key = row.credited_invoice_id || (isRefund(row) ? null : row.id);
    if (isChanged && key !== null) changes.push({ flow: 'orders', key, version });
    if (isOpen) open[row.id] = [version, row.credited_invoice_id || null];
  }
  const ended = isLast || (isOpen ? at.page >= mostPages : !data.some(isNew));
  if (!ended) return { changes, next: JSON.stringify({ ...at, page: at.page + 1, open }) };
  const list = lists[lists.indexOf(at.list) + 1];
  if (list !== undefined) return { changes, next: JSON.stringify({ list, page: 1, open }) };
  return { changes: [...changes, ...gone(before ?? {}, open)], next: null, memory: JSON.stringify(open) };
}

/** Below zero and no credit note: a refund of which nothing tells what it refunds. */
function isRefund(row: RowWire): boolean {
  return String(row.invoice_total_incl_vat?.amount ?? '').startsWith('-');
}

/** Tells one state from another, and being late too: that comes with a day, not with a change of the invoice. */
function versionOf(row: RowWire, day: string): Promise<string> {
  const kept = Object.fromEntries(Object.entries(row).filter(([name]) => !passing.includes(name)));
  return digest([kept, (row.invoice_due_date ?? day) < day]);
}

function gone(before: OpenInvoices, open: OpenInvoices): Change[] {
  return Object.entries(before)
    .filter(([id]) => open[id] === undefined)
    .map(([id, [, credited]]) => ({ flow: 'orders', key: credited ?? id }));
}
