import type { Document } from '../../records/document.ts';
import type { Connector } from './connector.ts';
import type { DocumentTarget } from './target.ts';

/** All that makes documents there; what the system makes where no setting says otherwise comes first. */
export function documentTargets({ orders }: Pick<Connector, 'orders'>): readonly DocumentTarget[] {
  return orders?.target === undefined ? [] : [orders.target, ...(orders.otherTargets ?? [])];
}

/** What makes documents of this kind; without one, what the system makes where no setting says otherwise. */
export function documentTarget(
  connector: Pick<Connector, 'orders'>,
  kind: Document['kind'] | undefined,
): DocumentTarget | undefined {
  const targets = documentTargets(connector);
  return kind === undefined ? targets[0] : targets.find(({ kinds }) => kinds.includes(kind));
}
