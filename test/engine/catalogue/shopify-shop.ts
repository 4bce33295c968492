/** Shopify as its merchant has it, read over its own API. */
import { z } from 'zod';
import type { Sandbox } from '../../../sandbox/sandbox.ts';
import { accessToken, shopDomain } from '../../../sandbox/shopify/settings.ts';
import { mainLocation, publications } from '../../../sandbox/shopify/shop.ts';
import { type HeldCatalogue, type HeldLevel, type HeldProduct, pathsOf } from './held.ts';
import type { PictureNames } from './picture-names.ts';

const address = `https://${shopDomain}/admin/api/2026-10/graphql.json`;

const channels = z.object({ count: z.number() });
const variant = z.object({
  sku: z.string().nullable(),
  barcode: z.string().nullable(),
  price: z.string(),
  compareAtPrice: z.string().nullable(),
  taxable: z.boolean(),
  selectedOptions: z.array(z.object({ name: z.string(), value: z.string() })),
  inventoryItem: z.object({
    tracked: z.boolean(),
    measurement: z.object({ weight: z.object({ value: z.number(), unit: z.literal('KILOGRAMS') }) }),
    inventoryLevels: z.object({
      nodes: z.array(
        z.object({
          location: z.object({ legacyResourceId: z.string() }),
          quantities: z.array(z.object({ quantity: z.number() })),
        }),
      ),
    }),
  }),
});
const product = z.object({
  title: z.string(),
  descriptionHtml: z.string(),
  vendor: z.string(),
  status: z.string(),
  isGiftCard: z.boolean(),
  hasOnlyDefaultVariant: z.boolean(),
  origin: z.object({ value: z.string() }).nullable(),
  channels,
  options: z.array(z.object({ name: z.string(), values: z.array(z.string()) })),
  variants: z.object({ nodes: z.array(variant) }),
  media: z.object({
    nodes: z.array(z.object({ alt: z.string().nullable(), image: z.object({ url: z.string() }) })),
  }),
  collections: z.object({ nodes: z.array(z.object({ id: z.string() })) }),
});
const collection = z.object({
  id: z.string(),
  legacyResourceId: z.string(),
  title: z.string(),
  descriptionHtml: z.string(),
  parent: z.object({ value: z.string() }).nullable(),
  channels,
});

/** A page of a list is answered as `list`. */
const productPages = `query($after: String) { list: products(first: 50, after: $after) {
  pageInfo { hasNextPage endCursor }
  nodes {
    title descriptionHtml vendor status isGiftCard hasOnlyDefaultVariant
    origin: metafield(namespace: "custom", key: "herkomst") { value }
    channels: resourcePublicationsCount { count }
    options { name values }
    variants(first: 100) { nodes {
      sku barcode price compareAtPrice taxable selectedOptions { name value }
      inventoryItem { tracked measurement { weight { value unit } } inventoryLevels(first: 10) {
        nodes { location { legacyResourceId } quantities(names: ["available"]) { quantity } }
      } }
    } }
    media(first: 50) { nodes { alt ... on MediaImage { image { url } } } }
    collections(first: 50) { nodes { id } }
  }
} }`;
const collectionPages = `query($after: String) { list: collections(first: 100, after: $after) {
  pageInfo { hasNextPage endCursor }
  nodes {
    id legacyResourceId title descriptionHtml
    parent: metafield(namespace: "$app:koppel", key: "parent") { value }
    channels: resourcePublicationsCount { count }
  }
} }`;

type Product = z.infer<typeof product>;
type Variant = z.infer<typeof variant>;

export class ShopifyShop {
  readonly #sandbox: Sandbox;

  constructor(sandbox: Sandbox) {
    this.#sandbox = sandbox;
  }

