/** MijnWebwinkel as its merchant has it, read over its own API. */
import Big from 'big.js';
import { z } from 'zod';
import { partnerToken, storeToken } from '../../../sandbox/mijnwebwinkel/settings.ts';
import type { Sandbox } from '../../../sandbox/sandbox.ts';
import { type HeldCatalogue, type HeldProduct, pathsOf } from './held.ts';
import type { PictureNames } from './picture-names.ts';

const address = 'https://api.myonlinestore.com/v1';
const pageSize = 100;

const extra = z.union([z.tuple([]).transform(() => ({})), z.record(z.string(), z.string())]);
const article = z.object({
  name: z.string(),
  sku: z.string(),
  description: z.string(),
  taxable: z.boolean(),
  price: z.object({ default: z.string(), action: z.string().nullable() }),
  stock: z.number().nullable(),
  extra: z.object({ visible: extra, invisible: extra }),
  categories: z.array(z.object({ category_id: z.number(), is_active: z.boolean() })),
  variants: z.array(z.unknown()),
  images: z.array(z.object({ position: z.string(), urls: z.object({ full: z.string() }) })),
});
const category = z.object({
  id: z.number(),
  parent_category_id: z.number().nullable(),
  hidden: z.boolean(),
  title: z.string(),
  content: z.string(),
});

/** What is told of VAT of an article is whether there is any: that is the standard rate here. */
const taxedRate = '21';

export class MijnwebwinkelShop {
  readonly #sandbox: Sandbox;

  constructor(sandbox: Sandbox) {
    this.#sandbox = sandbox;
  }

  async holds(names: PictureNames): Promise<HeldCatalogue> {
    const pages = await this.#list('/categories', category);
    const pathOf = pathsOf(
      pages.map(({ id, parent_category_id: parent, title: name }) => ({ id, parent, name })),
    );
    const products: HeldProduct[] = [];
    for (const each of await this.#list('/articles', article))
      products.push(await this.#held(each, pathOf, names));
    return {
      categories: pages.map(({ id, content, hidden }) => ({
        path: pathOf(id),
        description: content,
        active: !hidden,
      })),
      products,
    };
  }

  async #held(
    { price, extra: { visible, invisible }, ...each }: z.infer<typeof article>,
    pathOf: (id: number) => string,
    names: PictureNames,
  ): Promise<HeldProduct> {
    if (each.variants.length > 0) throw new Error(`${each.sku} has variants, and nobody could make them`);
    const images = each.images.toSorted((one, other) => Number(one.position) - Number(other.position));
    const pictures = await names.shown(
      this.#sandbox,
      'mijnwebwinkel',
      images.map(({ urls }) => ({ url: urls.full, alt: '' })),
    );
    const facts: Readonly<Record<string, string>> = { ...visible, ...invisible };
    return {
      sku: each.sku,
      name: each.name,
      description: each.description,
      shortDescription: '',
      price: Big(price.action ?? price.default).toFixed(2),
      listPrice: price.action === null ? null : price.default,
      active: each.categories.length === 0 || each.categories.some(({ is_active: isActive }) => isActive),
      gtin: facts.barcode ?? '',
      brand: '',
      origin: facts.Herkomst ?? '',
      weightKg: facts.weight === undefined ? '' : String(Number(facts.weight)),
      vatRate: each.taxable ? taxedRate : '0',
      categories: each.categories.map(({ category_id: id }) => pathOf(id)),
      pictures,
      options: [],
      variants: [],
      level: each.stock ?? 'uncounted',
    };
  }

  async #list<Row>(path: string, row: z.ZodType<Row>): Promise<readonly Row[]> {
    const rows: Row[] = [];
    for (;;) {
      const query = `token=${storeToken}&partner_token=${partnerToken}&limit=${pageSize}&offset=${rows.length}`;
      const response = await this.#sandbox.handle('mijnwebwinkel', new Request(`${address}${path}?${query}`));
      if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
      const page = z.array(row).parse(await response.json());
      rows.push(...page);
      if (page.length < pageSize) return rows;
    }
  }
}
