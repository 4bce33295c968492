import type { CategorySource, CategoryTarget } from '../../connectors/contract/categories.ts';
import type { Connector } from '../../connectors/contract/connector.ts';
import type { FlowContext, ReverseFlow } from '../contract.ts';
import type { CategoriesSettings } from './settings.ts';

export type Context = FlowContext<CategoriesSettings>;

/** What the flow needs of its two ends. */
export interface Endpoints {
  readonly source: CategorySource;
  readonly target: CategoryTarget;
}

export function endpointsOf(source: Connector, target: Connector): Endpoints | null {
  const from = source.categories?.source;
  const to = target.categories?.target;
  return from && to ? { source: from, target: to } : null;
}

/** The reverse flow with its target, which is the source here. */
export interface Reverse {
  readonly flow: ReverseFlow<CategoriesSettings>;
  readonly target: CategoryTarget;
}

/** Returns null when the integration does not go both ways. */
export function reverseOf({ reverse, source, target }: Context): Reverse | null {
  const to = source.connector.categories?.target;
  return reverse && to && target.connector.categories?.source ? { flow: reverse, target: to } : null;
}
