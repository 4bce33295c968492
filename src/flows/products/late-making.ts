/** A product, or a part of one, that was to be made and that the source has no longer: it may come all the same, and would stay on sale. */
import { asProblem, type ProblemData, problem } from '../../records/problem.ts';
import type { Begun, SentProduct, SentUpdate } from '../bulk.ts';
import { updatesWhere } from '../left-begun.ts';
import type { ProductFacts, ProductLink } from '../links.ts';
import { unitBegun } from './begun.ts';
import type { Context, Endpoints } from './endpoints.ts';
import { factsWithDeaths } from './late-deaths.ts';
import { openUntil } from './open-until.ts';
import { madeIds } from './place/place.ts';
import { noFacts } from './units.ts';

/** What is left of a product of the target, of one that the source has no longer. */
export interface Left {
  /** The product's id in the source. */
  readonly key: string;
  /** As in `Begun`. */
  readonly part: string;
  readonly link: ProductLink | null;
  /** What is to be looked for; null: nothing was begun, or is to be switched off. */
  readonly sent: SentProduct | null;
  /** What batches that died were about to say of it. */
  readonly updates: readonly SentUpdate[];
  /** What the product's other parts are in the target. */
  readonly taken: readonly string[];
}

export interface Come extends Pick<Left, 'link' | 'sent'> {
  /** Why it may still be on sale; null: it is there and may be switched off, or will never be. */
  readonly failed: ProblemData | null;
}

/** What was begun of a product, as far as it is to be looked for: where nothing is switched off it may come. */
export function lookedFor({ settings }: Context, begun: Begun | null): Begun['products'] {
  return settings.gone === 'deactivate' ? (begun?.products ?? {}) : {};
}

/** One of the parts of a product. */
export function leftOf({
  key,
  part,
  links,
  sent,
  begun,
}: {
  readonly key: string;
  readonly part: string;
  readonly links: Readonly<Record<string, ProductLink>>;
  readonly sent: Begun['products'];
  readonly begun: Begun | null;
}): Left {
  const others = Object.entries(links).filter(([each]) => each !== part);
  const taken = others.map(([, { targetId }]) => targetId);
  const updates = begun?.updates?.[part] ?? [];
  return { key, part, link: links[part] ?? null, sent: sent[part] ?? null, updates, taken };
}

/** What is begun of a product once it was looked for: pictures of what will never be are none either. */
export function leftBegun(begun: Begun | null, part: string, { link, sent }: Come): Begun | null {
  if (begun === null) return null;
  const { [part]: _product, ...products } = begun.products;
  const { [part]: sentPictures, ...pictures } = begun.pictures;
  const isThere = sent !== null || (link !== null && link.targetId !== '');
  const left = {
    ...begun,
    products: sent === null ? products : { ...products, [part]: sent },
    pictures: isThere && sentPictures !== undefined ? { ...pictures, [part]: sentPictures } : pictures,
  };
  // Without a link nothing was said of what is nowhere, and will not be.
  return updatesWhere(left, (each) => each !== part || link !== null || sent !== null);
}

/** What became of it by now. */
export async function comeOf(context: Context, { target }: Endpoints, left: Left): Promise<Come> {
  const { key, link, sent, updates } = left;
  if (sent === null) return { link, sent, failed: null };
  try {
    const skus = [sent.sku, ...(sent.variants ?? [])];
    const places = await target.find(context.endsFor(key).target.api, skus);
    const id = await idOf(context, target, left, places);
    if (id !== null) {
      const { facts } = link ?? { facts: factsWithDeaths(context, madeFacts(sent), updates) };
      return { link: { targetId: id, fingerprint: '', facts }, sent: null, failed: null };
    }
  } catch (error) {
    return { link, sent, failed: asProblem(error).toData() };
  }
  const retryAt = openUntil(context, sent.at);
  if (retryAt === null) return { link, sent: null, failed: null };
  return { link, sent, failed: problem('wait', 'outcome_unknown', {}, { retryAt }).toData() };
}

/** Of several that were begun under a SKU what stands there is the last one's, and of what is linked somebody else's. */
async function idOf(
  context: Context,
  target: Endpoints['target'],
  { key, part, sent, taken }: Left,
  places: Awaited<ReturnType<Endpoints['target']['find']>>,
): Promise<string | null> {
  const ids = [...new Set([...places.values()].flat().map(({ productId }) => productId))];
  if (sent === null || ids.length === 0) return null;
  const begun = await context.begunProducts();
  const isSame = (sku: string) => target.skuKey(sku) === target.skuKey(sent.sku);
  if (begun.some(({ sku, at }) => isSame(sku) && at > sent.at)) return null;
  const owners = new Map(
    [...(await context.linkedTo('product', ids))].map(([id, keys]) => [
      id,
      [...keys.filter((each) => each !== key), ...(taken.includes(id) ? [''] : [])],
    ]),
  );
  const unit = { key, part: part === '' ? null : part, begun: unitBegun(sent, null) };
  const [id = null] = madeIds(unit, { target }, { places, owners });
  return id;
}

function madeFacts({ sku }: SentProduct): ProductFacts {
  return { ...noFacts, sku, made: true };
}
