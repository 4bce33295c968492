import type { Query } from '../../kit/http/query.ts';
import { isObject, type JsonObject, numberIn, textIn } from '../../kit/json.ts';
import { allOf, isAmong, isBetween, isSame, type RowTest } from '../../kit/search/row-tests.ts';
import { byNumber, byText, inOrder, type RowOrder, reversed } from '../../kit/search/sorting.ts';
import { wholeSecond } from '../../kit/time/timestamps.ts';
import type { Assortment } from '../assortment.ts';
import { subtreeOf } from '../categories/tree.ts';
import { valuesOnWire } from './attributes.ts';
import { choicesOf, externalIdsOf, optionTexts, type StoredProduct, skusOf } from './product.ts';
import { stockOf } from './stock.ts';

type Row = StoredProduct;

/** Which products are found (sheet 4.2). `productId` overrides all others, and `sku` all but that. */
export function productsFound(query: Query, assortment: Assortment): Row[] {
  const ids = query.list('productId');
  if (ids !== undefined) return assortment.products.indexed().filter(({ id }) => ids.includes(String(id)));
  const sku = query.exact('sku');
  if (sku !== undefined) return assortment.listedWithSku(sku);
  const rows = assortment.products.indexed();
  const tests = productTests(query, assortment).filter((test) => test !== undefined);
  return tests.length === 0 ? rows : rows.filter(allOf(tests));
}

function productTests(query: Query, assortment: Assortment): (RowTest<Row> | undefined)[] {
  return [
    hasWords(query, assortment),
    isAmong(query.list('externalReferenceId'), externalIdsOf),
    isIn(query, assortment),
    isBetween(query.number('priceFrom'), query.number('priceTo'), priceOf),
    isBetween(query.timestamp('createdFrom'), query.timestamp('createdTo'), createdAt),
    isBetween(query.timestamp('updatedFrom'), query.timestamp('updatedTo'), updatedAt),
    isSame(query.flag('enabled'), isEnabled),
    isSame(query.flag('visibleInStorefront'), isEnabled),
    isSame(query.flag('inStock'), isInStock),
    isSame(query.oneOf('inventory', ['instock', 'outofstock']), (row) =>
      isInStock(row) ? 'instock' : 'outofstock',
    ),
    isSame(query.oneOf('onsale', ['onsale', 'notonsale']), (row) => (isOnSale(row) ? 'onsale' : 'notonsale')),
    isSame(query.flag('isGiftCard'), ({ fields }) => textIn(fields, 'sku').startsWith('GIFT')),
    isSame(query.flag('discountsAllowed'), ({ fields }) => fields.discountsAllowed !== false),
    isSame(query.flag('isCustomerSetPrice'), ({ fields }) => fields.nameYourPriceEnabled === true),
    hasTaxes(query.list('enabledManualTaxes')),
    isAmong(query.list('taxClassCodes'), ({ fields }) => [
      textIn(taxIn(fields), 'taxClassCode') || 'default',
    ]),
    ...query.names().map((name) => ofChoice(name, query, assortment)),
  ];
}

const orders: Readonly<Record<string, RowOrder<Row>>> = {
  ADDED_TIME: byNumber(createdAt),
  NAME: byText(({ fields }) => textIn(fields, 'name')),
  PRICE: byNumber(priceOf),
  UPDATED_TIME: byNumber(updatedAt),
};
const unsorted = ['RELEVANCE', 'DEFINED_BY_STORE_OWNER'];
const orderNames = Object.keys(orders).flatMap((name) => [`${name}_ASC`, `${name}_DESC`]);

/** Null: as the store keeps them, the oldest first. */
export function productOrder(query: Query): RowOrder<Row> | null {
  const asked = query.oneOf('sortBy', [...unsorted, ...orderNames]) ?? '';
  const [, name = '', direction] = /^(.+)_(ASC|DESC)$/.exec(asked) ?? [];
  const order = orders[name];
  if (order === undefined) return null;
  return inOrder(
    direction === 'DESC' ? reversed(order) : order,
    byNumber(({ id }) => id),
  );
}

