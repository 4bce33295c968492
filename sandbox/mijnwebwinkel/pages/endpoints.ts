/** Pages: made and changed, never deleted over the API (sheet 7.11). */
import type { Query } from '../../kit/http/query.ts';
import type { Route } from '../../kit/http/route-table.ts';
import type { JsonObject } from '../../kit/json.ts';
import { allOf, isBetween } from '../../kit/search/row-tests.ts';
import { byNumber } from '../../kit/search/sorting.ts';
import type { Assortment } from '../assortment.ts';
import { type Call, type Endpoint, objectIn, page, under } from '../endpoint.ts';
import type { Page } from './page.ts';
import { changePage, createPage, sistersOf } from './writes.ts';

const maxDepth = 5;

export function pageEndpoints(assortment: Assortment): Route<Endpoint>[] {
  const on = under('/categories');
  const found = ({ parameters }: Call) => assortment.page(parameters.id ?? '');
  const shown = (each: Page) => pageOnWire(assortment, each);
  return [
    on('GET', '', ({ query }) => {
      if (query.flag('as_tree') === true) {
        const depth = Math.min(query.number('max_depth') ?? maxDepth, maxDepth);
        return sistersOf(assortment, null).map((each) => ({
          ...shown(each),
          leafs: leafsOf(assortment, each, depth - 1),
        }));
      }
      return page(pagesFound(assortment, query), query, assortment.settings()).map(shown);
    }),
    on('POST', '', (call) => shown(createPage(assortment, objectIn(call)))),
    on('GET', '/count', ({ query }) => ({ count: pagesFound(assortment, query).length })),
    on('GET', '/{id}', (call) => shown(found(call))),
    on('PATCH', '/{id}', (call) => shown(changePage(assortment, found(call), objectIn(call)))),
    on('GET', '/{id}/articles', (call) => {
      const { id } = found(call);
      const rows = assortment.articles.indexed().flatMap(({ pages, fields, uuid, ...article }) => {
        const place = pages.find(({ pageId }) => pageId === id);
        const name = fields.name ?? '';
        return place === undefined ? [] : [{ id: article.id, name, uuid, is_main: place.isMain }];
      });
      return page(rows, call.query, assortment.settings());
    }),
  ];
}

function pagesFound(assortment: Assortment, query: Query): Page[] {
  const within = (name: string, read: (each: Page) => number) =>
    isBetween(query.timestamp(`${name}_start_date`), query.timestamp(`${name}_end_date`), read);
  const tests = [
    within('created', ({ createdAt }) => createdAt),
    within('changed', ({ changedAt }) => changedAt),
  ];
  return assortment.pages
    .all()
    .filter(allOf<Page>(tests))
    .sort(byNumber(({ id }) => id));
}

function pageOnWire(assortment: Assortment, each: Page): JsonObject {
  const sisters = sistersOf(assortment, each.parent);
  const at = sisters.findIndex(({ id }) => id === each.id);
  const [previous, next] = [sisters[at - 1], sisters[at + 1]];
  return {
    id: each.id,
    parent_category_id: each.parent,
    hidden: each.hidden,
    title: each.title,
    content: each.content,
    meta_title: each.metaTitle,
    meta_description: each.metaDescription,
    article_order: each.articleOrder,
    leafs: [],
    sorting: {
      first: previous === undefined,
      last: next === undefined,
      ...(previous === undefined ? {} : { previous: previous.id }),
      ...(next === undefined ? {} : { next: next.id }),
    },
  };
}

/** In a tree the parent has another name (sheet 7.11). */
function leafsOf(assortment: Assortment, parent: Page, depth: number): JsonObject[] {
  if (depth <= 0) return [];
  return sistersOf(assortment, parent.id).map((each) => ({
    id: each.id,
    parent_id: parent.id,
    hidden: each.hidden,
    title: each.title,
    leafs: leafsOf(assortment, each, depth - 1),
  }));
}
