import { Problem, type ProblemData, rejected } from '../../records/problem.ts';
import type { Product } from '../../records/product.ts';
import { type Reason, reason } from '../../records/reason.ts';
import type { BackLink, BatchKey, KnownBackLink } from '../bulk.ts';
import type { Ids } from '../contract.ts';
import type { ProductLink } from '../links.ts';
import { begunOf } from './begun.ts';
import type { Context, Endpoints, Reverse } from './endpoints.ts';
import { backWithDeaths, withDeaths } from './late-deaths.ts';
import { isJustWritten } from './place/just-written.ts';
import { readSource } from './place/read-both.ts';
import type { ProductsSettings } from './settings.ts';
import { apart, type Unit } from './units.ts';

export type Key = BatchKey<ProductLink | null>;

/** A key with what the source has of it. */
export type ReadKey =
  | { readonly kind: 'units'; readonly each: Key; readonly product: Product; readonly units: readonly Unit[] }
  | { readonly kind: 'gone'; readonly each: Key }
  | { readonly kind: 'skip'; readonly each: Key; readonly product: Product | null; readonly reason: Reason }
  | {
      readonly kind: 'problem';
      readonly each: Key;
      readonly product: Product | null;
      readonly problem: ProblemData;
    };

/** More of them would take longer than a batch may, each as a product of its own. */
const maxApart = 250;

export async function readBatch(
  context: Context,
  endpoints: Endpoints,
  reverse: Reverse | null,
  batch: readonly Key[],
): Promise<readonly ReadKey[]> {
  const keys = batch.map(({ key }) => key);
  const backs = (await reverse?.flow.linksTo(keys)) ?? new Map<string, KnownBackLink>();
  const products = await readSource(context, endpoints, keys, (key) => {
    const back = backs.get(key);
    return back !== undefined && isJustWritten(context.source, back, context.now());
  });
  return batch.map(({ known, ...key }) => {
    const each = { ...key, known: withDeaths(context, known, key.begun) };
    const back = backs.get(each.key);
    const product = products.get(each.key);
    if (product === undefined) return { kind: 'gone', each };
    if (product instanceof Problem)
      return { kind: 'problem', each, product: null, problem: product.toData() };
    return readKey(each, product, back ? backWithDeaths(context, back) : null, context, endpoints);
  });
}

function readKey(
  each: Key,
  product: Product,
  back: BackLink | null,
  context: Context,
  endpoints: Endpoints,
): ReadKey {
  const { settings, target } = context;
  const skip = (why: Reason): ReadKey => ({ kind: 'skip', each, product, reason: why });
  if (product.unsupported !== undefined) return skip(reason('unsupported', { why: product.unsupported }));
  if (each.known?.facts.variantOf) return skip(reason('made_by_koppel', {}));
  const { groups } = endpoints.target.traits(target.api.account);
  if (!takesApart(settings, groups) || product.kind === 'simple') {
    // What was one product, or several, before the setting was changed is met anew.
    const link = each.known?.facts.apart ? null : each.known;
    return withSku(
      { kind: 'units', each, product, units: [unitOf(context, each, product, { part: null, link, back })] },
      settings,
    );
  }
  const count = product.variants?.length ?? 0;
  if (count === 0) return skip(reason('no_variants', {}));
  if (count > maxApart) {
    const { sku = each.key } = product;
    const params = { system: target.connector.name, sku, count, max: maxApart };
    return { kind: 'problem', each, product, problem: rejected('too_many_variants', params).toData() };
  }
  const units = apart(product).map((of) =>
    unitOf(context, each, of.product, {
      part: of.part,
      link: each.known?.facts.apart?.[of.part] ?? null,
      back: null,
    }),
  );
  return withSku({ kind: 'units', each, product, units }, settings);
}

export function takesApart({ variants }: ProductsSettings, groups: boolean): boolean {
  return variants === 'split' || !groups;
}

function unitOf(
  { target, now }: Pick<Context, 'target' | 'now'>,
  each: Key,
  product: Product,
  { part, link, back }: Pick<Unit, 'part' | 'link' | 'back'>,
): Unit {
  const { key, asked, named, begun } = each;
  return {
    ...{ key, part, product, link, back, asked, named },
    begun: begunOf(begun, { part, product, link }),
    isJustWritten: isJustWritten(target, each, now()),
  };
}

/**
 * One with variants goes by theirs where it has none itself: some systems have no place for it. Variants without a SKU are no products of
 * their own; the others go.
 */
function withSku(read: ReadKey & { readonly kind: 'units' }, { withoutSku }: ProductsSettings): ReadKey {
  const { each, product } = read;
  const units = read.units.filter(({ product: { sku, variants = [] } }) =>
    [sku, ...variants.map((variant) => variant.sku)].some((each) => each?.trim()),
  );
  if (units.length === read.units.length) return read;
  if (withoutSku === 'park') {
    return { kind: 'problem', each, product, problem: rejected('sku_missing', { id: each.key }).toData() };
  }
  if (units.length === 0) return { kind: 'skip', each, product, reason: reason('sku_missing', {}) };
  return { ...read, units };
}

/** Where the categories flow has put the categories of these products. */
export async function linkedCategories(
  context: { readonly settings: ProductsSettings; readonly linked: Context['linked'] },
  products: readonly Product[],
): Promise<Ids> {
  if (context.settings.categories.by !== 'link') return new Map();
  const ids = [...new Set(products.flatMap(({ categories = [] }) => categories))];
  return ids.length === 0 ? new Map() : context.linked('category', ids);
}

/** Whether all that is said of it is what was said before, and nobody asks: then the target is not even read. */
export function isKnown({ link, asked, begun }: Unit, fingerprint: string): boolean {
  return link !== null && !asked && begun === null && link.fingerprint === fingerprint;
}
