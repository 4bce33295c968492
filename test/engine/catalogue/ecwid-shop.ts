/** Ecwid as its merchant has it, read over its own API. */
import { z } from 'zod';
import { secretToken, storeId } from '../../../sandbox/ecwid/settings.ts';
import type { Sandbox } from '../../../sandbox/sandbox.ts';
import { type HeldCatalogue, type HeldLevel, type HeldProduct, pathsOf } from './held.ts';
import type { PictureNames } from './picture-names.ts';

const address = `https://app.ecwid.com/api/v3/${storeId}`;
const pageSize = 100;

const values = z.array(z.object({ name: z.string(), type: z.string(), value: z.string() })).default([]);
const stock = { unlimited: z.boolean(), quantity: z.number().optional() };
const product = z.object({
  id: z.number(),
  sku: z.string().default(''),
  name: z.string(),
  description: z.string().default(''),
  subtitle: z.string().default(''),
  price: z.number(),
  compareToPrice: z.number().optional(),
  enabled: z.boolean(),
  weight: z.number().optional(),
  tax: z.object({ taxable: z.boolean(), defaultLocationIncludedTaxRate: z.number() }),
  categoryIds: z.array(z.number()),
  attributes: values,
  options: z.array(z.object({ name: z.string(), choices: z.array(z.object({ text: z.string() })) })),
  media: z.object({
    images: z.array(
      z.object({
        isMain: z.boolean(),
        orderBy: z.number(),
        imageOriginalUrl: z.string(),
        alt: z.object({ main: z.string().default('') }),
      }),
    ),
  }),
  combinations: z.array(
    z.object({
      sku: z.string().default(''),
      options: z.array(z.object({ name: z.string(), value: z.string() })),
      defaultDisplayedPrice: z.number(),
      compareToPrice: z.number().optional(),
      weight: z.number().optional(),
      attributes: values,
      ...stock,
    }),
  ),
  ...stock,
});
const category = z.object({
  id: z.number(),
  parentId: z.number().default(0),
  name: z.string(),
  description: z.string().default(''),
  enabled: z.boolean(),
});

type Product = z.infer<typeof product>;

export class EcwidShop {
  readonly #sandbox: Sandbox;

  constructor(sandbox: Sandbox) {
    this.#sandbox = sandbox;
  }

  async holds(names: PictureNames): Promise<HeldCatalogue> {
    const categories = await this.#list('/categories?hidden_categories=true', category);
    const pathOf = pathsOf(categories.map(({ id, parentId: parent, name }) => ({ id, parent, name })));
    const products: HeldProduct[] = [];
    for (const each of await this.#list('/products?', product)) {
      products.push(await this.#held(each, pathOf, names));
    }
    return {
      categories: categories.map(({ id, description, enabled }) => ({
        path: pathOf(id),
        description,
        active: enabled,
      })),
      products,
    };
  }

  async #held(each: Product, pathOf: (id: number) => string, names: PictureNames): Promise<HeldProduct> {
    const images = each.media.images.toSorted(
      (one, other) => Number(other.isMain) - Number(one.isMain) || one.orderBy - other.orderBy,
    );
    const pictures = await names.shown(
      this.#sandbox,
      'ecwid',
      images.map(({ imageOriginalUrl: url, alt }) => ({ url, alt: alt.main })),
    );
    return {
      sku: each.sku,
      name: each.name,
      description: each.description,
      shortDescription: each.subtitle,
      price: each.price.toFixed(2),
      listPrice: listPriceOf(each),
      active: each.enabled,
      gtin: ofType(each, 'UPC'),
      brand: ofType(each, 'BRAND'),
      origin: each.attributes.find(({ name }) => name === 'Herkomst')?.value ?? '',
      weightKg: weightOf(each),
      vatRate: String(each.tax.taxable ? each.tax.defaultLocationIncludedTaxRate : 0),
      categories: each.categoryIds.map(pathOf),
      pictures,
      options: each.options.map(({ name, choices }) => ({ name, values: choices.map(({ text }) => text) })),
      variants: each.combinations.map((variant) => ({
        sku: variant.sku,
        options: Object.fromEntries(variant.options.map(({ name, value }) => [name, value])),
        price: variant.defaultDisplayedPrice.toFixed(2),
        listPrice: listPriceOf(variant),
        gtin: ofType(variant, 'UPC'),
        weightKg: weightOf(variant),
        active: true,
        level: levelOf(variant),
      })),
      level: each.combinations.length > 0 ? null : levelOf(each),
    };
  }

  async #list<Row>(path: string, row: z.ZodType<Row>): Promise<readonly Row[]> {
    const rows: Row[] = [];
    const page = z.object({ total: z.number(), items: z.array(row) });
    for (;;) {
      const { total, items } = await this.ask('GET', `${path}&limit=${pageSize}&offset=${rows.length}`, page);
      rows.push(...items);
      if (rows.length >= total) return rows;
    }
  }

  /** What the merchant does, or sees. */
  async ask<Answer>(
    method: string,
    path: string,
    answer: z.ZodType<Answer>,
    body?: unknown,
  ): Promise<Answer> {
    const request = new Request(`${address}${path}`, {
      method,
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${secretToken}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const response = await this.#sandbox.handle('ecwid', request);
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return answer.parse(await response.json());
  }
}

function ofType({ attributes }: Pick<Product, 'attributes'>, type: string): string {
  return attributes.find((each) => each.type === type)?.value ?? '';
}

function listPriceOf({ compareToPrice }: { readonly compareToPrice?: number | undefined }): string | null {
  return compareToPrice === undefined || compareToPrice === 0 ? null : compareToPrice.toFixed(2);
}

function weightOf({ weight }: { readonly weight?: number | undefined }): string {
  return weight === undefined || weight === 0 ? '' : String(weight);
}

function levelOf({ unlimited, quantity = 0 }: Pick<Product, 'unlimited' | 'quantity'>): HeldLevel {
  return unlimited ? 'uncounted' : quantity;
}
