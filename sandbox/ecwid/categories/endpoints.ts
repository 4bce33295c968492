import type { Query } from '../../kit/http/query.ts';
import type { Route } from '../../kit/http/route-table.ts';
import { textIn } from '../../kit/json.ts';
import { allOf, holdsWords, isAmong, isSame } from '../../kit/search/row-tests.ts';
import { byNumber, inOrder } from '../../kit/search/sorting.ts';
import type { Assortment } from '../assortment.ts';
import { type Call, type Endpoint, pageOf, under } from '../endpoint.ts';
import { absentField, wrongField } from '../refusal.ts';
import type { StoredCategory } from './category.ts';
import { categoryWriter } from './on-wire.ts';
import { pathOf, subtreeOf } from './tree.ts';
import { assign, createCategory, deleteCategory, productKeys, unassign, updateCategory } from './writes.ts';

const reading = ['read_catalog'];
const writing = ['update_catalog'];

/** Sheet 6.1. The word `sort` comes before the ids. */
export function categoryEndpoints(assortment: Assortment): Route<Endpoint>[] {
  const on = under('/api/v3/{storeId}');
  const found = ({ parameters }: Call) => assortment.category(parameters.categoryId ?? '');
  const writer = ({ query, pictures }: Call) =>
    categoryWriter(assortment, {
      pictures,
      language: query.text('lang'),
      productIds: query.flag('productIds') === true,
    });
  const listed = (call: Call, rows: StoredCategory[]) =>
    pageOf(rows.sort(inTurn), call.query, assortment.settings(), writer(call));
  const sorting = on('GET', '/categories/sort', reading, ({ query }) => ({
    sortedIds: childrenOf(assortment, query)
      .sort(inTurn)
      .map(({ id }) => id),
  }));
  return [
    on('GET', '/categories', reading, (call) =>
      listed(call, assortment.categories.indexed().filter(categoryFilter(call.query, assortment))),
    ),
    on('GET', '/categoriesByPath', reading, (call) => listed(call, byPath(assortment, call.query))),
    on('POST', '/categories', ['create_catalog'], ({ body }) => ({
      id: createCategory(assortment, body).id,
    })),
    sorting,
    on('PUT', '/categories/sort', writing, ({ query, body }) => {
      if (!Array.isArray(body.sortedIds)) throw absentField('Sort', 'sortedIds');
      const order = body.sortedIds.map(String);
      for (const category of childrenOf(assortment, query)) {
        const place = order.indexOf(String(category.id));
        if (place >= 0) assortment.changeCategory(category, { orderBy: (place + 1) * 10 });
      }
      return { updateCount: 1 };
    }),
    on('GET', '/categories/{categoryId}', reading, (call) => writer(call)(found(call))),
    on('PUT', '/categories/{categoryId}', writing, (call) => {
      updateCategory(assortment, found(call), call.body);
      return { updateCount: 1 };
    }),
    on('DELETE', '/categories/{categoryId}', writing, (call) => ({
      deleteCount: deleteCategory(assortment, found(call)),
    })),
    on('POST', '/categories/{categoryId}/assignProducts', writing, (call) => {
      assign(assortment, found(call), products(call));
      return { updateCount: 1 };
    }),
    on('POST', '/categories/{categoryId}/unassignProducts', writing, (call) => {
      unassign(assortment, found(call), products(call));
      return { updateCount: 1 };
    }),
  ];

  function products({ body }: Call): string[] {
    const keys = productKeys(assortment, body.productIds);
    if (keys === null) throw absentField('Category', 'productIds');
    return keys;
  }
}

const inTurn = inOrder<StoredCategory>(
  byNumber(({ parentId }) => parentId),
  byNumber(({ orderBy }) => orderBy),
  byNumber(({ id }) => id),
);

function categoryFilter(query: Query, assortment: Assortment) {
  const parents = query.list('parent') ?? query.list('parentIds');
  const whole = query.flag('withSubcategories') === true;
  const reach =
    parents === undefined || !whole ? parents : parents.flatMap((id) => subtreeOf(assortment, id));
  return allOf<StoredCategory>([
    holdsWords(query.text('keyword'), ({ fields }) => [
      textIn(fields, 'name'),
      textIn(fields, 'description'),
    ]),
    isAmong(reach, ({ parentId }) => [String(parentId)]),
    isAmong(query.list('categoryIds'), ({ id }) => [String(id)]),
    // Disabled ones are listed on request only.
    isSame(
      query.flag('hidden_categories') === true ? undefined : true,
      ({ fields }) => fields.enabled !== false,
    ),
  ]);
}

/** The parameter is really spelled `delimeter`. */
function byPath(assortment: Assortment, query: Query): StoredCategory[] {
  const [path, delimiter] = [query.text('path'), query.exact('delimeter')];
  if (path === undefined) throw wrongField('Query', 'path');
  if (delimiter === undefined) throw wrongField('Query', 'delimeter');
  const wanted = path.split(delimiter).map((each) => each.trim().toLowerCase());
  return assortment.categories.indexed().filter((category) => {
    const names = pathOf(assortment, category).map((each) => each.toLowerCase());
    return names.length === wanted.length && names.every((name, index) => name === wanted[index]);
  });
}

function childrenOf(assortment: Assortment, query: Query): StoredCategory[] {
  const parent = query.number('parentCategory') ?? 0;
  return assortment.categories.all().filter(({ parentId }) => parentId === parent);
}
