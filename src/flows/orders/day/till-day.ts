/** A till's day is a record of its own in the flow: its task has this key, and its receipts are linked to it. */
import { businessDay } from '../../../records/business-day.ts';
import type { Order, Receipt } from '../../../records/order.ts';
import type { Context } from '../work.ts';
import { daySettingsOf } from './settings.ts';

export interface TillDay {
  readonly till: string;
  /** `2026-03-02`. */
  readonly date: string;
}

/** What the keys of all days begin with. */
export const anyDay = 'day:';

export function keyOfDay({ till, date }: TillDay): string {
  return `${anyDay}${date}:${till}`;
}

/** Returns null for the key of any other record. */
export function dayOfKey(key: string): TillDay | null {
  const [, date, till] = /^day:(\d{4}-\d{2}-\d{2}):(.+)$/s.exec(key) ?? [];
  return date === undefined || till === undefined ? null : { till, date };
}

/** A sale at a till. */
export type ReceiptOrder = Order & { readonly receipt: Receipt };

/** The day in which a receipt was rung up. */
export function ownDay(context: Context, { receipt, placedAt }: ReceiptOrder): TillDay {
  return { till: receipt.till, date: dateAt(context, new Date(placedAt)) };
}

/** The business day of a moment, by the source's clock. */
export function dateAt({ settings, source }: Context, at: Date): string {
  return businessDay(at, daySettingsOf(settings).end, source.api.account.timeZone);
}
