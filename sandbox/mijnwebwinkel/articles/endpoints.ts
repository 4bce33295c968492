import type { Query } from '../../kit/http/query.ts';
import type { Route } from '../../kit/http/route-table.ts';
import { allOf, isAmong, isBetween } from '../../kit/search/row-tests.ts';
import { byNumber } from '../../kit/search/sorting.ts';
import type { Assortment } from '../assortment.ts';
import { type Call, type Endpoint, listIn, objectIn, page, under } from '../endpoint.ts';
import type { Article } from './article.ts';
import { addOptions, removeOptions, withLists, withOffered } from './lists.ts';
import { articleOnWire, listOnWire } from './on-wire.ts';
import { type Pictures, placed, withUpload } from './pictures.ts';
import { changeArticle, createArticle, textsIn, withOwnFields } from './writes.ts';

/** Sheet 6. In the path of `/articlelists` an id is that of the list when it is read, of the article when written. */
export function articleEndpoints(assortment: Assortment, pictures: Pictures): Route<Endpoint>[] {
  const on = under('');
  const shown = (article: Article, call: Call) => articleOnWire(assortment, article, call.pictures);
  const found = ({ parameters, query }: Call) =>
    assortment.article(parameters.id ?? '', query.flag('use_url_id') === true);
  return [
    on('GET', '/articles', (call) =>
      page(articlesFound(assortment, call.query), call.query, assortment.settings()).map((each) =>
        shown(each, call),
      ),
    ),
    on('POST', '/articles', async (call) =>
      shown(await createArticle(assortment, pictures, objectIn(call)), call),
    ),
    on('GET', '/articles/count', ({ query }) => ({ count: articlesFound(assortment, query).length })),
    on('POST', '/articles/uploadImage/{id}', (call) => {
      const article = found(call);
      assortment.save({ ...article, images: withUpload(pictures, article, objectIn(call)) });
      return 'Image uploaded';
    }),
    on('DELETE', '/deleteImage/{imageId}', ({ parameters }) => {
      const article = assortment.withImage(parameters.imageId ?? '');
      const images = article.images.filter(({ id }) => id !== parameters.imageId).map(placed);
      assortment.save({ ...article, images });
      return new Response(null, { status: 204 });
    }),
    on('GET', '/articles/{id}', (call) => shown(found(call), call)),
    on('PATCH', '/articles/{id}', async (call) => {
      const key = String(found(call).id);
      return shown(await changeArticle(assortment, pictures, key, objectIn(call)), call);
    }),
    // Nothing tells of it later (sheet 8.1).
    on('DELETE', '/articles/{id}', (call) => {
      assortment.articles.delete(String(found(call).id));
      return 'Article removed';
    }),
    on('POST', '/articlefields/{id}', (call) => {
      const sent = textsIn(objectIn(call)) ?? {};
      return shown(
        assortment.save(withFields(found(call), call, (before) => ({ ...before, ...sent }))),
        call,
      );
    }),
    on('DELETE', '/articlefields/{id}', (call) => {
      const names = listIn(call);
      const kept = (before: Readonly<Record<string, string>>) =>
        Object.fromEntries(Object.entries(before).filter(([name]) => !names.includes(name)));
      return shown(assortment.save(withFields(found(call), call, kept)), call);
    }),
    on('GET', '/articlelists/{id}', ({ parameters }) => listOnWire(assortment.list(parameters.id ?? ''))),
    on('POST', '/articlelists/{id}', (call) => {
      const article = found(call);
      const lists = withLists(assortment, article, listIn(call));
      return shown(assortment.save(withOffered(assortment, article, lists)), call);
    }),
    on('DELETE', '/articlelists/{id}', (call) => {
      const [article, ids] = [found(call), listIn(call)];
      const lists = article.lists.filter(({ id }) => !ids.includes(id));
      return shown(assortment.save(withOffered(assortment, article, lists)), call);
    }),
    on('POST', '/articlelistoptions/{listId}', (call) =>
      listOnWire(addOptions(assortment, assortment.list(call.parameters.listId ?? ''), listIn(call))),
    ),
    on('DELETE', '/articlelistoptions/{listId}', (call) =>
      listOnWire(removeOptions(assortment, assortment.list(call.parameters.listId ?? ''), listIn(call))),
    ),
  ];
}

function withFields(article: Article, { query }: Call, change: Parameters<typeof withOwnFields>[2]): Article {
  return withOwnFields(article, query.flag('visible') !== false, change);
}

/** By date and by id alone: there is no filter for a SKU (sheet 6.2). */
function articlesFound(assortment: Assortment, query: Query): Article[] {
  const within = (name: string, read: (article: Article) => number) =>
    isBetween(query.timestamp(`${name}_start_date`), query.timestamp(`${name}_end_date`), read);
  return assortment.articles
    .indexed()
    .filter(
      allOf<Article>([
        within('created', ({ createdAt }) => createdAt),
        within('changed', ({ updatedAt }) => updatedAt),
        isAmong(repeated(query, 'ids'), ({ id }) => [String(id)]),
        isAmong(repeated(query, 'uuids'), ({ uuid }) => [uuid]),
      ]),
    )
    .sort(byNumber(({ id }) => id));
}

/** As PHP reads it: of a name that is repeated the last value counts, unless it ends in brackets. */
function repeated(query: Query, name: string): string[] | undefined {
  const many = query.every(`${name}[]`);
  if (many.length > 0) return many;
  const [last] = query.every(name).slice(-1);
  return last === undefined ? undefined : [last];
}
