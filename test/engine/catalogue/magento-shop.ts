/** Magento as its merchant has it: attributes made, and everything read, over its own API with the admin's token. */
import Big from 'big.js';
import { z } from 'zod';
import { adminPassword, adminUsername } from '../../../sandbox/magento/settings.ts';
import type { Sandbox } from '../../../sandbox/sandbox.ts';
import { type HeldCatalogue, type HeldProduct, pathsOf } from './held.ts';
import type { PictureNames } from './picture-names.ts';

const address = 'https://shop.example.com';
const attributeSet = 4;
const attributeGroup = 7;
const rates: Readonly<Record<string, number>> = { '2': 21, '4': 9, '5': 0 };

const product = z.object({
  id: z.number(),
  sku: z.string(),
  name: z.string(),
  price: z.number(),
  status: z.number(),
  visibility: z.number(),
  type_id: z.string(),
  weight: z.number().optional(),
  extension_attributes: z.object({
    category_links: z.array(z.object({ category_id: z.string() })).default([]),
    stock_item: z.object({ manage_stock: z.boolean() }),
    configurable_product_options: z
      .array(z.object({ attribute_id: z.string(), values: z.array(z.object({ value_index: z.number() })) }))
      .default([]),
    configurable_product_links: z.array(z.number()).default([]),
  }),
  media_gallery_entries: z.array(
    z.object({
      label: z.string().nullable(),
      position: z.number(),
      types: z.array(z.string()),
      file: z.string(),
    }),
  ),
  custom_attributes: z.array(z.object({ attribute_code: z.string(), value: z.unknown() })),
});
const attribute = z.object({
  attribute_id: z.number(),
  attribute_code: z.string(),
  default_frontend_label: z.string(),
  options: z.array(z.object({ label: z.string(), value: z.string() })).default([]),
});
const category = z.object({
  id: z.number(),
  parent_id: z.number(),
  name: z.string(),
  is_active: z.boolean(),
  level: z.number(),
  custom_attributes: z.array(z.object({ attribute_code: z.string(), value: z.unknown() })),
});
const item = z.object({ sku: z.string(), quantity: z.number() });

type Product = z.infer<typeof product>;

interface Words {
  readonly byId: ReadonlyMap<string, z.infer<typeof attribute>>;
  readonly byCode: ReadonlyMap<string, z.infer<typeof attribute>>;
  readonly paths: ReadonlyMap<string, string>;
  readonly quantities: ReadonlyMap<string, number>;
}

export class MagentoShop {
  readonly #sandbox: Sandbox;
  #token = '';

  constructor(sandbox: Sandbox) {
    this.#sandbox = sandbox;
  }

  async addAttribute(code: string, label: string, input: 'select' | 'text'): Promise<void> {
    const scope = input === 'select' ? 'global' : 'store';
    const made = { attribute_code: code, frontend_input: input, scope, default_frontend_label: label };
    await this.ask('POST', '/products/attributes', z.unknown(), { attribute: made });
    await this.ask('POST', '/products/attribute-sets/attributes', z.unknown(), {
      attributeSetId: attributeSet,
      attributeGroupId: attributeGroup,
      attributeCode: code,
      sortOrder: 10,
    });
  }

