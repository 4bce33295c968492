import type { OrderSource } from '../../connectors/contract/source.ts';
import type { CustomerTarget, DocumentTarget } from '../../connectors/contract/target.ts';
import type { Document } from '../../records/document.ts';
import type { Order } from '../../records/order.ts';
import type { FlowContext } from '../contract.ts';
import { emailFingerprintOf } from '../customers/record/email-fingerprint.ts';
import { type MappedOrder, mapOrder, mapReference } from './document/map-order.ts';
import type { OrdersSettings } from './settings.ts';

export type Context = FlowContext<OrdersSettings>;

/** The capabilities that the orders flow needs of source and target. */
export interface Endpoints {
  readonly source: OrderSource;
  readonly target: DocumentTarget;
  /** The kind that it makes, where that is not what the system makes when no setting says otherwise. */
  readonly document?: Document['kind'];
  readonly customers: CustomerTarget;
}

/** One order on its way: as it was read, with what is worked out once for all states. */
export interface OrderWork {
  readonly context: Context;
  readonly endpoints: Endpoints;
  readonly order: Order;
  /** Of the buyer's address; null when the order has none. */
  readonly emailFingerprint: string | null;
  /** What finds the order's document. Evaluated at the first call, and not again. */
  reference(): Promise<string>;
  /** All that mapping and constants make of the order. Likewise. */
  mapped(): Promise<MappedOrder>;
}

export async function orderWork(context: Context, endpoints: Endpoints, order: Order): Promise<OrderWork> {
  let found: Promise<string> | null = null;
  let mapped: Promise<MappedOrder> | null = null;
  const reference = () => {
    found ??= mapReference(context, endpoints.target, order);
    return found;
  };
  return {
    context,
    endpoints,
    order,
    emailFingerprint: await emailFingerprintOf(context, order.customer.email),
    reference,
    mapped() {
      mapped ??= reference().then((each) => mapOrder(context, endpoints.target, order, each));
      return mapped;
    },
  };
}
