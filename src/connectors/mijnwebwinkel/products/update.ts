import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import type { ProductChanges, StandingProduct, WrittenProduct } from '../../contract/products.ts';
import type { JsonObject } from '../../contract/target.ts';
import { Attempts } from '../../wire/attempts.ts';
import { present } from '../../wire/fields.ts';
import { checkVatClass } from '../../wire/taxed-or-not.ts';
import { inShopLanguage } from './articles.ts';
import { writeExtras } from './extras.ts';
import { sendPictures } from './pictures.ts';
import { categoryKept, productShown, system } from './refusals.ts';
import { isShown } from './to-record.ts';
import { fieldsToWire, pricesToWire } from './to-wire.ts';
import { type ArticleWire, articleWire } from './wire.ts';

/** Changes what is named. Lists are made of what was read in this run: sent ones are whole lists, or may be (sheet 7.11). */
export async function updateProduct(
  api: Api,
  standing: StandingProduct,
  changes: ProductChanges,
): Promise<WrittenProduct> {
  const attempts = new Attempts();
  const wire = articleWire.parse(standing.raw);
  const { id } = wire;
  const { fields, values } = changes;
  const sku = fields.sku ?? wire.sku ?? '';
  checkVatClass(system, fields.vatClass, sku);
  const categories = categoriesAfter(wire, changes);
  const body = {
    ...fieldsToWire(fields),
    ...pricesToWire(fields, wire),
    ...(categories === undefined ? {} : { categories }),
    ...values,
  };
  const after = Object.keys(body).length > 0 ? await change(api, id, body) : wire;

  const kept = changes.categories.remove.filter((each) =>
    after.categories.some(({ category_id }) => category_id === each),
  );
  for (const category of kept) attempts.note(categoryKept(category, sku));
  const isToHide = !(fields.active ?? isShown(wire));
  if (isToHide && isShown(after)) attempts.note(productShown(sku));
  const extras = await writeExtras(api, wire, changes, attempts);
  const { pictures, left } = await sendPictures(api, wire, changes.pictures, sku, attempts);
  return {
    ...{ id, variants: new Map(), pictures },
    undone: {
      product: new Set([
        ...(isToHide && isShown(after) ? (['active'] as const) : []),
        ...(kept.length > 0 ? (['categories'] as const) : []),
        ...extras,
      ]),
      pictures: left,
      variants: new Set(),
    },
    problems: attempts.problems,
  };
}

/** Returns what stands there then. */
async function change(api: Api, id: string, body: JsonObject): Promise<ArticleWire> {
  const call = { method: 'PATCH', path: path`/articles/${id}`, body, repeatable: true } as const;
  return (await api.request({ ...call, query: inShopLanguage(api) }, articleWire)).body;
}

/** An article is hidden by being inactive in every category: it has no such field itself (sheet 8.1). */
function categoriesAfter(
  wire: ArticleWire,
  { categories: { add, remove }, fields: { active } }: ProductChanges,
): JsonObject[] | undefined {
  const { categories } = wire;
  const standing = new Set(categories.map(({ category_id }) => category_id));
  const kept = categories.filter(({ category_id }) => !remove.includes(category_id));
  const added = add.filter((each) => !standing.has(each));
  const isSame = kept.length === categories.length && added.length === 0;
  if (isSame && (active === undefined || categories.length === 0)) return undefined;
  const hasMain = kept.some(({ is_main }) => is_main === true);
  return [
    ...kept.map((each) => ({
      category_id: Number(each.category_id),
      ...present({ article_url_id: each.article_url_id && Number(each.article_url_id) }),
      is_active: active ?? each.is_active ?? true,
      is_main: each.is_main ?? false,
    })),
    ...added.map((each, index) => ({
      category_id: Number(each),
      is_active: active ?? isShown(wire),
      is_main: !hasMain && index === 0 && kept.length === 0,
    })),
  ];
}
