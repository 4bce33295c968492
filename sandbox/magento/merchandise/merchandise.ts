/** What the merchant does to the catalogue in the admin's pages: for all store views. */
import Big from 'big.js';
import type { Pieces } from '../../kit/catalogue/catalogue.ts';
import type {
  CategoryEdit,
  CategoryView,
  Merchandise,
  NewCategory,
  NewPicture,
  NewVariant,
  ProductEdit,
  ProductView,
  VariantEdit,
  VariantView,
} from '../../kit/catalogue/levers.ts';
import type { Json, JsonObject } from '../../kit/json.ts';
import { withChildren } from '../catalogue/configurable.ts';
import { roles, withoutPicture, withoutRoles } from '../catalogue/pictures.ts';
import { type Product, valuesIn, withValue } from '../catalogue/product.ts';
import { type Category, defaultRoot, rootOfRoots } from '../categories/category.ts';
import { saveCategory } from '../categories/save.ts';
import { deleteCategory, moveCategory } from '../categories/tree.ts';
import { defaultSource, isCounted } from '../inventory/inventory.ts';
import { noSuchEntity, refusal } from '../refusal.ts';
import type { Shop } from '../shop.ts';
import { attributeNamed, optionId } from './choices.ts';
import { addGoods, fill, picturesOf } from './fill.ts';

export function merchandiseOf(shop: Shop): Merchandise {
  const { catalogue } = shop;
  const product = (id: string) => {
    const found = catalogue.byId(Number(id));
    if (found === undefined) throw noSuchEntity('id', Number(id));
    return found;
  };
  return {
    fill: (neutral) => fill(shop, neutral),
    withSku: (sku) => {
      const found = catalogue.findProduct(sku);
      if (found === undefined) return [];
      const parents = catalogue.parentsOf(found.id);
      return (parents.length === 0 ? [found] : parents).map(({ id }) => String(id));
    },
    view: (id) => view(shop, product(id)),
    edit: (id, changes) => edit(shop, product(id), changes),
    remove: (id) => shop.deleteProduct(product(id)),
    setStock: (sku, pieces) => setStock(shop, sku, pieces),
    addVariant: (id, variant) => addVariant(shop, product(id), variant),
    editVariant: (id, variant, changes) =>
      editVariant(shop, product(id), childOf(shop, product(id), variant), changes),
    removeVariant: (id, variant) => shop.deleteProduct(childOf(shop, product(id), variant)),
    addPicture: (id, picture) => addPicture(shop, product(id), picture),
    removePicture: (id, place) => {
      const before = product(id);
      const picture = inOrder(before)[place];
      if (picture === undefined) throw refusal(404, `The product has no picture ${place}.`);
      catalogue.save(withoutPicture(catalogue, before, picture.id));
    },
    categories: () => shownCategories(shop),
    addCategory: (category) => addCategory(shop, category),
    editCategory: (id, changes) => editCategory(shop, catalogue.category(id), changes),
    removeCategory: (id) => deleteCategory(catalogue, catalogue.category(id)),
  };
}

function view(shop: Shop, product: Product): ProductView {
  const values = valuesIn(product.values, 0);
  const base = shop.settings().baseUrl.replace(/\/$/, '');
  const children = shop.catalogue.childrenOf(product);
  const priced = product.type === 'configurable' ? (children[0] ?? product) : product;
  return {
    id: String(product.id),
    sku: product.sku,
    name: String(values.name ?? ''),
    ...shownPrices(priced),
    description: String(values.description ?? ''),
    active: values.status === 1,
    categories: product.categories.map(({ id }) => String(id)),
    pictures: inOrder(product).map(({ file }) => `${base}/media/catalog/product${file}`),
    variants: children.map((child) => variantView(shop, product, child)),
    pieces: piecesOf(shop, product),
  };
}

function variantView(shop: Shop, parent: Product, child: Product): VariantView {
  const options = parent.options.map(({ attributeId, label }) => {
    const attribute = shop.catalogue.attributeById(attributeId);
    const chosen = child.values[0]?.[attribute?.code ?? ''];
    const option = attribute?.options.find(({ id }) => id === chosen);
    return [label, option?.label ?? ''] as const;
  });
  return {
    id: String(child.id),
    sku: child.sku,
    options: Object.fromEntries(options),
    price: shownPrices(child).price,
    pieces: piecesOf(shop, child),
  };
}

