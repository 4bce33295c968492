import type { Connector } from '../../connectors/contract/connector.ts';
import type { ProductSource, ProductTarget, ProductTraits } from '../../connectors/contract/products.ts';
import type { BulkContext, ReverseBulk } from '../bulk.ts';
import type { Ids } from '../contract.ts';
import type { Fingerprint } from '../merge.ts';
import type { ProductsSettings } from './settings.ts';

export type Context = BulkContext<ProductsSettings>;

export interface Endpoints {
  readonly source: ProductSource;
  readonly target: ProductTarget;
}

/** Whoever says something of a product: one direction, with what it has to know of where that is said. */
export interface Speaker {
  readonly settings: ProductsSettings;
  readonly mapping: Readonly<Record<string, string>>;
  readonly target: ProductTarget;
  readonly traits: ProductTraits;
  /** The target's name, for people. */
  readonly system: string;
  /** Categories of the source → of the target. */
  readonly categories: Ids;
  readonly fingerprint: Fingerprint;
}

export function endpointsOf(source: Connector, target: Connector): Endpoints | null {
  const from = source.products?.source;
  const to = target.products?.target;
  return from && to ? { source: from, target: to } : null;
}

export function speakerOf(context: Context, { target }: Endpoints, categories: Ids): Speaker {
  const { settings, mapping } = context;
  return {
    settings,
    mapping,
    target,
    traits: target.traits(context.target.api.account),
    system: context.target.connector.name,
    categories,
    fingerprint: short(context),
  };
}

/** The other direction; null where nothing goes back. */
export interface Reverse {
  readonly flow: ReverseBulk<ProductsSettings>;
  readonly endpoints: Endpoints;
}

export function reverseOf({ reverse, source, target }: Context): Reverse | null {
  const endpoints = endpointsOf(target.connector, source.connector);
  return reverse && endpoints ? { flow: reverse, endpoints } : null;
}

/** Fingerprints are many, and twelve characters tell values of one field of one product apart. */
export function short({ fingerprint }: Pick<Context, 'fingerprint'>): Fingerprint {
  return async (value) => (await fingerprint(value)).slice(0, 12);
}
