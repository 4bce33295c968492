/**
 * Products that come over the API (sheets 6.6, 6.7). Taken for strict: texts beyond their length are refused, amounts are
 * kept to two decimals, `discount` is no more than `price`, `ordering_without_stock` takes no word but the one that is known,
 * and numbers need not be unique.
 */
import Big from 'big.js';
import { type Shape, together } from '../../kit/fields/shape.ts';
import { type JsonObject, numberIn, textIn, without } from '../../kit/json.ts';
import { wholeSecond } from '../../kit/time/timestamps.ts';
import type { Assortment, Named } from '../assortment.ts';
import { type FieldKind, flag, int, number, readBodyFields, text } from '../call/fields.ts';
import { coded, invalid, notFound } from '../refusal.ts';
import { percentageOf, tariffs } from '../shop-info/taxes.ts';
import type { Product } from './product.ts';

const shape: Shape<FieldKind> = together(
  text(`productnumber eannumber mpnnumber name shortdescription description taxtariff unit stocktype stocklocation
    ordering_without_stock brand condition maincategory subcategory meta_description meta_keywords page_title alias specs
    stock_delivery_type stock_delivery_standard show_order_button photo_size hide_without_category memo marktplaats_status
    marktplaats_price_type google_shopping_category`),
  flag(`active stockenabled no_index no_follow show_in_template show_on_beginpage show_on_facebook fixed_staggered_prices
    marktplaats_active is_included_for_export_feed`),
  int(`credit_points_custom brand_id condition_id color_id package_id supplier_id decimal_amount stock_delivery_number
    product_layout marktplaats_category_id`),
  number(`vatrate price discount purchaseprice container_deposit_price safety_deposit_price stock weight amount_sold
    minimal_order_amount marktplaats_cpc marktplaats_daily_budget marktplaats_total_budget`),
);

const lengths: Readonly<Record<string, number>> = {
  productnumber: 50,
  eannumber: 50,
  mpnnumber: 50,
  name: 200,
  shortdescription: 255,
  description: 65_536,
  stocklocation: 255,
};

const words: Readonly<Record<string, readonly string[]>> = {
  taxtariff: tariffs,
  ordering_without_stock: ['global_setting'],
  stock_delivery_type:
    'days weeks months quarters years outofstock temporarilysoldout ordered onrequest unknown'.split(' '),
  show_order_button: ['Y', 'QUOTATION', 'N'],
  photo_size: ['NONE', 'SMALL', 'BIG'],
  hide_without_category: ['YES', 'NO_DIRECTLINK', 'NO_SEARCHRESULTS'],
};

export function blankProduct({ world, settings }: Assortment): Product {
  const now = wholeSecond(world.now());
  return {
    id: 0,
    createdAt: now,
    modifiedAt: now,
    isActive: true,
    fields: { stockenabled: settings().countsStock },
    brandId: null,
    conditionId: null,
    supplierId: null,
    colorId: null,
    packageId: null,
    photos: [],
    values: [],
    combinations: [],
    links: [],
    groups: [],
    facts: [],
  };
}

export function createProduct(assortment: Assortment, body: JsonObject): Product {
  const settings = assortment.settings();
  const sent = readBodyFields(body, shape, settings, ['name', 'price', 'discount', 'package_id']);
  if (sent.taxtariff === undefined && sent.vatrate === undefined) throw invalid('taxtariff is required');
  const { productLimit } = settings;
  if (productLimit >= 0 && assortment.products.size >= productLimit) {
    throw coded('500.60', 'The product limit of the subscription is reached');
  }
  const made = withSent(assortment, blankProduct(assortment), sent);
  return assortment.add({ ...made, id: assortment.ids.next('product') });
}