function shownPrices({ values }: Product): { price: string; listPrice: string | null } {
  const shown = (value: Json | undefined) => Big(Number(value ?? 0)).toFixed(2);
  const { price, special_price: special } = valuesIn(values, 0);
  return special === undefined
    ? { price: shown(price), listPrice: null }
    : { price: shown(special), listPrice: shown(price) };
}

function piecesOf({ inventory }: Shop, product: Product): Pieces {
  if (!inventory.isManaged(product)) return 'unlimited';
  return inventory.itemsOf(product.sku).reduce((sum, { quantity }) => sum + quantity, 0);
}

/** The main picture first, the others as they are placed. */
function inOrder(product: Product) {
  const main = product.values[0]?.image;
  return product.pictures.toSorted(
    (one, other) => Number(other.file === main) - Number(one.file === main) || one.position - other.position,
  );
}

function changed(product: Product, changes: Readonly<Record<string, Json | undefined>>): Product {
  const values = Object.entries(changes).reduce(
    (all, [code, value]) => (value === undefined ? all : withValue(all, code, value, [0])),
    product.values,
  );
  return { ...product, values };
}

function edit(shop: Shop, product: Product, changes: ProductEdit): void {
  const { catalogue, inventory } = shop;
  const { name, sku, description, active, categories } = changes;
  const draft = changed(product, {
    name,
    description: description === '' ? null : description,
    status: active === undefined ? undefined : active ? 1 : 2,
  });
  const links = categories?.map((id) => ({ id: catalogue.category(id).id, position: 0 }));
  catalogue.save({
    ...draft,
    ...(sku === undefined ? {} : { sku: freeSku(shop, product, sku) }),
    ...(links === undefined ? {} : { categories: links }),
  });
  if (sku !== undefined && sku !== null) inventory.rename(product.sku, sku);
  // Prices of a configurable product are its children's.
  const priced =
    product.type === 'configurable' ? catalogue.childrenOf(product) : [catalogue.byId(product.id) ?? product];
  const prices = pricesAfter(priced[0] ?? product, changes);
  if (prices !== null) for (const each of priced) catalogue.save(changed(each, prices));
}

/** Null where nothing is said of them. */
function pricesAfter(product: Product, { price, listPrice }: ProductEdit): JsonObject | null {
  if (price === undefined && listPrice === undefined) return null;
  const before = shownPrices(product);
  const now = price ?? before.price;
  const list = listPrice === undefined ? before.listPrice : listPrice;
  if (list !== null) return { price: Number(list), special_price: Number(now) };
  return { price: Number(now), special_price: null, special_from_date: null, special_to_date: null };
}

function freeSku({ catalogue }: Shop, product: Product, sku: string | null): string {
  const wanted = sku?.trim() ?? '';
  if (wanted === '') {
    throw refusal(409, 'The "%1" attribute value is empty. Set the attribute and try again.', ['SKU']);
  }
  const other = catalogue.findProduct(wanted);
  if (other === undefined || other.id === product.id) return wanted;
  throw refusal(409, 'The value of attribute "%1" must be unique.', ['SKU']);
}

/** In the default source. The admin sets the status with the number. */
function setStock({ catalogue, inventory }: Shop, sku: string, pieces: Pieces): number {
  const product = catalogue.findProduct(sku);
  if (product === undefined || !isCounted(product)) return 0;
  const isManaged = pieces !== 'unlimited';
  if (isManaged !== inventory.isManaged(product)) {
    inventory.changeStockSettings(product, { manage_stock: isManaged, use_config_manage_stock: false });
  }
  const quantity = isManaged ? pieces : 0;
  const status = !isManaged || quantity > 0 ? 1 : 0;
  inventory.setItem({ sku: product.sku, sourceCode: defaultSource, quantity, status });
  return 1;
}

function childOf({ catalogue }: Shop, product: Product, id: string): Product {
  const child = catalogue.childrenOf(product).find((each) => String(each.id) === id);
  if (child === undefined) throw noSuchEntity('id', Number(id));
  return child;
}

