import { z } from 'zod';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import type { ProductChanges, StandingProduct, WrittenProduct } from '../../contract/products.ts';
import type { JsonObject } from '../../contract/target.ts';
import { present } from '../../wire/fields.ts';
import { inShopLanguage } from './articles.ts';
import { sendPictures } from './pictures.ts';
import { knownExtras } from './to-record.ts';
import { fieldsToWire, pricesToWire } from './to-wire.ts';
import { type ArticleWire, articleWire } from './wire.ts';

/** Changes what is named. Lists are made of what was read in this run: sent ones are whole lists, or may be (sheet 7.11). */
export async function updateProduct(
  api: Api,
  standing: StandingProduct,
  changes: ProductChanges,
): Promise<WrittenProduct> {
  const { id } = standing;
  const wire = articleWire.parse(standing.raw);
  const { fields, values } = changes;
  const categories = categoriesAfter(wire, changes);
  const body = {
    ...fieldsToWire(fields),
    ...pricesToWire(fields, wire),
    ...(categories === undefined ? {} : { categories }),
    ...values,
  };
  if (Object.keys(body).length > 0)
    await api.patch(path`/articles/${id}`, body, { query: inShopLanguage(api) });
  const { gtin, weightKg } = fields;
  const facts = changes.attributes.map((each) => [each.name, each.values.join(', ')] as const);
  await addExtras(api, wire, stated({ [knownExtras.gtin]: gtin, [knownExtras.weightKg]: weightKg }), false);
  await addExtras(api, wire, Object.fromEntries(facts), true);
  const sent = await sendPictures(api, wire, changes.pictures, fields.sku ?? wire.sku ?? '');
  return { id, variants: new Map(), ...sent };
}

/** An article is hidden by being inactive in every category: it has no such field itself (sheet 8.1). */
function categoriesAfter(
  { categories }: ArticleWire,
  { categories: { add, remove }, fields: { active } }: ProductChanges,
): JsonObject[] | undefined {
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
      is_active: active ?? true,
      is_main: !hasMain && index === 0 && kept.length === 0,
    })),
  ];
}

/** A field goes where it stands already; a merchant's others stay. */
async function addExtras(
  api: Api,
  { id, extra }: ArticleWire,
  said: JsonObject,
  visible: boolean,
): Promise<void> {
  const isElsewhere = (name: string) => (visible ? extra?.invisible : extra?.visible)?.[name] !== undefined;
  for (const shown of [true, false]) {
    const body = Object.fromEntries(
      Object.entries(said).filter(([name]) => (isElsewhere(name) ? !visible : visible) === shown),
    );
    if (Object.keys(body).length === 0) continue;
    const call = { method: 'POST', path: path`/articlefields/${id}`, body, repeatable: true } as const;
    await api.request({ ...call, query: { ...inShopLanguage(api), visible: shown } }, z.unknown());
  }
}

function stated(fields: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
