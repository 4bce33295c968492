import type { Note, PreviewCheck } from '../../flows/contract.ts';
import { keptChecks } from '../../flows/orders/document/kept-checks.ts';
import { pairedLines } from '../../flows/orders/document/paired-lines.ts';
import { big, decimalFromWire } from '../../records/money.ts';
import type { Texts } from '../../texts/en.ts';
import { tellNote } from '../../texts/tell.ts';
import { invalid, notFound } from '../request-error.ts';
import type { ActivityRow } from '../storage/activity.ts';
import { cursorOf, type OrderState, type RegisterRow } from '../storage/register-row.ts';
import type { Stores } from '../storage/stores.ts';
import type { TaskRow } from '../storage/task-row.ts';
import { dayBefore, dayMs } from '../utc-day.ts';
import { amountsBy, type Period } from './order-amounts.ts';
import { orderPages } from './order-pages.ts';
import {
  type AmountsView,
  type OrderDetailView,
  type OrderView,
  readCursor,
  showOrder,
  writeCursor,
} from './order-views.ts';
import { placedFlows } from './placed-flows.ts';
import { type Names, type Page, showActivity, type TaskView } from './views.ts';

/** As people ask for orders: the flow by the names of its connections, or by its kind alone. */
export interface OrderFilter {
  readonly flow?: string | undefined;
  readonly state?: OrderState | undefined;
  /** The number that customers see, or of the document, or how either begins; or what an order comes to. */
  readonly q?: string | undefined;
  /** Days in the shop's own time zone, both included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly cursor?: string | undefined;
}

export interface AmountsFilter {
  readonly by: Period;
  /** Days in the shop's own time zone, both included; the last 30 and today where they are left out. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly flow?: string | undefined;
}

interface ReportParts {
  readonly stores: Stores;
  readonly texts: Texts;
  /** The day that it is in the shop. */
  readonly today: string;
  /** What was read and written in a try; null where that is not kept. */
  readonly payloadOf: (row: ActivityRow) => Promise<Record<string, unknown> | null>;
  readonly taskView: (row: TaskRow) => TaskView;
}

/** More tries than an order has, but for one that fails for weeks. */
const maxTries = 100;
/** So many tries are opened to find the last one in which the order was read. */
const maxOpened = 5;
/** Before the last one, where nobody says since when. */
const shownDays = 30;
/** A year, and a month in which it began. */
const maxDays = 400;

/** What an integration tells of its orders. Reads only, but for sums of days, which are kept. */
export class OrderReports {
  constructor(private readonly parts: ReportParts) {}