  async holds(names: PictureNames): Promise<HeldCatalogue> {
    const categories = await this.#list('/categories/list', category);
    const attributes = await this.#list('/products/attributes', attribute);
    const items = await this.#list('/inventory/source-items', item);
    const skus = await this.#list('/products', z.object({ sku: z.string() }));
    const products = new Map<number, Product>();
    for (const { sku } of skus) {
      const read = await this.ask('GET', `/products/${encodeURIComponent(sku)}`, product);
      products.set(read.id, read);
    }
    const own = categories.filter(({ level }) => level >= 2);
    const pathOf = pathsOf(own.map(({ id, parent_id: parent, name }) => ({ id, parent, name })));
    const words: Words = {
      byId: new Map(attributes.map((each) => [String(each.attribute_id), each])),
      byCode: new Map(attributes.map((each) => [each.attribute_code, each])),
      paths: new Map(own.map(({ id }) => [String(id), pathOf(id)])),
      quantities: new Map(items.map(({ sku, quantity }) => [sku, quantity])),
    };
    const children = new Set(
      [...products.values()].flatMap((each) => each.extension_attributes.configurable_product_links),
    );
    const held: HeldProduct[] = [];
    for (const each of products.values()) {
      if (!children.has(each.id)) held.push(await this.#held(each, products, words, names));
    }
    return {
      categories: own.map((each) => ({
        path: pathOf(each.id),
        description: customValue(each, 'description'),
        active: each.is_active,
      })),
      products: held,
    };
  }

  async #held(
    each: Product,
    products: ReadonlyMap<number, Product>,
    words: Words,
    names: PictureNames,
  ): Promise<HeldProduct> {
    const {
      category_links: links,
      configurable_product_options: options,
      configurable_product_links: ids,
    } = each.extension_attributes;
    const isGroup = each.type_id === 'configurable';
    const entries = each.media_gallery_entries.toSorted((one, other) => one.position - other.position);
    const pictures = await names.shown(
      this.#sandbox,
      'magento',
      entries.map(({ file, label }) => ({
        url: `${address}/media/catalog/product${file}`,
        alt: label ?? '',
      })),
    );
    const main = entries.findIndex(({ types }) =>
      ['image', 'small_image', 'thumbnail'].every((role) => types.includes(role)),
    );
    if (main > 0 || (main < 0 && entries.length > 0))
      throw new Error(`${each.sku} shows another picture first`);
    const optionOf = (id: string) => {
      const found = words.byId.get(id);
      if (found === undefined) throw new Error(`no attribute ${id}`);
      return found;
    };
    return {
      sku: each.sku,
      name: each.name,
      description: customValue(each, 'description'),
      shortDescription: customValue(each, 'short_description'),
      ...(isGroup ? { price: null, listPrice: null } : pricesOf(each)),
      active: each.status === 1,
      gtin: customValue(each, 'ean'),
      brand: chosen(each, 'manufacturer', words),
      origin: customValue(each, 'herkomst'),
      weightKg: each.weight === undefined ? '' : String(each.weight),
      vatRate: String(rateOf(each)),
      categories: links.map((link) => words.paths.get(link.category_id) ?? ''),
      pictures,
      options: options.map(({ attribute_id: id, values }) => ({
        name: optionOf(id).default_frontend_label,
        values: values.map(({ value_index: index }) => labelled(optionOf(id), String(index))),
      })),
      variants: ids.map((id) => {
        const child = products.get(id);
        if (child === undefined || child.visibility !== 1)
          throw new Error(`${each.sku} has a child that is none`);
        const own = options.map(({ attribute_id: one }) => optionOf(one));
        return {
          sku: child.sku,
          options: Object.fromEntries(
            own.map((option) => [option.default_frontend_label, chosen(child, option.attribute_code, words)]),
          ),
          ...pricesOf(child),
          gtin: customValue(child, 'ean'),
          weightKg: child.weight === undefined ? '' : String(child.weight),
          active: child.status === 1,
          level: levelOf(child, words),
        };
      }),
      level: isGroup ? null : levelOf(each, words),
    };
  }

  async #list<Row>(path: string, row: z.ZodType<Row>): Promise<readonly Row[]> {
    const answer = await this.ask(
      'GET',
      `${path}?searchCriteria[pageSize]=2000`,
      z.object({ items: z.array(row) }),
    );
    return answer.items;
  }

  /** What the merchant does for all views, or for one of them. */
  async ask<Answer>(
    method: string,
    path: string,
    answer: z.ZodType<Answer>,
    body?: unknown,
    view = 'all',
  ): Promise<Answer> {
    if (this.#token === '') {
      const login = { username: adminUsername, password: adminPassword };
      this.#token = await this.#send('POST', '/integration/admin/token', z.string(), login, 'all');
    }
    return this.#send(method, path, answer, body, view);
  }

  async #send<Answer>(
    method: string,
    path: string,
    answer: z.ZodType<Answer>,
    body: unknown,
    view: string,
  ): Promise<Answer> {
    const request = new Request(`${address}/rest/${view}/V1${path}`, {
      method,
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${this.#token}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const response = await this.#sandbox.handle('magento', request);
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return answer.parse(await response.json());
  }
}

function customValue({ custom_attributes: all }: Pick<Product, 'custom_attributes'>, code: string): string {
  return String(all.find(({ attribute_code: each }) => each === code)?.value ?? '');
}

function chosen(each: Product, code: string, { byCode }: Words): string {
  const value = customValue(each, code);
  const known = byCode.get(code);
  return value === '' || known === undefined ? '' : labelled(known, value);
}

function labelled({ options }: z.infer<typeof attribute>, value: string): string {
  return options.find((each) => each.value === value)?.label ?? '';
}

function rateOf(each: Product): number {
  const rate = rates[customValue(each, 'tax_class_id')];
  if (rate === undefined) throw new Error(`${each.sku} has no tax class`);
  return rate;
}

/** As shoppers see them: the catalogue is kept without VAT. */
function pricesOf(each: Product): { price: string; listPrice: string | null } {
  const shown = (price: string | number) =>
    Big(price)
      .times(Big(rateOf(each)).div(100).plus(1))
      .toFixed(2);
  const special = customValue(each, 'special_price');
  return special === ''
    ? { price: shown(each.price), listPrice: null }
    : { price: shown(special), listPrice: shown(each.price) };
}

function levelOf({ sku, extension_attributes: { stock_item: stock } }: Product, { quantities }: Words) {
  return stock.manage_stock ? (quantities.get(sku) ?? 0) : ('uncounted' as const);
}
