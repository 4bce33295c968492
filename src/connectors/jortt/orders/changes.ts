/**
 * Which invoices changed. Jortt tells it in no way: there is no filter by change and no time of it (sheet 3.4, 4.1,
 * 8.11). But only open invoices, drafts and what is unpaid, can change unseen, so those are read every time and compared;
 * one that is not among them any more was paid, credited, sent or deleted. What was made and paid between two reads is
 * new, and found at the top of the list. So a payment is noticed however old its invoice is, and the cost is a page per
 * hundred open invoices.
 *
 * The lists are read in the direction in which invoices move, from draft over unpaid to paid. Rows that a new invoice
 * pushes to the next page come twice. One that a payment pulls over the edge of a page is taken for one that left, and
 * looked at once more: nothing is skipped.
 */
import { z } from 'zod';
import { path } from '../../contract/path.ts';
import { bySnapshot, type ChangeWindow, type SnapshotRow } from '../../contract/source.ts';
import { digest } from '../../wire/digest.ts';
import { readToken } from '../../wire/pages.ts';
import { onePage } from '../pages.ts';
import { today } from '../today.ts';

const lists = ['draft', 'unpaid', 'sent'] as const;

const token = z.object({ list: z.enum(lists), page: z.int().positive() });

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

export const invoiceChanges = bySnapshot({
  reportsGone: true,
  async page(api, window) {
    const at = window.page === null ? { list: lists[0], page: 1 } : readToken(window.page, token);
    const filters = { invoice_status: at.list };
    const { data, isLast } = await onePage(api, path`/v3/invoices`, rowWire, at.page, filters);
    const rows = await Promise.all(data.map((row) => rowOf(row, window)));
    const list = lists[lists.indexOf(at.list) + 1];
    const goesOn = JSON.stringify({ ...at, page: at.page + 1 });
    if (list !== undefined) {
      return { rows, next: isLast ? JSON.stringify({ list, page: 1 }) : goesOn };
    }
    const made = rows.filter(({ createdAt }) => createdAt >= window.since);
    const changes = made.flatMap(({ key, digest: version, subject = key }) =>
      subject === null ? [] : [{ flow: 'orders' as const, key: subject, version }],
    );
    return { rows: [], changes, next: isLast || made.length === 0 ? null : goesOn };
  },
});

async function rowOf(
  row: RowWire,
  window: ChangeWindow,
): Promise<SnapshotRow & { readonly createdAt: Date }> {
  const subject = row.credited_invoice_id || (isRefund(row) ? null : undefined);
  const key = row.id;
  const createdAt = creationOf(row, window);
  const base = { key, digest: await versionOf(row, today(window.until)), createdAt };
  return subject === undefined ? base : { ...base, subject };
}

/** Times are told in whole seconds: the last moment of its own. What does not tell any is taken for new. */
function creationOf({ created_at }: RowWire, { until }: ChangeWindow): Date {
  const at = Date.parse(created_at ?? '');
  return Number.isNaN(at) ? until : new Date(at + 999);
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
