import { big } from '../../../../records/money.ts';
import { Problem, rejected } from '../../../../records/problem.ts';
import type { Api } from '../../../contract/api.ts';
import type { PictureDraft, ProductDraft, Undone, WrittenProduct } from '../../../contract/products.ts';
import { gtinAttribute } from '../attributes.ts';
import { factsIn, newProduct } from '../to-wire.ts';
import type { ProductWire } from '../wire.ts';
import { makeChildren } from './children.ts';
import { factsToWire, superAttributes, unknown } from './facts.ts';
import { addPicture } from './gallery.ts';
import { priceWrite, writePrices } from './price-writes.ts';
import { makeProduct } from './save.ts';
import { beginWriting, inParts, system, type Writing } from './writing.ts';

/** The product itself, which `find` finds from then on; then its price on sale, its children and its pictures. */
export async function createProduct(api: Api, draft: ProductDraft): Promise<WrittenProduct> {
  const { sku, name, kind, price, listPrice, vatClass } = draft;
  const writing = beginWriting(api, sku, draft.createValues);
  checkTaxClass(vatClass, sku);
  const supers = await superAttributes(writing, kind === 'variants' ? draft.options : []);
  const facts = factsIn(draft, draft.attributes, (await gtinAttribute(api))?.attribute_code);
  const custom = await factsToWire(writing, facts);
  const away = writing.problems.find((problem) => problem.kind !== 'rejected');
  if (away !== undefined) throw sure(away);
  const made = await makeProduct(api, newProduct(draft, api.account, custom), name, sku);
  noteUnkept(writing, made, custom);
  const parent = {
    id: made.id,
    name,
    attributeSet: Number(made.attribute_set_id ?? 4),
    prices: price === undefined ? undefined : { price, listPrice: listPrice ?? null },
    weightKg: draft.weightKg,
    vatClass,
  };
  const sale = kind === 'simple' && price !== undefined && listPrice ? { price, listPrice } : null;
  const factsDone = writing.problems.length === 0;
  const [saleDone] = await inParts(writing, [
    async () => {
      const write = sale && big(sale.price).lt(sale.listPrice) ? priceWrite(sku, sale, undefined) : null;
      // Its price was given when it was made.
      if (write !== null) await writePrices(writing, [{ sku, special: write.special ?? null }]);
    },
  ]);
  const pictures = await addPictures(writing, draft.pictures);
  const children =
    kind === 'variants'
      ? await makeChildren(writing, { parent, supers, pictures: draft.pictures }, draft.variants)
      : new Map();
  const undone: Undone = {
    product: new Set([
      ...(factsDone ? [] : (['gtin', 'brand', 'attributes'] as const)),
      ...(saleDone ? [] : (['price', 'listPrice'] as const)),
    ]),
    variants: new Set(),
  };
  return { ...written(made.id, writing, variantIds(children), pictures), undone };
}

/** Of a value nobody may know whether it was made; the product was not. */
function sure(problem: Problem): Problem {
  return problem.kind === 'outcome-unknown' ? new Problem({ ...problem.toData(), kind: 'retry' }) : problem;
}

/** The target's id of each picture by its version, in their order. */
export async function addPictures(
  writing: Writing,
  drafts: readonly PictureDraft[],
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  const inOrder = [...drafts].sort((a, b) => a.position - b.position);
  await inParts(
    writing,
    inOrder.map((draft) => async () => {
      ids.set(draft.version, await addPicture(writing.api, writing.sku, draft));
    }),
  );
  return ids;
}

export function variantIds(
  children: ReadonlyMap<string, { readonly id: string }>,
): ReadonlyMap<string, string> {
  return new Map([...children].map(([sourceId, { id }]) => [sourceId, id]));
}

export function written(
  id: string,
  { problems }: Writing,
  variants: ReadonlyMap<string, string>,
  pictures: ReadonlyMap<string, string>,
): WrittenProduct {
  return { id, variants, pictures, problems: problems.map((problem) => problem.toData()) };
}

/** Classes go by their ids (sheet 10.3). */
export function checkTaxClass(taxClass: string | undefined, product: string): void {
  if (taxClass === undefined || /^\d+$/.test(taxClass)) return;
  throw rejected('tax_class_unknown', { system, taxClass, product });
}

/** An attribute that is not of the product's set is left out in silence (sheet 12.4). */
export function noteUnkept(
  writing: Writing,
  { custom_attributes: kept }: ProductWire,
  custom: Readonly<Record<string, string>>,
): void {
  const wanted = Object.entries(custom).filter(([code, value]) => value !== '' && kept[code] === undefined);
  for (const [code] of wanted) writing.problems.push(unknown(writing, code));
}