export function changeProduct(assortment: Assortment, product: Product, body: JsonObject): Product {
  const settings = assortment.settings();
  const sent = readBodyFields(body, shape, settings);
  if (settings.multishopProducts.includes(textIn(product.fields, 'productnumber'))) {
    const locked = Object.keys(sent).find((name) => settings.multishopReadonly.includes(name));
    if (locked !== undefined) throw coded('500.70', `${locked} is managed by the multishop`);
  }
  return assortment.save(withSent(assortment, product, sent));
}

/** The product with what was sent, under the names of the API. Throws a `Refusal`. */
export function withSent(assortment: Assortment, product: Product, sent: JsonObject): Product {
  check(sent);
  const rate = sent.vatrate;
  const tariff = tariffs.find((each) => percentageOf(each, 'NL') === rate);
  if (rate !== undefined && tariff === undefined) throw invalid(`There is no tariff of ${rate} %`);
  const decimals = assortment.settings().priceDecimals;
  const amounts = ['price', 'discount', 'purchaseprice'].filter((name) => sent[name] !== undefined);
  const rounded = amounts.map((name) => [name, Number(Big(numberIn(sent, name)).toFixed(decimals))]);
  const own = without(sent, 'active', 'vatrate', 'brand', 'condition', ...references);
  const fields: JsonObject = {
    ...product.fields,
    ...(tariff === undefined ? {} : { taxtariff: tariff }),
    ...own,
    ...Object.fromEntries(rounded),
  };
  if (textIn(fields, 'name').trim() === '') throw invalid('name is empty');
  if (numberIn(fields, 'discount') > numberIn(fields, 'price')) throw invalid('discount is more than price');
  const given = (name: string, before: number | null) =>
    typeof sent[name] === 'number' ? sent[name] : before;
  const changed = {
    ...product,
    fields,
    isActive: typeof sent.active === 'boolean' ? sent.active : product.isActive,
    brandId: named(assortment, 'brands', sent.brand) ?? given('brand_id', product.brandId),
    conditionId:
      named(assortment, 'conditions', sent.condition) ?? given('condition_id', product.conditionId),
    supplierId: given('supplier_id', product.supplierId),
    colorId: given('color_id', product.colorId),
    packageId: given('package_id', product.packageId),
  };
  checkReferences(assortment, changed);
  return changed;
}

const references = ['brand_id', 'condition_id', 'supplier_id', 'color_id', 'package_id'];

function check(sent: JsonObject): void {
  for (const [name, length] of Object.entries(lengths)) {
    if (textIn(sent, name).length > length) throw invalid(`${name} has more than ${length} characters`);
  }
  for (const [name, known] of Object.entries(words)) {
    const word = sent[name];
    if (typeof word === 'string' && !known.includes(word)) throw invalid(`${name} does not know ${word}`);
  }
  const type = sent.stocktype;
  if (typeof type === 'string' && !/^(product|attribute)$/i.test(type))
    throw invalid(`stocktype does not know ${type}`);
  for (const name of ['price', 'discount', 'purchaseprice', 'weight']) {
    if (numberIn(sent, name) < 0) throw invalid(`${name} is below zero`);
  }
}

function checkReferences(assortment: Assortment, product: Product): void {
  const kept = [
    ['brands', product.brandId],
    ['conditions', product.conditionId],
    ['suppliers', product.supplierId],
    ['packages', product.packageId],
  ] as const;
  for (const [kind, id] of kept) if (id !== null && !assortment[kind].has(String(id))) throw notFound(kind);
  if (product.colorId !== null) throw notFound('colors');
}

/** By its name; made where there is none (sheet 6.7). */
function named(assortment: Assortment, kind: 'brands' | 'conditions', name: unknown): number | null {
  if (typeof name !== 'string' || name === '') return null;
  return nameIn(assortment, kind, name).id;
}

export function nameIn(assortment: Assortment, kind: 'brands' | 'conditions', name: string): Named {
  const known = assortment[kind].all().find((each) => each.name === name);
  if (known !== undefined) return known;
  const made = { id: assortment.ids.next('named'), name };
  assortment[kind].set(String(made.id), made);
  return made;
}
