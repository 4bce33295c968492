/** Categories and their products (sheet 11). */
import type { Route } from '../../kit/http/route-table.ts';
import { isObject, type Json, textIn } from '../../kit/json.ts';
import { readView, writtenView } from '../catalogue/scope.ts';
import { type Call, type Endpoint, idIn, listRows, under } from '../endpoint.ts';
import { shape, shaped } from '../fields.ts';
import { valueIn } from '../products/product.ts';
import { refusal, required } from '../refusal.ts';
import type { Shop } from '../shop.ts';
import { type Category, rootOfRoots } from './category.ts';
import { categoryOnWire, productCounts, treeOnWire } from './on-wire.ts';
import { categoryIn, saveCategory } from './save.ts';
import { deleteCategory, levelOf, moveCategory, pathOf } from './tree.ts';

const resource = 'Magento_Catalog::categories';
const linkShape = shape({ string: 'sku category_id', int: 'position', any: 'extension_attributes' });
const columns = new Set(
  'entity_id parent_id name is_active include_in_menu position level path url_key created_at updated_at'.split(
    ' ',
  ),
);

export function categoryEndpoints(shop: Shop): Route<Endpoint>[] {
  const on = under('/V1/categories');
  const { catalogue } = shop;
  const named = (call: Call) => catalogue.category(idIn(call, 'id'));
  const shown = (category: Category, call: Call) => categoryOnWire(catalogue, category, readView(call));
  return [
    on('GET', '', resource, (call) => {
      const root = catalogue.category(call.query.get('rootCategoryId') ?? rootOfRoots);
      const depth = Number(call.query.get('depth') ?? Number.POSITIVE_INFINITY);
      return treeOnWire(catalogue, root, readView(call), depth, productCounts(catalogue));
    }),
    on('GET', '/list', resource, (call) =>
      listRows(shop, call, {
        rows: catalogue.categories.indexed(),
        columns,
        read: (category, field) => columnOf(shop, category, field, readView(call)),
        show: (category) => shown(category, call),
      }),
    ),
    on('POST', '', resource, (call) =>
      shown(saveCategory(catalogue, undefined, categoryIn(call.body), writtenView(call, true)), call),
    ),
    on('GET', '/{id}', resource, (call) => shown(named(call), call)),
    on('PUT', '/{id}', resource, (call) =>
      shown(saveCategory(catalogue, named(call), categoryIn(call.body), writtenView(call, false)), call),
    ),
    on('DELETE', '/{id}', resource, (call) => {
      deleteCategory(catalogue, named(call));
      return true;
    }),
    on('PUT', '/{id}/move', resource, (call) => {
      const { parent_id: parentId, after_id: afterId } = call.body;
      if (parentId === undefined) throw required('parentId');
      moveCategory(catalogue, named(call), Number(parentId), typeof afterId === 'number' ? afterId : null);
      return true;
    }),
    ...linkEndpoints(shop),
  ];
}

/** A link moves no `updated_at`, neither of the product nor of the category (sheet 16). */
function linkEndpoints(shop: Shop): Route<Endpoint>[] {
  const on = under('/V1/categories/{id}/products');
  const { catalogue } = shop;
  const add = (call: Call) => {
    const link = call.body.product_link;
    if (!isObject(link)) throw required('productLink');
    const given = shaped(link, linkShape);
    const { id } = catalogue.category(textIn(given, 'category_id') || idIn(call, 'id'));
    const product = catalogue.product(textIn(given, 'sku'));
    const others = product.categories.filter((each) => each.id !== id);
    catalogue.save(
      { ...product, categories: [...others, { id, position: Number(given.position ?? 0) }] },
      false,
    );
    return true;
  };
  return [
    on('GET', '', resource, (call) => {
      const { id } = catalogue.category(idIn(call, 'id'));
      return catalogue.products.all().flatMap(({ sku, categories }) => {
        const link = categories.find((each) => each.id === id);
        return link === undefined ? [] : [{ sku, position: link.position, category_id: String(id) }];
      });
    }),
    on('POST', '', resource, add),
    on('PUT', '', resource, add),
    on('DELETE', '/{sku}', resource, (call) => {
      const { id } = catalogue.category(idIn(call, 'id'));
      const product = catalogue.product(call.parameters.sku ?? '');
      if (!product.categories.some((each) => each.id === id)) {
        throw refusal(400, "The category doesn't contain the specified product.");
      }
      const categories = product.categories.filter((each) => each.id !== id);
      catalogue.save({ ...product, categories }, false);
      return true;
    }),
  ];
}

function columnOf({ catalogue }: Shop, category: Category, field: string, storeId: number): Json | undefined {
  switch (field) {
    case 'entity_id':
      return category.id;
    case 'parent_id':
      return category.parentId;
    case 'position':
      return category.position;
    case 'level':
      return levelOf(catalogue, category);
    case 'path':
      return pathOf(catalogue, category).join('/');
    case 'created_at':
      return category.createdAt;
    case 'updated_at':
      return category.updatedAt;
    default:
      return valueIn(category.values, field, storeId);
  }
}
