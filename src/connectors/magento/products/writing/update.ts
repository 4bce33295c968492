import { rejected } from '../../../../records/problem.ts';
import type { Variant } from '../../../../records/product.ts';
import type { Api } from '../../../contract/api.ts';
import type {
  PictureDraft,
  ProductChanges,
  ProductFields,
  StandingProduct,
  Undone,
  VariantDraft,
  WrittenProduct,
} from '../../../contract/products.ts';
import type { JsonObject } from '../../../contract/target.ts';
import { only } from '../../../wire/objects.ts';
import { type Attribute, attributes, gtinAttribute } from '../attributes.ts';
import { pricesOf } from '../prices.ts';
import { isWhole, type WholeProduct, wholeProducts } from '../read.ts';
import { isOwnField } from '../target-fields.ts';
import { customAttributes, factsIn, ownAttributes, statusOf, textsOf } from '../to-wire.ts';
import { weightOf } from '../weight.ts';
import { isConfigurable, type ProductWire } from '../wire.ts';
import { categoryLinks, unlink } from './category-links.ts';
import { type Child, makeChildren, pictureFor, valueCodes, valuesOf } from './children.ts';
import { addPictures, checkTaxClass, noteUnkept, variantIds, written } from './create.ts';
import { factsToWire, superAttributes } from './facts.ts';
import { removePictures, replacePicture } from './gallery.ts';
import { linkChildren } from './link.ts';
import { type PriceWrite, priceWrite, writePrices } from './price-writes.ts';
import { renameProduct, saveProduct } from './save.ts';
import { beginWriting, inParts, system, type Writing } from './writing.ts';

/** Everything in the scope of all views, so that views keep what they have of their own (sheet 10.10). */
export async function updateProduct(
  api: Api,
  standing: StandingProduct,
  changes: ProductChanges,
): Promise<WrittenProduct> {
  const whole = await wholeOf(api, standing);
  const { wire } = whole;
  const sku = changes.fields.sku ?? wire.sku;
  if (sku !== wire.sku) await renameProduct(api, wire.id, wire.sku, sku);
  const writing = beginWriting(api, sku, changes.createValues);
  checkTaxClass(changes.fields.vatClass, sku);
  // Of a part that is not begun nothing is done.
  let unsaved: ReadonlySet<string> = new Set([...changes.variants.change.keys(), ...changes.variants.retire]);
  const [fieldsDone, categoriesDone, , pricesDone] = await inParts(writing, [
    () => saveFields(writing, wire, changes),
    () => unlink(api, sku, changes.categories.remove),
    async () => {
      unsaved = new Set(await saveChildren(writing, whole, standing, changes));
    },
    () => savePrices(writing, whole, standing, changes),
  ]);
  const pictures = new Map<string, string>();
  await inParts(
    writing,
    [...changes.pictures.replace].map(([id, draft]) => async () => {
      pictures.set(draft.version, await replacePicture(api, sku, id, draft));
    }),
  );
  for (const [version, id] of await addPictures(writing, changes.pictures.add)) pictures.set(version, id);
  const children = new Map<string, Child>();
  const [removed] = await inParts(writing, [
    () => removePictures(api, sku, changes.pictures.remove),
    async () => {
      for (const [id, child] of await addVariants(writing, whole, standing, changes)) children.set(id, child);
    },
  ]);
  const undone: Undone = {
    product: new Set([
      ...(fieldsDone ? [] : besidePrices),
      ...(categoriesDone ? [] : (['categories'] as const)),
      ...(pricesDone ? [] : (['price', 'listPrice'] as const)),
    ]),
    pictures: new Set(removed ? [] : changes.pictures.remove),
    variants: unsaved,
    ofVariants: new Map(
      pricesDone ? [] : [...changes.variants.change.keys()].map((id) => [id, ['price', 'listPrice']]),
    ),
  };
  return { ...written(wire.id, writing, variantIds(children), pictures), undone };
}

/** What is saved with the product itself. */
const besidePrices = [
  ...([
    'name',
    'active',
    'description',
    'shortDescription',
    'gtin',
    'brand',
    'weightKg',
    'vatClass',
  ] as const),
  ...(['values', 'attributes', 'categories'] as const),
];

async function wholeOf(api: Api, { id, raw }: StandingProduct): Promise<WholeProduct> {
  const whole = isWhole(raw) ? raw : (await wholeProducts(api, [id], 'all')).get(id);
  if (whole === undefined) throw rejected('not_found', { system, status: 404 });
  return whole;
}

async function saveFields(writing: Writing, wire: ProductWire, changes: ProductChanges): Promise<void> {
  const { api, sku } = writing;
  const { name, active, weightKg } = changes.fields;
  const facts = factsIn(changes.fields, changes.attributes, (await gtinAttribute(api))?.attribute_code);
  const custom = await factsToWire(writing, facts);
  const { url_key: _url, ...values } = changes.values;
  const links = categoryLinks(wire, changes.categories);
  const fields: JsonObject = {
    ...(name === undefined ? {} : { name }),
    ...(active === undefined ? {} : { status: statusOf(active) }),
    ...(weightKg === undefined ? {} : { weight: weightOf(weightKg, api.account) }),
    ...only(values, isOwnField),
    ...(links === undefined ? {} : { extension_attributes: links }),
    ...customAttributes({ ...textsOf(changes.fields), ...ownAttributes(values), ...custom }),
  };
  if (Object.keys(fields).length === 0) return;
  noteUnkept(writing, await saveProduct(api, sku, fields), custom);
}

