import { together } from '../../kit/fields/shape.ts';
import { type JsonObject, numberIn } from '../../kit/json.ts';
import type { Assortment } from '../assortment.ts';
import { type Call, idIn, objectIn, on, type Routes } from '../call/call.ts';
import { type FieldKind, int, readBodyFields } from '../call/fields.ts';
import { pagedList, plainList } from '../call/lists.ts';
import { linkOnWire } from '../products/on-wire.ts';
import type { CategoryLink, Product } from '../products/product.ts';
import { coded, notFound } from '../refusal.ts';
import { type Category, categoriesBelow, categoryOnWire, treeOnWire } from './category.ts';
import { changeCategory, createCategory } from './writes.ts';

export function categoryEndpoints(assortment: Assortment): Routes {
  const show = (call: Call) => (each: Category) => categoryOnWire(each, call.links);
  const found = (call: Call) => assortment.category(idIn(call));
  return [
    on('GET', '/categories', (call) => pagedList(call, assortment.categories.all(), { show: show(call) })),
    on('POST', '/categories', (call) => show(call)(createCategory(assortment, objectIn(call)))),
    on('GET', '/categories/{id}', (call) => show(call)(found(call))),
    on('PATCH', '/categories/{id}', (call) => {
      changeCategory(assortment, found(call), objectIn(call));
      return undefined;
    }),
    on('DELETE', '/categories/{id}', (call) => {
      assortment.removeCategory(found(call));
      return undefined;
    }),
    on('GET', '/categories/{id}/categories', (call) => {
      const { id } = found(call);
      return pagedList(call, categoriesBelow(assortment, id), { show: show(call) });
    }),
    on('GET', '/categorytree', ({ links }) => ({
      href: links.self('categorytree'),
      root_categories: treeOnWire(assortment, links),
    })),
    ...linkEndpoints(assortment),
  ];
}

interface Linked {
  readonly product: Product;
  readonly link: CategoryLink;
}

const changed = int('position');
const created = together<FieldKind>(changed, int('product_id category_id'));

/** That a product is in a category is a record of its own, which is added and deleted by itself (sheet 7.1). */
function linkEndpoints(assortment: Assortment): Routes {
  const show =
    (call: Call) =>
    ({ product, link }: Linked): JsonObject =>
      linkOnWire(product, link, call.links);
  const found = (call: Call): Linked => {
    const product = assortment.withLink(idIn(call));
    const link = product.links.find(({ id }) => String(id) === idIn(call));
    if (link === undefined) throw notFound('producttocategories');
    return { product, link };
  };
  const linked = (products: readonly Product[]): Linked[] =>
    products.flatMap((product) => product.links.map((link) => ({ product, link })));
  return [
    on('GET', '/products/{id}/producttocategories', (call) =>
      plainList(call, linked([assortment.product(idIn(call))]), { show: show(call) }),
    ),
    on('GET', '/categories/{id}/producttocategories', (call) => {
      const { id } = assortment.category(idIn(call));
      const rows = linked(assortment.products.all()).filter(({ link }) => link.categoryId === id);
      return plainList(call, rows, { show: show(call) });
    }),
    on('POST', '/producttocategories', (call) => {
      const sent = readBodyFields(objectIn(call), created, call.settings, ['product_id', 'category_id']);
      const product = assortment.product(String(sent.product_id));
      const { id: categoryId } = assortment.category(String(sent.category_id));
      const isThere = product.links.some((each) => each.categoryId === categoryId);
      if (isThere && call.settings.secondLink === 'refused') {
        throw coded('500.40', 'The product is in this category already');
      }
      const position = sent.position === undefined ? 1 : numberIn(sent, 'position');
      const link = { id: assortment.ids.next('link'), categoryId, position };
      const saved = assortment.save({ ...product, links: [...product.links, link] }, 'categories');
      return show(call)({ product: saved, link });
    }),
    on('GET', '/producttocategories/{id}', (call) => show(call)(found(call))),
    on('PATCH', '/producttocategories/{id}', (call) => {
      const { product, link } = found(call);
      const sent = readBodyFields(objectIn(call), changed, call.settings, ['position']);
      const moved = { ...link, position: numberIn(sent, 'position') };
      const links = product.links.map((each) => (each === link ? moved : each));
      assortment.save({ ...product, links }, 'categories');
      return undefined;
    }),
    on('DELETE', '/producttocategories/{id}', (call) => {
      const { product, link } = found(call);
      const links = product.links.filter((each) => each !== link);
      assortment.save({ ...product, links }, 'categories');
      return undefined;
    }),
  ];
}
