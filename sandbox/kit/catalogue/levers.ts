import type { Hono } from 'hono';
import { z } from 'zod';
import { jsonBody } from '../lever-body.ts';
import { unlessRefused } from '../people/levers.ts';
import { money } from '../shop/sale-fields.ts';
import type { Catalogue, Pieces } from './catalogue.ts';
import { catalogueOf, cataloguePlan } from './generate.ts';

const pieces = z.union([z.number().int(), z.literal('unlimited')]);

/** What a system knows of a product, in words that all systems share. Null: there is none. */
const productEdit = z
  .strictObject({
    name: z.string().min(1),
    sku: z.string().nullable(),
    /** As the shop shows it: with VAT in a shop whose prices include it. */
    price: money,
    listPrice: money.nullable(),
    /** HTML. */
    description: z.string(),
    active: z.boolean(),
    /** Ids of categories, all of them. */
    categories: z.array(z.string()),
  })
  .partial();

const newVariant = z.strictObject({
  sku: z.string().nullable().default(null),
  /** A value of every option, by the option's name. A value that is new becomes one of the option. */
  options: z.record(z.string(), z.string().min(1)),
  price: money.optional(),
  pieces: pieces.default(0),
});

/** `options` renames: the variant's value of an option becomes another word. */
const variantEdit = z
  .strictObject({
    sku: z.string().nullable(),
    price: money,
    options: z.record(z.string(), z.string().min(1)),
  })
  .partial();

const newPicture = z.strictObject({
  /** The picture is made of its name: another name is another picture. */
  fileName: z.string().regex(/^[\w.-]+$/),
  alt: z.string().default(''),
  /** The picture that gives way, counted from 0; a further one when left out. */
  replaces: z.number().int().nonnegative().optional(),
});

const newCategory = z.strictObject({
  name: z.string().min(1),
  /** Null: at the top. */
  parent: z.string().nullable().default(null),
  description: z.string().default(''),
  active: z.boolean().default(true),
});

const categoryEdit = z
  .strictObject({ name: z.string().min(1), parent: z.string().nullable(), active: z.boolean() })
  .partial();

export type ProductEdit = z.infer<typeof productEdit>;
export type NewVariant = z.infer<typeof newVariant>;
export type VariantEdit = z.infer<typeof variantEdit>;
export type NewPicture = z.infer<typeof newPicture>;
export type NewCategory = z.infer<typeof newCategory>;
export type CategoryEdit = z.infer<typeof categoryEdit>;

export interface VariantView {
  readonly id: string;
  readonly sku: string | null;
  readonly options: Readonly<Record<string, string>>;
  readonly price: string;
  readonly pieces: Pieces;
}

export interface ProductView {
  readonly id: string;
  readonly sku: string | null;
  readonly name: string;
  readonly price: string;
  readonly listPrice: string | null;
  readonly description: string;
  readonly active: boolean;
  readonly categories: readonly string[];
  /** Addresses, the main one first. */
  readonly pictures: readonly string[];
  readonly variants: readonly VariantView[];
  readonly pieces: Pieces;
}

export interface CategoryView {
  readonly id: string;
  readonly name: string;
  readonly parent: string | null;
  readonly active: boolean;
}

/** What a merchant does to the catalogue by hand. Everything throws a `Refusal` where the system would not let them. */
export interface Merchandise {
  /** As if all of it had always been there. */
  readonly fill: (catalogue: Catalogue) => void;
  /** Ids of products that have the SKU, or a variant that has it. */
  readonly withSku: (sku: string) => readonly string[];
  readonly view: (id: string) => ProductView;
  /** What is left out stays; null takes away. */
  readonly edit: (id: string, changes: ProductEdit) => void;
  readonly remove: (id: string) => void;
  /** Sets the pieces of every product and variant with that SKU; how many there were. */
  readonly setStock: (sku: string, pieces: Pieces) => number;
  readonly addVariant: (id: string, variant: NewVariant) => string;
  readonly editVariant: (id: string, variant: string, changes: VariantEdit) => void;
  readonly removeVariant: (id: string, variant: string) => void;
  readonly addPicture: (id: string, picture: NewPicture) => void;
  /** By its place, counted from 0. */
  readonly removePicture: (id: string, place: number) => void;
  readonly categories: () => readonly CategoryView[];
  readonly addCategory: (category: NewCategory) => string;
  readonly editCategory: (id: string, changes: CategoryEdit) => void;
  readonly removeCategory: (id: string) => void;
}