/** A child as it stands, and what is to change of it. */
interface Pair {
  readonly child: ProductWire;
  readonly record: Variant | undefined;
  readonly change: Partial<VariantDraft>;
}

function pairsOf(
  { children }: WholeProduct,
  { product }: StandingProduct,
  { variants }: ProductChanges,
): Pair[] {
  return children.map((child) => ({
    child,
    record: product.variants?.find(({ id }) => id === child.id),
    change: {
      ...variants.change.get(child.id),
      ...(variants.retire.includes(child.id) ? { active: false } : {}),
    },
  }));
}

/** Returns the ids of those of which something was not saved, or perhaps not. */
async function saveChildren(
  writing: Writing,
  whole: WholeProduct,
  standing: StandingProduct,
  changes: ProductChanges,
): Promise<readonly string[]> {
  const { api } = writing;
  const gtin = (await gtinAttribute(api))?.attribute_code;
  const pictures = sentPictures(changes);
  const pairs = pairsOf(whole, standing, changes);
  const parts = pairs.map(({ child, record, change }) => async () => {
    const sku = change.sku ?? child.sku;
    if (sku !== child.sku) await renameProduct(api, child.id, child.sku, sku);
    const weightKg =
      change.weightKg ?? (record?.weightKg === undefined ? changes.fields.weightKg : undefined);
    const values =
      change.options === undefined
        ? new Map<Attribute, string>()
        : await valuesOf(writing, await supersOf(api, whole, writing, changes), change, 'some');
    const custom = {
      ...valueCodes(values),
      ...(await factsToWire(writing, factsIn(change, [], gtin))),
      ...(changes.fields.vatClass === undefined ? {} : { tax_class_id: changes.fields.vatClass }),
    };
    const fields: JsonObject = {
      ...(change.active === undefined ? {} : { status: statusOf(change.active) }),
      ...(weightKg === undefined ? {} : { weight: weightOf(weightKg, api.account) }),
      ...customAttributes(custom),
    };
    if (values.size > 0) await linkChildren(writing, whole.wire.id, [{ id: child.id, values }]);
    if (Object.keys(fields).length > 0) await saveProduct(api, sku, fields);
    await pictureFor(writing, pictures, change, sku);
  });
  const done = await inParts(writing, parts);
  return pairs.filter((_, index) => !done[index]).map(({ child }) => child.id);
}

/** A configurable product's price is that of the children that have no other of their own. */
async function savePrices(
  writing: Writing,
  whole: WholeProduct,
  standing: StandingProduct,
  changes: ProductChanges,
): Promise<void> {
  const { api, sku } = writing;
  const own = isConfigurable(whole.wire) ? [] : [priceWrite(sku, changes.fields, pricesOf(whole.wire, api))];
  const ofChildren = pairsOf(whole, standing, changes).map(({ child, record, change }) => {
    const inherits =
      record?.price === undefined && change.price === undefined && change.listPrice === undefined;
    const wanted = inherits ? changes.fields : change;
    return priceWrite(change.sku ?? child.sku, wanted, pricesOf(child, api));
  });
  const writes = [...own, ...ofChildren].filter((write): write is PriceWrite => write !== null);
  await writePrices(writing, writes);
}

async function addVariants(
  writing: Writing,
  whole: WholeProduct,
  { product }: StandingProduct,
  changes: ProductChanges,
): Promise<ReadonlyMap<string, Child>> {
  const { add } = changes.variants;
  if (add.length === 0) return new Map();
  const { wire } = whole;
  if (!isConfigurable(wire)) throw rejected('option_unknown', optionOfSimple(writing, changes.options));
  const fields: ProductFields = changes.fields;
  const price = fields.price ?? product.price;
  const list = fields.listPrice === undefined ? product.listPrice : fields.listPrice;
  const parent = {
    id: wire.id,
    name: fields.name ?? product.name,
    attributeSet: Number(wire.attribute_set_id ?? 4),
    prices: price === undefined ? undefined : { price, listPrice: list ?? null },
    weightKg: fields.weightKg ?? product.weightKg,
    vatClass: fields.vatClass ?? product.vatClass,
  };
  const pictures = sentPictures(changes);
  const supers = await supersOf(writing.api, whole, writing, changes);
  return makeChildren(writing, { parent, supers, pictures }, add);
}

/** A product that stands by itself differs in nothing. */
function optionOfSimple({ sku }: Writing, [first]: ProductChanges['options']) {
  return { system, option: first?.name ?? '', value: '', product: sku };
}

/** What the variants differ in: by the names that are told, and those of the product's own options that nobody told. */
async function supersOf(
  api: Api,
  { wire }: WholeProduct,
  writing: Writing,
  { options }: ProductChanges,
): Promise<ReadonlyMap<string, Attribute>> {
  const named = new Map(await superAttributes(writing, options));
  const all = await attributes(api);
  for (const { attribute_id: id, label } of wire.extension_attributes?.configurable_product_options ?? []) {
    const attribute = all.find((each) => each.attribute_id === id);
    const isTold = [...named.values()].some((each) => each.attribute_id === id);
    if (attribute !== undefined && !isTold) named.set(label ?? attribute.attribute_code, attribute);
  }
  return named;
}

/** Those whose bytes are at hand. */
function sentPictures({ pictures: { add, replace, shown = [] } }: ProductChanges): readonly PictureDraft[] {
  return [...add, ...replace.values(), ...shown];
}