/** Every word stands somewhere as a whole; one that ends with `*` as the beginning of a word (sheet 4.2). */
function hasWords(query: Query, assortment: Assortment): RowTest<Row> | undefined {
  const wanted = query.text('keyword')?.toLowerCase().split(/\s+/);
  query.oneOf('searchMethod', ['STOREFRONT', 'CP']);
  if (wanted === undefined) return undefined;
  return (row) => {
    const words = searchable(row, assortment).flatMap((text) => [
      text.toLowerCase(),
      ...text.toLowerCase().split(/[\s<>.,;:/]+/),
    ]);
    return wanted.every((word) =>
      word.endsWith('*')
        ? words.some((each) => each.startsWith(word.slice(0, -1)))
        : words.some((each) => each === word),
    );
  };
}

/** Hidden attributes are not looked at. */
function searchable(row: Row, assortment: Assortment): string[] {
  const { fields, values, main, gallery } = row;
  const productClass = assortment.productClass(String(fields.productClassId ?? 0));
  const shown = valuesOnWire(values, productClass).filter(({ show }) => show !== 'NOTSHOW');
  const categories = categoryIdsOf(row).map((id) => assortment.categories.get(id)?.fields ?? {});
  return [
    textIn(fields, 'name'),
    textIn(fields, 'description'),
    ...skusOf(row),
    ...optionTexts(row),
    ...categories.map((each) => textIn(each, 'name')),
    ...[main, ...gallery].map((picture) => picture?.alt ?? ''),
    ...shown.map((each) => textIn(each, 'value')),
  ];
}

/** Category 0 is the front page of the store. */
function isIn(query: Query, assortment: Assortment): RowTest<Row> | undefined {
  const asked = query.list('category') ?? query.list('categories');
  if (asked === undefined) return undefined;
  const whole = query.flag('includeProductsFromSubcategories') === true;
  const wanted = new Set(whole ? asked.flatMap((id) => subtreeOf(assortment, id)) : asked);
  const front = wanted.has('0');
  return (row) =>
    categoryIdsOf(row).some((id) => wanted.has(id)) || (front && numberIn(row.fields, 'showOnFrontpage') > 0);
}

export function categoryIdsOf({ fields }: Row): string[] {
  return Array.isArray(fields.categoryIds) ? fields.categoryIds.map(String) : [];
}

function hasTaxes(asked: string[] | undefined): RowTest<Row> | undefined {
  if (asked === undefined) return undefined;
  return ({ fields }) => {
    const { enabledManualTaxes } = taxIn(fields);
    const ids = Array.isArray(enabledManualTaxes) ? enabledManualTaxes.map(String) : [];
    return asked.includes('none') ? ids.length === 0 : ids.some((id) => asked.includes(id));
  };
}

/** `attribute_{Name}=v1,v2` and `option_{Name}=v1,v2`: any of them. */
function ofChoice(parameter: string, query: Query, assortment: Assortment): RowTest<Row> | undefined {
  const [, kind, name = ''] = /^(attribute|option)_(.+)$/.exec(parameter) ?? [];
  if (kind === undefined) return undefined;
  return isAmong(query.list(parameter), (row) => {
    if (kind === 'option') {
      return row.options.filter((option) => option.name === name).flatMap(choicesOf);
    }
    const productClass = assortment.productClass(String(row.fields.productClassId ?? 0));
    const values = valuesOnWire(row.values, productClass).filter((each) => each.name === name);
    return values.map((each) => textIn(each, 'value'));
  });
}

function isInStock(row: Row): boolean {
  const stocks = [row.fields, ...row.combinations.map((each) => stockOf(row, each))];
  return stocks.some((each) => each.unlimited === true || numberIn(each, 'quantity') > 0);
}

function isOnSale({ fields }: Row): boolean {
  return numberIn(fields, 'compareToPrice') > numberIn(fields, 'price');
}

function isEnabled({ fields }: Row): boolean {
  return fields.enabled !== false;
}

function taxIn({ tax }: JsonObject): JsonObject {
  return isObject(tax) ? tax : {};
}

function priceOf({ fields }: Row): number {
  return numberIn(fields, 'price');
}

/** The API knows whole seconds only. */
function createdAt(row: Row): number {
  return wholeSecond(row.createdAt);
}

function updatedAt(row: Row): number {
  return wholeSecond(row.updatedAt);
}
