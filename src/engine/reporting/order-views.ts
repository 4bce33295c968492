/** What an integration tells of its orders, in the shapes that the API answers with. Times are ISO 8601 in UTC, amounts decimals. */
import type { PreviewCheck } from '../../flows/contract.ts';
import type { PairedLine } from '../../flows/orders/document/paired-lines.ts';
import type { Params } from '../../texts/catalogue.ts';
import type { Texts } from '../../texts/en.ts';
import { tellReason } from '../../texts/tell.ts';
import { splitFlowId } from '../configuration/configuration.ts';
import { namedFlow } from '../configuration/named-flow.ts';
import { telling } from '../storage/parked-groups.ts';
import type { OrderState, RateVat, RegisterCursor, RegisterRow } from '../storage/register-row.ts';
import type { Booked } from './booked.ts';
import {
  type ActivityView,
  type Names,
  type ProblemView,
  showProblem,
  type TaskView,
  timestamp,
} from './views.ts';

/** A code with its half sentence. */
export interface ReasonView {
  readonly code: string;
  readonly message: string;
}

/** What the books have of an order. */
export interface DocumentView {
  readonly id: string;
  /** As people there know it; null where the system does not tell, or has none yet. */
  readonly number: string | null;
  /** Where it is looked at in the system's own pages; null where that is not known. */
  readonly url: string | null;
  readonly gross: string | null;
  readonly vat: string | null;
  readonly credited: string | null;
  /** Since when the books stand for the order. */
  readonly bookedAt: string | null;
}

/** An order as it stands. What is null of its day and amounts was not read yet. */
export interface OrderView {
  readonly flow: string;
  readonly from: string;
  readonly to: string;
  readonly key: string;
  readonly number: string | null;
  /** Where it is looked at in the system's own pages; null where that is not known. */
  readonly url: string | null;
  /** The day in the shop's own time zone. */
  readonly placedOn: string | null;
  readonly placedAt: string | null;
  readonly firstSeenAt: string;
  /** Null also of an order that an earlier version booked, until it is read again. */
  readonly currency: string | null;
  readonly gross: string | null;
  readonly vat: string | null;
  readonly vatByRate: readonly RateVat[] | null;
  readonly refunded: string | null;
  readonly state: OrderState;
  /** Of one that waits or needs a person; `values`: what it is about, such as a setting and the value that it lacks. */
  readonly problem: (ProblemView & { readonly values: Params }) | null;
  /** Why it is not booked. */
  readonly reason: ReasonView | null;
  readonly document: DocumentView | null;
  /** Its open task, and when that is tried next. */
  readonly task: string | null;
  readonly dueAt: string | null;
}

/** One order with all that is known of it. */
export interface OrderDetailView extends OrderView {
  /** What the order comes to against its document: `actual` is null where there is none, or its figure is not known. */
  readonly checks: readonly PreviewCheck[];
  /** Where the figures come from, in words. */
  readonly notes: readonly string[];
  /** Its lines beside those of its document; null where what was read and written is not kept any more. */
  readonly lines: readonly PairedLine[] | null;
  /** Every try, and what people did, newest first. */
  readonly timeline: readonly ActivityView[];
  /** The last task of it that is kept: what can be done about the order is done to this one. */
  readonly lastTask: TaskView | null;
}

/** Orders that stand alike. */
interface Amounts {
  readonly count: number;
  readonly gross: string;
}

/** Orders of a day, or a month, in one currency. */
export interface AmountsView extends Amounts {
  /** `2026-03-02`, or `2026-03`. */
  readonly period: string;
  readonly currency: string;
  readonly vat: string;
  readonly vatByRate: readonly RateVat[];
  readonly refunded: string;
  /** Those that the books have a document of. */
  readonly booked: Booked & { readonly documentsVat: string };
  /** Those that they have none of, by how they stand and why. */
  readonly notBooked: readonly (Amounts & {
    readonly state: OrderState;
    /** Why, or what they wait for: `message` is that of one of them, `values` what all of them are about. */
    readonly reason: (ReasonView & { readonly values: Params }) | null;
    readonly refunded: string;
  })[];
}

/** The pages of an order at a place, and of what a place has of it. */
export type OrderPages = (place: string, id: string) => string | null;

export function showOrder(row: RegisterRow, texts: Texts, names: Names, pages: OrderPages): OrderView {
  const { sale, problem, reason, document, task, state } = row;
  // An order of before stands at the day on which it was booked.
  const isRead = sale !== null && sale.currency !== null;
  return {
    ...splitFlowId(namedFlow(row.flow, names)),
    key: row.key,
    number: row.number,
    url: pages(splitFlowId(row.flow).from, row.key),
    placedOn: isRead ? row.day : null,
    placedAt: isRead ? timestamp(row.at) : null,
    firstSeenAt: timestamp(row.firstSeen),
    currency: sale?.currency ?? null,
    gross: sale?.gross ?? null,
    vat: sale?.vat ?? null,
    vatByRate: isRead ? sale.vatByRate : null,
    refunded: isRead ? sale.refunded : null,
    state,
    problem: problem && { ...showProblem(problem, texts), values: telling(problem.params) },
    reason: reason && { code: reason.code, message: tellReason(reason, texts) },
    document: document && {
      ...{ id: document.id, number: document.number, url: pages(splitFlowId(row.flow).to, document.id) },
      ...{ gross: document.gross, vat: document.vat, credited: document.credited },
      bookedAt: document.bookedAt === null ? null : timestamp(document.bookedAt),
    },
    task: task && String(task.id),
    dueAt: task && state === 'waiting' ? timestamp(task.dueAt) : null,
  };
}

/** The place of a row in a list, as an address can carry it. */
export function writeCursor(cursor: RegisterCursor): string {
  const bytes = new TextEncoder().encode(JSON.stringify(cursor));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

/** Null for what no list gave. */
export function readCursor(text: string): RegisterCursor | null {
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (each) =>
      each.charCodeAt(0),
    );
    const read: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (!Array.isArray(read) || read.length !== 4) return null;
    const [day, at, flow, key] = read as unknown[];
    const isOne =
      typeof day === 'string' &&
      typeof at === 'number' &&
      typeof flow === 'string' &&
      typeof key === 'string';
    return isOne ? [day, at, flow, key] : null;
  } catch {
    return null;
  }
}
