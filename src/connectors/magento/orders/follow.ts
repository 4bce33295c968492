import { z } from 'zod';
import { big } from '../../../records/money.ts';
import { Problem } from '../../../records/problem.ts';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import type { Aftermath } from '../../contract/target.ts';
import { list, text } from '../../wire/fields.ts';
import { amount } from '../fields.ts';
import { isShipped, shippedRowWire } from './shipped.ts';

const standingWire = z.object({
  state: text,
  grand_total: amount,
  total_paid: amount,
  total_invoiced: amount,
  items: list(shippedRowWire),
});

type Standing = z.infer<typeof standingWire>;

/** `done`: it stands so, or beyond. `person`: only a person knows. */
type Step = 'done' | 'act' | 'person';

const actions = ['cancelled', 'paid', 'shipped'] as const;

/**
 * Invoices, ships and cancels an order by the shop's own actions (sheet 8.1, 8.4, 7.9), which the shop mails nobody of. The order
 * is read before each: what was done, also by a call that was not answered, is not done again.
 */
export async function followSale(
  api: Api,
  id: string,
  aftermath: Aftermath,
): Promise<readonly (keyof Aftermath)[]> {
  const left: (keyof Aftermath)[] = [];
  for (const what of actions) {
    if (aftermath[what] && !(await isFollowed(api, id, what))) left.push(what);
  }
  return left;
}

async function isFollowed(api: Api, id: string, what: keyof Aftermath): Promise<boolean> {
  const step = await nextStep(api, id, what);
  if (step !== 'act') return step === 'done';
  if (await unlessRefused(() => act(api, id, what))) return true;
  // Somebody else may have done it since it was read.
  return (await nextStep(api, id, what)) === 'done';
}

async function nextStep(api: Api, id: string, what: keyof Aftermath): Promise<Step> {
  const standing = await api.find(path`/V1/orders/${id}`, standingWire, { fields });
  return standing === null ? 'person' : stepFor[what](standing);
}

const fields = `state,grand_total,total_paid,total_invoiced,items[${Object.keys(shippedRowWire.shape).join(',')}]`;

const stepFor: Readonly<Record<keyof Aftermath, (standing: Standing) => Step>> = {
  paid: (standing) => {
    const { state, grand_total: total, total_paid: paid } = standing;
    if (state !== 'canceled' && big(paid ?? '0').gte(total ?? '0')) return 'done';
    if (state === 'complete' || state === 'closed') return 'done';
    return isStopped(standing) ? 'person' : 'act';
  },
  shipped: (standing) => {
    if (isShipped(standing)) return 'done';
    return isStopped(standing) || standing.state === 'closed' ? 'person' : 'act';
  },
  cancelled: (standing) => {
    const { state, total_invoiced: invoiced } = standing;
    if (state === 'canceled' || state === 'closed') return 'done';
    // What was invoiced is given back by a credit memo; what was sent is on its way.
    const isBegun =
      big(invoiced ?? '0').gt(0) || standing.items.some(({ qty_shipped: sent }) => big(sent ?? '0').gt(0));
    return isBegun || isStopped(standing) || state === 'complete' ? 'person' : 'act';
  },
};

/** Cancelled, on hold, or looked at by the merchant (sheet 7.6). */
function isStopped({ state }: Standing): boolean {
  return ['canceled', 'holded', 'payment_review'].includes(state ?? '');
}

async function act(api: Api, id: string, what: keyof Aftermath): Promise<boolean> {
  switch (what) {
    case 'paid':
      await api.create(path`/V1/order/${id}/invoice`, { capture: false, notify: false }, z.unknown());
      return true;
    case 'shipped':
      await api.create(path`/V1/order/${id}/ship`, { notify: false }, z.unknown());
      return true;
    case 'cancelled':
      // False, with a 200, where it cannot be (sheet 7.9).
      return (await api.create(path`/V1/orders/${id}/cancel`, {}, z.unknown())) !== false;
  }
}

async function unlessRefused(done: () => Promise<boolean>): Promise<boolean> {
  try {
    return await done();
  } catch (error) {
    if (error instanceof Problem && error.kind === 'rejected') return false;
    throw error;
  }
}
