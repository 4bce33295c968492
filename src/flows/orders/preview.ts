import { rejected } from '../../records/problem.ts';
import type { Preview } from '../contract.ts';
import { attempt } from '../preview-attempt.ts';
import { previewDay, previewReceipt } from './day/preview-day.ts';
import { asPart } from './day/receipt.ts';
import { daySettingsOf } from './day/settings.ts';
import { dayOfKey } from './day/till-day.ts';
import { previewWork } from './preview-work.ts';
import { readOrder } from './read-order.ts';
import { withTakings } from './takings.ts';
import { type Context, type Endpoints, orderWork } from './work.ts';

/** As a run up to the first write: of an order, or of the day that a receipt is part of. */
export async function previewOrder(context: Context, endpoints: Endpoints): Promise<Preview> {
  const day = dayOfKey(context.key);
  if (day !== null) return previewDay(context, endpoints, day);
  const read = await attempt(() => readOrder(context, endpoints));
  const nothing: Preview = { source: null, skips: null, writes: [], checks: [], problem: read.problem };
  if (read.problem !== null) return nothing;
  if (!read.value) throw rejected('order_gone', { booked: 'no' });
  const part = asPart(context, read.value);
  if (part !== null) return previewReceipt(context, endpoints, part);
  const order = withTakings(read.value, daySettingsOf(context.settings).vouchers);
  return previewWork(await orderWork(context, endpoints, order));
}
