import type { Connector } from '../../connectors/contract/connector.ts';
import { documentTarget } from '../../connectors/contract/document-targets.ts';
import type { Document } from '../../records/document.ts';
import { supported } from '../supported.ts';
import { orderStep } from './state.ts';
import { type Context, type Endpoints, type OrderWork, orderWork } from './work.ts';

type Kind = Document['kind'];

/** What carries orders between two systems, as documents of this kind; null where they cannot be carried. */
export function endpointsOf(source: Connector, target: Connector, kind?: Kind): Endpoints | null {
  const from = source.orders?.source;
  const to = documentTarget(target, kind);
  const customers = target.customers?.target;
  if (from === undefined || to === undefined || customers === undefined) return null;
  const isOther = to !== target.orders?.target;
  return { source: from, target: to, customers, ...(isOther && kind ? { document: kind } : {}) };
}

/** As the settings say: what an order that is new is carried by. */
export function endpointsAsSet(context: Context): Endpoints {
  return endpointsFor(context, context.settings.document);
}

/**
 * The order as it stands: a document that was made, or begun, is what it was made as, whatever the settings have come to say
 * since.
 */
export async function asItStands(work: OrderWork): Promise<OrderWork> {
  const { context, endpoints, order } = work;
  const standing = endpointsFor(context, kindOf(context));
  return standing.document === endpoints.document ? work : orderWork(context, standing, order);
}

function kindOf({ links, steps, key, settings }: Context): Kind | undefined {
  const link = links.get('order', key);
  if (link !== null) return link.facts.document;
  const step = steps.get(orderStep(key));
  return step === null ? settings.document : step.meant?.document;
}

function endpointsFor({ source, target }: Context, kind: Kind | undefined): Endpoints {
  return supported(endpointsOf(source.connector, target.connector, kind), 'orders');
}
