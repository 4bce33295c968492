import { each, together, within } from '../../kit/fields/shape.ts';
import { isObject, type JsonObject, numberIn, textIn } from '../../kit/json.ts';
import { byNumber } from '../../kit/search/sorting.ts';
import type { Assortment } from '../assortment.ts';
import { checked, type FieldKind, requireFields } from '../fields.ts';
import { invalid } from '../refusal.ts';
import type { Page } from './page.ts';

const shape = together<FieldKind>(
  each('text', 'title content meta_title meta_description'),
  each('flag', 'hidden'),
  each('whole', 'parent_category_id article_order'),
  within<FieldKind>({ sorting: together(each('flag', 'first last'), each('whole', 'before after')) }),
);

/** In the order in which they stand. */
export function sistersOf({ pages }: Assortment, parent: number | null): Page[] {
  return pages
    .all()
    .filter((one) => one.parent === parent)
    .sort(byNumber(({ place }) => place));
}

/** Throws a `Refusal`. */
export function createPage(assortment: Assortment, body: JsonObject): Page {
  requireFields(body, 'title');
  const now = assortment.world.now();
  const blank: Page = {
    id: assortment.ids.last('page') + 1,
    parent: null,
    hidden: false,
    title: '',
    content: '',
    metaTitle: '',
    metaDescription: '',
    articleOrder: 5,
    place: Number.MAX_SAFE_INTEGER,
    createdAt: now,
    changedAt: now,
  };
  const made = changePage(assortment, blank, body);
  assortment.ids.next('page');
  return made;
}

export function changePage(assortment: Assortment, before: Page, body: JsonObject): Page {
  const sent = checked(body, shape, assortment.settings());
  if (sent.title === '' || sent.title === null) throw invalid('title: This value is required.');
  const order = sent.article_order === undefined ? before.articleOrder : numberIn(sent, 'article_order');
  if (order < 1 || order > 6) throw invalid('article_order: From 1 to 6.');
  const text = (name: string, old: string) => (typeof sent[name] === 'string' ? textIn(sent, name) : old);
  const changed: Page = {
    ...before,
    parent: parentIn(assortment, before, sent),
    hidden: typeof sent.hidden === 'boolean' ? sent.hidden : before.hidden,
    title: text('title', before.title),
    content: text('content', before.content),
    metaTitle: text('meta_title', before.metaTitle),
    metaDescription: text('meta_description', before.metaDescription),
    articleOrder: order,
    changedAt: assortment.world.now(),
  };
  arrange(assortment, changed, isObject(sent.sorting) ? sent.sorting : {}, changed.parent !== before.parent);
  return assortment.page(String(changed.id));
}

/** What a body names as the parent of a page at the top. */
export function topIn({ settings }: Assortment): 0 | null {
  return settings().topPage === 'zero' ? 0 : null;
}

function parentIn(assortment: Assortment, page: Page, sent: JsonObject): number | null {
  if (sent.parent_category_id === undefined) return page.parent;
  if (sent.parent_category_id === topIn(assortment)) return null;
  const parent = assortment.pages.get(String(sent.parent_category_id));
  if (parent === undefined) throw invalid('parent_category_id: The category is unknown.');
  for (let up: Page | undefined = parent; up !== undefined; up = assortment.pages.get(String(up.parent))) {
    if (up.id === page.id) throw invalid('parent_category_id: A category can not be its own parent.');
  }
  return parent.id;
}

/** Keeps the page at its place: `before` an id stands in front of it, as the changelog has it (sheet 7.11). */
function arrange(assortment: Assortment, page: Page, sorting: JsonObject, isMoved: boolean): void {
  const ways = Object.entries(sorting).filter(([, value]) => value !== false && value !== null);
  if (ways.length > 1) throw invalid('sorting: Only one of first, last, before, after.');
  const [way, value] = ways[0] ?? [];
  const others = sistersOf(assortment, page.parent).filter(({ id }) => id !== page.id);
  const beside = others.findIndex(({ id }) => id === value);
  if ((way === 'before' || way === 'after') && beside < 0)
    throw invalid(`sorting.${way}: The category is unknown.`);
  const last = others.length;
  const unmoved = others.filter(({ place }) => place < page.place).length;
  const places: Readonly<Record<string, number>> = { first: 0, last, before: beside, after: beside + 1 };
  const at = way === undefined ? (isMoved ? last : unmoved) : (places[way] ?? last);
  for (const [place, one] of others.toSpliced(at, 0, page).entries()) {
    assortment.pages.set(String(one.id), { ...one, place });
  }
}
