/** A save of a product: what is left out stays, and what is new needs little (sheet 10.1, 10.2). */
import { isObject, type Json, type JsonObject, objectsIn, textIn } from '../../kit/json.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { productShape } from '../catalogue/shapes.ts';
import { shaped } from '../fields.ts';
import { saveStockItem } from '../inventory/stock-items.ts';
import { withPictureList } from '../pictures/pictures.ts';
import { invalidType, noSuchEntity, refusal, required } from '../refusal.ts';
import type { Shop } from '../shop.ts';
import { websites } from '../stores/stores.ts';
import { withChildren, withOptions } from './configurable.ts';
import type { Product } from './product.ts';
import { valuesOf } from './saved-values.ts';
import { requireFreeKeys } from './url-keys.ts';

export interface SaveScope {
  /** 0 for all views. */
  readonly storeId: number;
  /** Of the view that the path names; null for all. */
  readonly websiteId: number | null;
}

const types = ['simple', 'virtual', 'downloadable', 'configurable', 'grouped', 'bundle', 'giftcard'];

const maxSku = 64;

/** Which product a save is about, by its SKU. */
export function productIn(body: JsonObject): JsonObject {
  if (!isObject(body.product)) throw required('product');
  return shaped(body.product, productShape);
}

/** Creates or changes; throws a `Refusal`. */
export function saveProduct(
  shop: Shop,
  known: Product | undefined,
  given: JsonObject,
  scope: SaveScope,
): Product {
  const { catalogue } = shop;
  const before = known ?? newProduct(catalogue, given, scope);
  if (known === undefined) check(given, before);
  const extension = isObject(given.extension_attributes) ? given.extension_attributes : {};
  let draft: Product = {
    ...before,
    ...(given.attribute_set_id === undefined ? {} : { attributeSetId: setIn(catalogue, given) }),
    ...(known !== undefined && given.type_id !== undefined ? { type: typeIn(given) } : {}),
    ...renamed(catalogue, before, given),
    websiteIds: websitesOf(catalogue, known, before, extension.website_ids),
    categories: categoriesOf(catalogue, before, extension.category_links),
    extras: { ...before.extras, ...extrasIn(given) },
  };
  draft = { ...draft, values: valuesOf(catalogue, draft, given, scope.storeId, known === undefined) };
  if (known === undefined) requireAttributes(catalogue, draft);
  if (given.media_gallery_entries !== undefined) {
    const entries = objectsIn(given.media_gallery_entries);
    draft = withPictureList(catalogue, draft, entries, scope.storeId);
  }
  draft = withVariants(catalogue, draft, extension);
  requireFreeKeys(catalogue, draft);
  const saved = catalogue.save(draft);
  if (known !== undefined) shop.inventory.rename(known.sku, saved.sku);
  if (isObject(extension.stock_item)) saveStockItem(shop, saved, extension.stock_item);
  else shop.inventory.followChildren(saved);
  return saved;
}

function newProduct(catalogue: Catalogue, given: JsonObject, { websiteId }: SaveScope): Product {
  const at = catalogue.now();
  return {
    id: catalogue.ids.next('product'),
    sku: '',
    attributeSetId: setIn(catalogue, given),
    type: typeIn(given),
    websiteIds: websiteId === null ? websites.map(({ id }) => id) : [websiteId],
    values: { 0: {} },
    categories: [],
    pictures: [],
    options: [],
    children: [],
    extras: {},
    createdAt: at,
    updatedAt: at,
  };
}

/** The wording of what is missing is inferred. */
function check(given: JsonObject, { type }: Product): void {
  const needed = [
    ['name', 'Product Name'],
    ['sku', 'SKU'],
    ...(['simple', 'virtual', 'downloadable'].includes(type) ? [['price', 'Price']] : []),
  ] as const;
  for (const [name = '', label = ''] of needed) {
    if (given[name] !== undefined && String(given[name]).trim() !== '') continue;
    throw emptyAttribute(label);
  }
}