/** The levers for what a merchant does to the catalogue, under the same names in every system. */
export function addCatalogueLevers(app: Hono, shop: Merchandise): void {
  app.post('/catalogue', async (context) => {
    const catalogue = catalogueOf(cataloguePlan.parse(await jsonBody(context)));
    shop.fill(catalogue);
    const { products, categories } = catalogue;
    return context.json({ products: products.length, categories: categories.length }, 201);
  });
  addProductLevers(app, shop);
  addVariantLevers(app, shop);
  addCategoryLevers(app, shop);
}

function addProductLevers(app: Hono, shop: Merchandise): void {
  app.get('/products', (context) =>
    unlessRefused(context, async () => context.json({ ids: shop.withSku(context.req.query('sku') ?? '') })),
  );
  app.get('/products/:id', (context) =>
    unlessRefused(context, async () => context.json(shop.view(context.req.param('id')))),
  );
  app.patch('/products/:id', (context) =>
    unlessRefused(context, async () => {
      const id = context.req.param('id');
      shop.edit(id, productEdit.parse(await jsonBody(context)));
      return context.json(shop.view(id));
    }),
  );
  app.delete('/products/:id', (context) =>
    unlessRefused(context, async () => {
      shop.remove(context.req.param('id'));
      return context.body(null, 204);
    }),
  );
  app.put('/stock/:sku', (context) =>
    unlessRefused(context, async () => {
      const given = z.strictObject({ pieces }).parse(await jsonBody(context));
      const changed = shop.setStock(context.req.param('sku'), given.pieces);
      return changed === 0 ? context.notFound() : context.json({ changed });
    }),
  );
  app.post('/products/:id/pictures', (context) =>
    unlessRefused(context, async () => {
      const id = context.req.param('id');
      shop.addPicture(id, newPicture.parse(await jsonBody(context)));
      return context.json({ pictures: shop.view(id).pictures }, 201);
    }),
  );
  app.delete('/products/:id/pictures/:place', (context) =>
    unlessRefused(context, async () => {
      shop.removePicture(context.req.param('id'), Number(context.req.param('place')));
      return context.body(null, 204);
    }),
  );
}

function addVariantLevers(app: Hono, shop: Merchandise): void {
  app.post('/products/:id/variants', (context) =>
    unlessRefused(context, async () => {
      const variant = newVariant.parse(await jsonBody(context));
      return context.json({ id: shop.addVariant(context.req.param('id'), variant) }, 201);
    }),
  );
  app.patch('/products/:id/variants/:variant', (context) =>
    unlessRefused(context, async () => {
      const { id, variant } = context.req.param();
      shop.editVariant(id, variant, variantEdit.parse(await jsonBody(context)));
      return context.json(shop.view(id));
    }),
  );
  app.delete('/products/:id/variants/:variant', (context) =>
    unlessRefused(context, async () => {
      const { id, variant } = context.req.param();
      shop.removeVariant(id, variant);
      return context.body(null, 204);
    }),
  );
}

function addCategoryLevers(app: Hono, shop: Merchandise): void {
  app.get('/categories', (context) => context.json({ items: shop.categories() }));
  app.post('/categories', (context) =>
    unlessRefused(context, async () => {
      const category = newCategory.parse(await jsonBody(context));
      return context.json({ id: shop.addCategory(category) }, 201);
    }),
  );
  app.patch('/categories/:id', (context) =>
    unlessRefused(context, async () => {
      const id = context.req.param('id');
      shop.editCategory(id, categoryEdit.parse(await jsonBody(context)));
      return context.json(shop.categories().find((each) => each.id === id) ?? {});
    }),
  );
  app.delete('/categories/:id', (context) =>
    unlessRefused(context, async () => {
      shop.removeCategory(context.req.param('id'));
      return context.body(null, 204);
    }),
  );
}
