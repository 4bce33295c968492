/** Variants are simple products that are not shown by themselves, and that a configurable one is linked to (sheet 10.5). */
import { rejected } from '../../../../records/problem.ts';
import type { Api } from '../../../contract/api.ts';
import type { PictureDraft, VariantDraft } from '../../../contract/products.ts';
import { withoutRefused } from '../../../wire/without-refused.ts';
import { type Attribute, gtinAttribute, labelOf } from '../attributes.ts';
import { basePrice, type PricePair } from '../prices.ts';
import { skuKey } from '../sku.ts';
import { type Custom, customAttributes, factsIn, statusOf } from '../to-wire.ts';
import { keyWithSku, slug } from '../url-key.ts';
import { weightOf } from '../weight.ts';
import { factsToWire, optionId } from './facts.ts';
import { addPicture } from './gallery.ts';
import { linkChildren } from './link.ts';
import { type ChildFields, costs, isOwn, type Standing, standingBySku, unsaid } from './loose-child.ts';
import { type PriceWrite, priceWrite, writePrices } from './price-writes.ts';
import { makeProduct, saveProduct } from './save.ts';
import { inParts, system, type Writing } from './writing.ts';

/** What children have of their parent. */
export interface Inherited {
  readonly id: string;
  readonly name: string;
  readonly attributeSet: number;
  readonly prices: PricePair | undefined;
  readonly weightKg: string | undefined;
  readonly vatClass: string | undefined;
}

/** A child that stands, to be linked: its id, and the ids of its values by attribute. */
export interface Child {
  readonly id: string;
  readonly values: ReadonlyMap<Attribute, string>;
}

interface Family {
  readonly parent: Inherited;
  /** By the names that variants use. */
  readonly supers: ReadonlyMap<string, Attribute>;
  readonly pictures: readonly PictureDraft[];
}

/** So many children are made before they are linked: what is linked is not made once more where a run ends in between. */
const linkedAtOnce = 5;

/**
 * Makes the children and links them, a few at a time. Gives those that are linked, by the source's id of the variant: one that is not is no
 * variant yet, and is found by its SKU the next time.
 */
export async function makeChildren(
  writing: Writing,
  family: Family,
  drafts: readonly VariantDraft[],
): Promise<ReadonlyMap<string, Child>> {
  const made = new Map<string, Child>();
  for (let from = 0; from < drafts.length; from += linkedAtOnce) {
    const children = await makeSome(writing, family, drafts.slice(from, from + linkedAtOnce));
    if (children.size === 0) continue;
    // A list of links is refused as a whole where one child of it has the values of another.
    const linked = await withoutRefused(
      [...children],
      (some) =>
        linkChildren(
          writing,
          family.parent.id,
          some.map(([, child]) => child),
        ),
      async (work) => (await inParts(writing, [work])).every(Boolean),
    );
    for (const [id, child] of linked) made.set(id, child);
  }
  return made;
}

async function makeSome(
  writing: Writing,
  family: Family,
  drafts: readonly VariantDraft[],
): Promise<ReadonlyMap<string, Child>> {
  const { api } = writing;
  const made = new Map<string, Child>();
  const named = drafts.map((draft) => ({ draft, sku: draft.sku ?? skuFor(writing.sku, draft) }));
  let standing: ReadonlyMap<string, Standing> = new Map();
  const [isRead] = await inParts(writing, [
    async () => {
      const skus = named.map(({ sku }) => sku);
      standing = await standingBySku(api, skus);
    },
  ]);
  if (!isRead) return made;
  const prices: PriceWrite[] = [];
  await inParts(
    writing,
    named.map(({ draft, sku }) => async () => {
      const there = standing.get(skuKey(sku));
      if (there !== undefined && !isOwn(there, family.parent.id)) {
        throw rejected('variant_taken', { system, sku });
      }
      const values = await valuesOf(writing, family.supers, draft);
      const fields = await fieldsFor(writing, family.parent, draft, values);
      const { id } = await madeOrSaved(api, sku, fields, family.parent, there);
      made.set(draft.sourceId, { id, values });
      const wanted = costsOf(draft, family.parent);
      if (there !== undefined && wanted !== undefined && costs(there, wanted, api)) return;
      const write = priceWrite(sku, wanted ?? {}, undefined);
      // A new one has its price, and is not on sale yet.
      if (write !== null && (there !== undefined || typeof write.special === 'string')) prices.push(write);
    }),
  );
  await inParts(writing, [
    () => writePrices(writing, prices),
    ...named.map(
      ({ draft, sku }) =>
        () =>
          pictureFor(writing, family.pictures, draft, sku),
    ),
  ]);
  return made;
}

