/** Lines of goods that come over the API (sheet 7.7). */
import { each, together, within } from '../../kit/fields/shape.ts';
import { isObject, type JsonObject, numberIn, objectsIn, textIn } from '../../kit/json.ts';
import { rateOf } from '../../kit/shop/vat-kind.ts';
import type { Access } from '../access.ts';
import { type Article, optionPrice, piecesOf, skuOf, variantOf, weightOf } from '../articles/article.ts';
import { type FieldKind, requireFields } from '../fields.ts';
import { invalid } from '../refusal.ts';
import type { Shop } from '../shop.ts';
import { articleLine, type Chosen, netOf, partOf } from './lines.ts';
import type { OrderLine } from './order.ts';

export const linesShape = within<FieldKind>(
  {
    orderlines: together<FieldKind>(
      each('text', 'type description'),
      each('whole', 'quantity'),
      each('decimal', 'unit_weight price_override'),
      each('uuid', 'id'),
      within({ unit_price: each<FieldKind>('decimal', 'rate amount amount_including_tax') }),
      within(
        {
          articles: together<FieldKind>(
            each('whole', 'id'),
            within({ options: each<FieldKind>('whole', 'list_option_id') }, 'objects'),
          ),
        },
        'objects',
      ),
    ),
  },
  'objects',
);

export interface GoodsTerms {
  readonly shop: Shop;
  readonly access: Access;
  /** Whose rates hold. */
  readonly region: string;
  readonly taxed: boolean;
}

/** Throws a `Refusal`. */
export function goodsFrom(sent: JsonObject, terms: GoodsTerms): OrderLine {
  requireFields(sent, 'type', 'quantity');
  const quantity = numberIn(sent, 'quantity');
  if (quantity < 1) throw invalid('orderlines.quantity: Must be positive.');
  if (sent.type === 'article') return articleFrom(sent, quantity, terms);
  if (sent.type === 'custom') return customFrom(sent, quantity, terms);
  throw invalid('orderlines.type: One of article, custom.');
}

function customFrom(sent: JsonObject, quantity: number, { shop, taxed }: GoodsTerms): OrderLine {
  requireFields(sent, 'description', 'unit_price', 'unit_weight');
  const price = isObject(sent.unit_price) ? sent.unit_price : {};
  requireFields(price, 'rate');
  const rate = textIn(price, 'rate');
  if (!/^\d{1,2}(\.\d{1,2})?$/.test(rate)) throw invalid('unit_price.rate: No rate of VAT.');
  const amounts = [price.amount, price.amount_including_tax].filter((one) => typeof one === 'string');
  const [amount = ''] = amounts;
  if (amounts.length !== 1) throw invalid('unit_price: Either amount or amount_including_tax.');
  const unit = netOf(amount, rate, typeof price.amount !== 'string');
  return {
    id: shop.assortment.newUuid(),
    type: 'custom',
    quantity,
    name: textIn(sent, 'description'),
    weight: textIn(sent, 'unit_weight'),
    parts: [partOf(unit, quantity, taxed ? rate : '0')],
    article: null,
  };
}

function articleFrom(sent: JsonObject, quantity: number, terms: GoodsTerms): OrderLine {
  const { shop, access, region, taxed } = terms;
  const [named, ...more] = objectsIn(sent.articles);
  if (named === undefined || more.length > 0) throw invalid('orderlines.articles: One article is required.');
  const article = shop.assortment.articles.get(String(named.id));
  if (article === undefined) throw invalid(`orderlines.articles: Article ${named.id ?? ''} is unknown.`);
  const options = chosenOf(
    shop,
    article,
    objectsIn(named.options).map((one) => numberIn(one, 'list_option_id')),
  );
  const override = typeof sent.price_override === 'string' ? sent.price_override : null;
  if (override !== null) access.requireRight('price_override');
  const { default: price, action, purchase } = article.price;
  const own = { articleId: article.id, name: textIn(article.fields, 'name'), sku: skuOf(article), purchase };
  const how = {
    rate: rateOf(article.vat, taxed ? region : 'NL'),
    taxed,
    included: shop.settings().pricesIncludeTax,
  };
  const goods = { id: shop.assortment.newUuid(), quantity, weight: weightOf(article), ...own };
  return override === null
    ? articleLine({ ...goods, price, action, options }, how)
    : articleLine(
        // It is the whole price of a unit, and always with tax (sheet 12, 9).
        { ...goods, price: override, action: null, options: options.map((one) => ({ ...one, price: '0' })) },
        { ...how, included: true },
      );
}

/** One option of every list that the article has. */
function chosenOf({ assortment }: Shop, article: Article, chosen: readonly number[]): Chosen[] {
  const options = article.lists.map((offered) => {
    const list = assortment.list(String(offered.id));
    const [option, ...more] = offered.options.filter(({ id }) => chosen.includes(id));
    if (option === undefined || more.length > 0) {
      throw invalid(`orderlines.articles.options: Choose one of ${list.name}.`);
    }
    const name = list.options.find(({ id }) => id === option.id)?.name ?? '';
    return { id: option.id, list: list.name, name, price: optionPrice(option, list) };
  });
  if (options.length !== chosen.length) throw invalid('orderlines.articles.options: An option is unknown.');
  return options;
}

/** What can be ordered without stock is never short (sheet 7.1). */
export function checkStock({ assortment }: Shop, lines: readonly OrderLine[]): void {
  const asked = new Map<string, number>();
  for (const { article, quantity } of lines) {
    const found = article === null ? undefined : assortment.articles.get(String(article.id));
    if (article === null || found === undefined) continue;
    const chosen = article.options.flatMap(({ id }) => id ?? []);
    if (variantOf(found, chosen)?.canBackorder ?? found.fields.can_backorder === true) continue;
    const key = `${article.id}/${chosen.join('-')}`;
    const pieces = (asked.get(key) ?? 0) + quantity;
    asked.set(key, pieces);
    const left = piecesOf(found, chosen);
    if (left !== null && left < pieces) throw invalid(`orderlines: Article ${article.id} is out of stock.`);
  }
}
