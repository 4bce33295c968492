import { z } from 'zod';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import type { Aftermath, JsonObject } from '../../contract/target.ts';
import { text } from '../../wire/fields.ts';
import { change } from '../change.ts';
import { wasSent } from './statuses.ts';

/** Both statuses of an order of the shop: any value may follow any other (sheet 3.4). */
const standingWire = z.object({ paymentStatus: text, fulfillmentStatus: text });

type Standing = z.infer<typeof standingWire>;

/** Nobody has sent it, or said that it will not be. */
const toBeSent = ['AWAITING_PROCESSING', 'PROCESSING', 'READY_FOR_PICKUP'];

/** A status to set; nothing where it stands so, or beyond; null where only a person knows. */
type Step = JsonObject | null;

/**
 * Sets the statuses that say what became of the sale. It is read just before, and what people made of it in the shop stays:
 * a payment that was given back, a parcel that came back, a status of the merchant's own. Buyers are mailed as the order says.
 */
export async function followSale(
  api: Api,
  id: string,
  aftermath: Aftermath,
): Promise<readonly (keyof Aftermath)[]> {
  const fields = { responseFields: Object.keys(standingWire.shape).join(',') };
  const standing = await api.find(path`/orders/${id}`, standingWire, fields);
  const asked = (['paid', 'shipped', 'cancelled'] as const).filter((what) => aftermath[what]);
  const steps = asked.map((what) => ({ what, step: standing && stepFor[what](standing) }));
  const body: JsonObject = Object.assign({}, ...steps.map(({ step }) => step ?? {}));
  // Every write fires a webhook and counts as a change of the order (sheet 10.1): none without need.
  if (Object.keys(body).length > 0) await change(api, path`/orders/${id}`, body);
  return steps.flatMap(({ what, step }) => (step === null ? [what] : []));
}

const stepFor: Readonly<Record<keyof Aftermath, (standing: Standing) => Step>> = {
  paid: ({ paymentStatus }) => {
    if (paymentStatus === 'AWAITING_PAYMENT') return { paymentStatus: 'PAID' };
    return ['PAID', 'PARTIALLY_REFUNDED', 'REFUNDED'].includes(paymentStatus ?? '') ? {} : null;
  },
  shipped: ({ paymentStatus, fulfillmentStatus }) => {
    if (wasSent(fulfillmentStatus)) return {};
    const isOpen = toBeSent.includes(fulfillmentStatus ?? '') && paymentStatus !== 'CANCELLED';
    return isOpen ? { fulfillmentStatus: 'SHIPPED' } : null;
  },
  cancelled: ({ paymentStatus, fulfillmentStatus }) => {
    if (['CANCELLED', 'REFUNDED'].includes(paymentStatus ?? '')) return {};
    const isOpen = [...toBeSent, 'WILL_NOT_DELIVER'].includes(fulfillmentStatus ?? '');
    // What left the shop, or was given back in part, is not called off by a status.
    if (!isOpen || !['AWAITING_PAYMENT', 'PAID'].includes(paymentStatus ?? '')) return null;
    const untouched = fulfillmentStatus === 'AWAITING_PROCESSING';
    return {
      paymentStatus: 'CANCELLED',
      ...(untouched ? { fulfillmentStatus: 'WILL_NOT_DELIVER' } : {}),
    };
  },
};