/** Of a variant that has none of its own. */
function skuFor(parent: string, { options }: VariantDraft): string {
  return [parent, ...Object.values(options).map(slug)].join('-');
}

/** A variant to be made must say all of them (`whole`); one that stands may say some. */
export async function valuesOf(
  writing: Writing,
  supers: ReadonlyMap<string, Attribute>,
  { options = {} }: Pick<Partial<VariantDraft>, 'options'>,
  how: 'whole' | 'some' = 'whole',
): Promise<ReadonlyMap<Attribute, string>> {
  const values = new Map<Attribute, string>();
  for (const [name, attribute] of supers) {
    const value = options[name] ?? options[attribute.attribute_code] ?? options[labelOf(attribute)];
    if (value === undefined && how === 'some') continue;
    values.set(attribute, await optionId(writing, attribute, value ?? ''));
  }
  return values;
}

export function valueCodes(values: ReadonlyMap<Attribute, string>): Custom {
  return Object.fromEntries([...values].map(([{ attribute_code: code }, id]) => [code, id]));
}

async function fieldsFor(
  writing: Writing,
  parent: Inherited,
  draft: VariantDraft,
  values: ReadonlyMap<Attribute, string>,
): Promise<ChildFields> {
  const { api } = writing;
  const costs = costsOf(draft, parent);
  const weightKg = draft.weightKg ?? parent.weightKg;
  const gtin = await gtinAttribute(api);
  const facts = await factsToWire(writing, factsIn(draft, [], gtin?.attribute_code));
  return {
    fields: {
      status: statusOf(draft.active ?? true),
      ...(costs === undefined ? {} : { price: Number(basePrice(costs)) }),
      ...(weightKg === undefined ? {} : { weight: weightOf(weightKg, api.account) }),
    },
    custom: {
      ...valueCodes(values),
      ...facts,
      ...(parent.vatClass === undefined ? {} : { tax_class_id: parent.vatClass }),
    },
  };
}

/** Of its own, or its parent's. A price of its own is on sale only if it says so. */
function costsOf({ price, listPrice }: VariantDraft, { prices }: Inherited): PricePair | undefined {
  if (price !== undefined) return { price, listPrice: listPrice ?? null };
  return prices && { ...prices, ...(listPrice === undefined ? {} : { listPrice }) };
}

async function madeOrSaved(
  api: Api,
  sku: string,
  { fields, custom }: ChildFields,
  { name, attributeSet }: Inherited,
  there: Standing | undefined,
) {
  if (there !== undefined) {
    const left = unsaid(there, { fields, custom });
    const named = { ...left.fields, ...customAttributes(left.custom) };
    return Object.keys(named).length === 0 ? there.wire : saveProduct(api, sku, named);
  }
  const product = {
    sku,
    name,
    attribute_set_id: attributeSet,
    type_id: 'simple',
    visibility: 1,
    price: 0,
    ...fields,
    ...customAttributes({ ...custom, url_key: keyWithSku(name, sku) }),
  };
  return makeProduct(api, product, name, sku);
}

/** The child's own picture, where its bytes are at hand. */
export async function pictureFor(
  { api }: Writing,
  pictures: readonly PictureDraft[],
  { image }: Pick<Partial<VariantDraft>, 'image'>,
  sku: string,
): Promise<void> {
  const draft = pictures.find(({ version }) => version === image);
  if (draft?.content !== undefined) await addPicture(api, sku, draft, 'main');
}