/** What the merchant's own attributes ask of a new product. */
function requireAttributes(catalogue: Catalogue, { attributeSetId, values }: Product): void {
  const missing = catalogue
    .attributesOf(attributeSetId)
    .find(
      ({ isUserDefined, isRequired, code }) => isUserDefined && isRequired && values[0]?.[code] === undefined,
    );
  if (missing !== undefined) throw emptyAttribute(missing.label);
}

function emptyAttribute(label: string) {
  return refusal(400, 'The "%1" attribute value is empty. Set the attribute and try again.', [label]);
}

function setIn(catalogue: Catalogue, { attribute_set_id: id }: JsonObject): number {
  if (id !== undefined && catalogue.sets.has(String(id))) return Number(id);
  throw refusal(400, 'Invalid product data: %1', ['Invalid attribute set entity type']);
}

function typeIn(given: JsonObject): string {
  const type = textIn(given, 'type_id') || 'simple';
  if (!types.includes(type)) throw invalidType('type_id', type, 'string');
  return type;
}

/** The SKU is kept without the blanks around it. */
function renamed(catalogue: Catalogue, before: Product, given: JsonObject): Partial<Product> {
  const sku = textIn(given, 'sku').trim();
  if (sku === '') return {};
  if (sku.length > maxSku) throw refusal(400, 'SKU length should be %1 characters maximum.', [maxSku]);
  const other = catalogue.findProduct(sku);
  if (other !== undefined && other.id !== before.id) {
    throw refusal(400, 'The value of attribute "%1" must be unique.', ['SKU']);
  }
  return { sku };
}

function websitesOf(
  catalogue: Catalogue,
  known: Product | undefined,
  { websiteIds }: Product,
  given: Json | undefined,
): readonly number[] {
  if (Array.isArray(given)) {
    for (const id of given) requireWebsite(id);
    return [...new Set(given.map(Number))];
  }
  const all = known !== undefined && catalogue.settings().websitesOnSave === 'all';
  return all ? websites.map(({ id }) => id) : websiteIds;
}

export function requireWebsite(id: Json): void {
  if (websites.some((website) => website.id === id)) return;
  const text = "The website with id %1 that was requested wasn't found. Verify the website and try again.";
  throw refusal(404, text, [id]);
}

/** Absent keeps the list; what is sent replaces it, or in older versions is added to it. */
function categoriesOf(
  catalogue: Catalogue,
  { categories }: Product,
  given: Json | undefined,
): Product['categories'] {
  if (!Array.isArray(given)) return categories;
  const asked = objectsIn(given).map((link) => {
    const id = Number(link.category_id);
    if (catalogue.categories.get(String(id)) === undefined) throw noSuchEntity('id', id);
    return { id, position: Number(link.position ?? 0) };
  });
  if (catalogue.settings().categoryLinks === 'replace') return asked;
  const kept = categories.filter(({ id }) => !asked.some((each) => each.id === id));
  return [...kept, ...asked];
}

function extrasIn(given: JsonObject): JsonObject {
  const names = ['product_links', 'options', 'tier_prices'];
  return Object.fromEntries(
    names.flatMap((name) => (given[name] === undefined ? [] : [[name, given[name]]])),
  );
}

/** Children that are sent without the options leave the product without any (reported). */
function withVariants(catalogue: Catalogue, draft: Product, extension: JsonObject): Product {
  const { configurable_product_options: options, configurable_product_links: links } = extension;
  if (options === undefined && links === undefined) return draft;
  const typed = { ...draft, type: 'configurable' };
  const chosen = withOptions(catalogue, typed, objectsIn(options));
  if (!Array.isArray(links)) return chosen;
  const children = links.map((id) => {
    const child = catalogue.byId(Number(id));
    if (child !== undefined) return child;
    throw refusal(400, 'Product with id "%1" does not exist.', [id]);
  });
  return withChildren(catalogue, chosen, children);
}
