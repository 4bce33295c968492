import { personalWords } from '../../records/customer.ts';
import { Problem } from '../../records/problem.ts';
import type { Outcome } from '../contract.ts';
import { partOf, runReceipt } from './day/join.ts';
import { noteApart } from './day/receipt.ts';
import { runDay } from './day/run-day.ts';
import { daySettingsOf } from './day/settings.ts';
import { dayOfKey } from './day/till-day.ts';
import { withoutOrder } from './gone.ts';
import { readOrder } from './read-order.ts';
import { soldPieces } from './sold-pieces.ts';
import { withTakings } from './takings.ts';
import { untilAtRest } from './until-at-rest.ts';
import { type Context, type Endpoints, type OrderWork, orderWork } from './work.ts';

/** One order from source to target, or the receipts of a day, until it is at rest. Repeating it at any moment is safe. */
export async function runOrder(context: Context, endpoints: Endpoints): Promise<Outcome> {
  const day = dayOfKey(context.key);
  if (day !== null) return runDay(context, endpoints, day);
  const read = await readOrder(context, endpoints);
  if (!read) return withoutOrder(context);
  const part = await partOf(context, read);
  const order = part ?? withTakings(read, daySettingsOf(context.settings).vouchers);
  // What is booked by itself comes to all that was taken in; of a part that is its day's.
  context.keep('source', part === null ? order : read);
  const work = await orderWork(context, endpoints, order);
  // This comes before anything can end the task: the activity keeps what was read, and erasing must find it.
  context.about(work.emailFingerprint, personalWords(order.customer, order.delivery));
  context.sells(soldPieces(order).map(({ sku }) => sku));
  return part === null ? bookApart(work) : runReceipt({ ...work, order: part });
}

/** A document of its own. No day waits for it, however long that takes. */
async function bookApart(work: OrderWork): Promise<Outcome> {
  const { context } = work;
  try {
    return await context.exclusive(`order:${context.key}`, () => untilAtRest(work));
  } catch (error) {
    if (error instanceof Problem) noteApart(context);
    throw error;
  }
}