  async holds(names: PictureNames): Promise<HeldCatalogue> {
    // What the merchant looks at costs Koppel none of its points.
    const shopify = this.#sandbox.standIn('shopify');
    shopify?.change({ limits: false });
    const collections = await this.#list(collectionPages, collection);
    const products = await this.#list(productPages, product);
    shopify?.change({ limits: true });
    const pathOf = pathsOf(
      collections.map(({ legacyResourceId: id, parent, title: name }) => ({
        ...{ id, parent: parent?.value ?? null, name },
      })),
    );
    const paths = new Map(collections.map(({ id, legacyResourceId }) => [id, pathOf(legacyResourceId)]));
    const held: HeldProduct[] = [];
    for (const each of products) held.push(await this.#held(each, paths, names));
    return {
      categories: collections.map(({ id, descriptionHtml: description, channels: shown }) => ({
        ...{ path: paths.get(id) ?? '', description, active: isShown(shown) },
      })),
      products: held,
    };
  }

  async #held(each: Product, paths: ReadonlyMap<string, string>, names: PictureNames): Promise<HeldProduct> {
    const variants = each.variants.nodes;
    const [first] = variants;
    if (first === undefined) throw new Error(`${each.title} has no variant`);
    if (!isShown(each.channels)) throw new Error(`${each.title} is shown in no channel`);
    const only = each.hasOnlyDefaultVariant ? first : null;
    const rates = new Set(variants.map(({ taxable }) => (taxable ? taxedRate : '0')));
    return {
      sku: only?.sku ?? '',
      name: each.title,
      description: each.descriptionHtml,
      shortDescription: '',
      ...(only === null ? { price: null, listPrice: null } : pricesOf(only)),
      active: each.status === 'ACTIVE',
      gtin: only?.barcode ?? '',
      brand: each.vendor,
      origin: each.origin?.value ?? '',
      weightKg: only === null ? '' : weightOf(only),
      vatRate: [...rates].join(' and '),
      categories: each.collections.nodes.map(({ id }) => paths.get(id) ?? id),
      pictures: await names.shown(
        this.#sandbox,
        'shopify',
        each.media.nodes.map(({ alt, image: { url } }) => ({ url, alt: alt ?? '' })),
      ),
      options: only === null ? each.options : [],
      variants: only === null ? variants.map((one) => heldVariant(one, each)) : [],
      level: only === null ? null : levelOf(only),
    };
  }

  async #list<Row>(query: string, row: z.ZodType<Row>): Promise<readonly Row[]> {
    const rows: Row[] = [];
    const answer = z.object({
      data: z.object({
        list: z.object({
          pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
          nodes: z.array(row),
        }),
      }),
    });
    for (let after: string | null = null; ; ) {
      const request = new Request(address, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-Shopify-Access-Token': accessToken },
        body: JSON.stringify({ query, variables: { after } }),
      });
      const response = await this.#sandbox.handle('shopify', request);
      const { pageInfo, nodes } = answer.parse(await response.json()).data.list;
      rows.push(...nodes);
      if (!pageInfo.hasNextPage) return rows;
      after = pageInfo.endCursor;
    }
  }
}

/** A product tells whether it is taxed, and not at which rate: that is the standard one here. */
const taxedRate = '21';

/** In every channel or in none. */
function isShown({ count }: z.infer<typeof channels>): boolean {
  if (count !== 0 && count !== publications.length) throw new Error(`shown in ${count} channels only`);
  return count > 0;
}

function heldVariant(variant: Variant, { status }: Product): HeldProduct['variants'][number] {
  return {
    sku: variant.sku ?? '',
    options: Object.fromEntries(variant.selectedOptions.map(({ name, value }) => [name, value])),
    ...pricesOf(variant),
    gtin: variant.barcode ?? '',
    weightKg: weightOf(variant),
    active: status === 'ACTIVE',
    level: levelOf(variant),
  };
}

function pricesOf({ price, compareAtPrice }: Variant): { price: string; listPrice: string | null } {
  return { price, listPrice: compareAtPrice };
}

function weightOf({ inventoryItem }: Variant): string {
  const { value } = inventoryItem.measurement.weight;
  return value === 0 ? '' : String(value);
}

/** All of it lies at one place. */
function levelOf({ sku, inventoryItem: { tracked, inventoryLevels } }: Variant): HeldLevel {
  if (!tracked) return 'uncounted';
  const [level, ...others] = inventoryLevels.nodes;
  if (level?.location.legacyResourceId !== mainLocation || others.length > 0)
    throw new Error(`${sku} lies at ${inventoryLevels.nodes.length} places`);
  return level.quantities[0]?.quantity ?? null;
}