  /** Throws for a cursor that no list gave. */
  list({ flow, state, q, from, to, cursor }: OrderFilter, limit: number): Page<OrderView> {
    const { stores, texts } = this.parts;
    const after = cursor === undefined ? undefined : readCursor(cursor);
    if (after === null) throw invalid('request_invalid', 'The cursor is none that a list gave.');
    const search = q === undefined || q.trim() === '' ? undefined : { text: q.trim(), amount: amountOf(q) };
    const rows = stores.register.list(
      { flows: placedFlows(flow, this.#names), state, search, from, to, after },
      limit + 1,
    );
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const [names, pages] = [this.#names, orderPages(this.parts.stores)];
    return {
      items: shown.map((row) => showOrder(row, texts, names, pages)),
      cursor: rows.length > limit && last ? writeCursor(cursorOf(last)) : null,
    };
  }

  /** Throws where no such order is known. */
  async order(flow: string, key: string): Promise<OrderDetailView> {
    const { stores, texts, taskView } = this.parts;
    const row = this.#find(flow, key);
    const names = this.#names;
    const tries = stores.activity.list({ flows: [row.flow], key }, maxTries);
    const read = await this.#lastRead(tries);
    const notes = Array.isArray(read?.notes) ? (read.notes as Note[]) : [];
    const task = this.#lastTask(row, tries);
    return {
      ...showOrder(row, texts, names, orderPages(this.parts.stores)),
      checks: checksOf(row, read),
      notes: notes.map((note) => tellNote(note, texts)),
      lines: read && pairedLines(read.source, read.document),
      timeline: tries.map((each) => showActivity(each, texts, names, row.number)),
      lastTask: task && taskView(task),
    };
  }

  /** Throws where that are too many days. */
  amounts({ by, flow, ...asked }: AmountsFilter): AmountsView[] {
    const { stores, texts, today } = this.parts;
    const to = asked.to ?? today;
    const from = asked.from ?? dayBefore(to, shownDays);
    const days = (Date.parse(to) - Date.parse(from)) / dayMs;
    if (days >= maxDays) throw invalid('request_invalid', `Between "from" and "to" may be ${maxDays} days.`);
    const flows = placedFlows(flow, this.#names);
    const sums = stores.registerDays
      .between(from, to)
      .filter((each) => flows === undefined || flows.includes(each.flow));
    return amountsBy(by, sums, texts);
  }

  get #names(): Names {
    return this.parts.stores.accounts.names();
  }

  /** Of several accounts that a connection has led to the one that had the order last. */
  #find(flow: string, key: string): RegisterRow {
    const { register } = this.parts.stores;
    const rows = (placedFlows(flow, this.#names) ?? []).flatMap((each) => register.get(each, key) ?? []);
    const [row] = rows.sort((a, b) => b.firstSeen - a.firstSeen);
    if (row === undefined) throw notFound('order');
    return row;
  }

  /** What was read and written in the last try that read the order and is kept. */
  async #lastRead(tries: readonly ActivityRow[]): Promise<Record<string, unknown> | null> {
    const called = tries.filter(({ calls, sealed }) => calls > 0 && sealed !== null).slice(0, maxOpened);
    let best: Record<string, unknown> | null = null;
    for (const each of called) {
      const payload = await this.parts.payloadOf(each);
      if (payload?.source === undefined) continue;
      if (payload.totals !== undefined) return payload;
      best ??= payload;
    }
    return best;
  }

  #lastTask(row: RegisterRow, tries: readonly ActivityRow[]): TaskRow | null {
    const { tasks } = this.parts.stores;
    if (row.task !== null) return tasks.get(row.task.id);
    const [last] = tries;
    return last === undefined ? null : tasks.get(last.task);
  }
}

/** Always, where anything is known of the order's amounts: by what the last try compared, else by what is registered. */
function checksOf({ sale, document }: RegisterRow, read: Record<string, unknown> | null): PreviewCheck[] {
  const kept = read === null ? [] : keptChecks(read.source, read.totals);
  const refunded = sale === null || document === null ? [] : refundCheck(sale.refunded, document.credited);
  if (kept.length > 0) return [...kept, ...refunded];
  if (sale === null) return [];
  return [
    { name: 'gross', expected: sale.gross, actual: document?.gross ?? null },
    { name: 'vat', expected: sale.vat, actual: document?.vat ?? null },
    ...sale.vatByRate.map(({ rate, vat }) => ({ name: `vat:${rate}`, expected: vat, actual: null })),
    ...refunded,
  ];
}

/** What was given back is in the books where it is credited. */
function refundCheck(refunded: string, credited: string | null): PreviewCheck[] {
  if (big(refunded).eq(0)) return [];
  return [{ name: 'refunded', expected: refunded, actual: credited ?? '0' }];
}

/** Figures, with a sign or a code of a currency on either side: what else has letters is a number of something. */
const money = /^(?:[€$£₺]\s*|[A-Za-z]{3}\s+)?(-?\d[\d.,'\s]*?)(?:\s*[€$£₺]|\s+[A-Za-z]{3})?$/;

/** `61.24`, `61,24`, `€ 1.061,24` or `1,061.24`; null for what is no amount. The sign that comes last parts the cents. */
export function amountOf(text: string): string | null {
  const figures = money.exec(text.trim())?.[1]?.replaceAll(/['\s]/g, '');
  if (figures === undefined) return null;
  const parted = /^(.*)[.,](\d{1,2})$/.exec(figures);
  const whole = (parted?.[1] ?? figures).replaceAll(/[.,]/g, '');
  if (!/^-?\d+$/.test(whole)) return null;
  return big(decimalFromWire(`${whole}.${parted?.[2] ?? '0'}`)).toFixed();
}