function chosenValues({ catalogue }: Shop, options: Readonly<Record<string, string>>): JsonObject {
  return Object.fromEntries(
    Object.entries(options).map(([name, value]) => {
      const { code } = attributeNamed(catalogue, name, 'select');
      return [code, optionId(catalogue, code, value)];
    }),
  );
}

function addVariant(shop: Shop, parent: Product, { sku, options, price, pieces }: NewVariant): string {
  const { catalogue } = shop;
  if (parent.options.length === 0)
    throw refusal(409, "The parent product doesn't have configurable product options.");
  const like = valuesIn(catalogue.childrenOf(parent)[0]?.values ?? parent.values, 0);
  const values = {
    ...like,
    name: [String(parent.values[0]?.name ?? ''), ...Object.values(options)].join(' '),
    ...chosenValues(shop, options),
    ...(price === undefined ? {} : { price: Number(price) }),
    status: 1,
    visibility: 1,
  };
  const wanted = sku ?? [parent.sku, ...Object.values(options)].join('-');
  const goods = {
    sku: freeSku(shop, parent, wanted),
    type: 'simple' as const,
    values,
    pictures: [],
    categories: [],
  };
  const child = catalogue.save(addGoods(shop, goods, shop.now()));
  setStock(shop, child.sku, pieces);
  catalogue.save(withChildren(catalogue, parent, [...catalogue.childrenOf(parent), child]));
  shop.inventory.followChildren(child);
  return String(child.id);
}

function editVariant(
  shop: Shop,
  parent: Product,
  child: Product,
  { sku, price, options }: VariantEdit,
): void {
  const { catalogue, inventory } = shop;
  const draft = changed(child, {
    ...(price === undefined ? {} : { price: Number(price), special_price: null }),
    ...(options === undefined ? {} : chosenValues(shop, options)),
  });
  const saved = catalogue.save({
    ...draft,
    ...(sku === undefined ? {} : { sku: freeSku(shop, child, sku) }),
  });
  inventory.rename(child.sku, saved.sku);
  if (options !== undefined) catalogue.save(withChildren(catalogue, parent, catalogue.childrenOf(parent)));
}

/** A picture that takes the place of another takes over its roles. */
function addPicture(shop: Shop, product: Product, { fileName, alt, replaces }: NewPicture): void {
  const { catalogue } = shop;
  const [picture] = picturesOf(shop, [{ fileName, alt }]);
  if (picture === undefined) return;
  const old = replaces === undefined ? undefined : inOrder(product)[replaces];
  if (replaces !== undefined && old === undefined)
    throw refusal(404, `The product has no picture ${replaces}.`);
  const position = old?.position ?? product.pictures.length + 1;
  const pictures = [...product.pictures.filter(({ id }) => id !== old?.id), { ...picture, position }];
  const held = roles.filter((role) =>
    old === undefined ? product.pictures.length === 0 : product.values[0]?.[role] === old.file,
  );
  const bare = old === undefined ? product : withoutRoles(product, old.file);
  if (old !== undefined && old.file !== picture.file) catalogue.files.delete(old.file);
  const changes = Object.fromEntries(held.map((role) => [role, picture.file]));
  catalogue.save({ ...changed(bare, changes), pictures });
}

function shownCategories({ catalogue }: Shop): CategoryView[] {
  return catalogue.categories
    .all()
    .filter(({ id }) => id !== rootOfRoots && id !== defaultRoot)
    .map(({ id, parentId, values }) => ({
      id: String(id),
      name: String(values[0]?.name ?? ''),
      parent: parentId === defaultRoot ? null : String(parentId),
      active: values[0]?.is_active === true,
    }));
}

function addCategory({ catalogue }: Shop, { name, parent, description, active }: NewCategory): string {
  const given = { name, parent_id: Number(parent ?? defaultRoot), is_active: active };
  const custom = description === '' ? [] : [{ attribute_code: 'description', value: description }];
  return String(saveCategory(catalogue, undefined, { ...given, custom_attributes: custom }, 0).id);
}

function editCategory({ catalogue }: Shop, category: Category, { name, parent, active }: CategoryEdit): void {
  const given: JsonObject = {
    ...(name === undefined ? {} : { name }),
    ...(active === undefined ? {} : { is_active: active }),
  };
  const saved = saveCategory(catalogue, category, given, 0);
  if (parent !== undefined) moveCategory(catalogue, saved, Number(parent ?? defaultRoot), null);
}
