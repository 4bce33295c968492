import type { Hono } from 'hono';
import { z } from 'zod';
import { jsonBody } from '../lever-body.ts';
import { unlessRefused } from '../people/levers.ts';
import { catalogueOf, cataloguePlan } from './generate.ts';
import {
  categoryEdit,
  type Merchandise,
  newCategory,
  newPicture,
  newProduct,
  newVariant,
  pieces,
  productEdit,
  variantEdit,
} from './merchandise.ts';

/** The levers for what a merchant does to the catalogue, under the same names in every system. */
export function addCatalogueLevers(app: Hono, shop: Merchandise): void {
  app.post('/catalogue', async (context) => {
    const catalogue = catalogueOf(cataloguePlan.parse(await jsonBody(context)));
    shop.fill(catalogue);
    const { products, categories } = catalogue;
    return context.json({ products: products.length, categories: categories.length }, 201);
  });
  app.get('/catalogue', (context) => context.json({ items: shop.all() }));
  addProductLevers(app, shop);
  addVariantLevers(app, shop);
  addCategoryLevers(app, shop);
}

function addProductLevers(app: Hono, shop: Merchandise): void {
  app.get('/products', (context) =>
    unlessRefused(context, async () => context.json({ ids: shop.withSku(context.req.query('sku') ?? '') })),
  );
  app.post('/products', (context) =>
    unlessRefused(context, async () => {
      const id = shop.add(newProduct.parse(await jsonBody(context)));
      return context.json({ id }, 201);
    }),
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
