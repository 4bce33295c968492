/** Fills the shop with a catalogue, as if it had always been there: no events, found at once. */
import type { Catalogue, CatalogueProduct, CatalogueVariant } from '../../kit/catalogue/catalogue.ts';
import { gid } from '../ids.ts';
import { uploaded } from '../products/media.ts';
import { withPieces } from '../products/merchant.ts';
import type { Product, Variant } from '../products/product.ts';
import { emptyProduct, freeHandle } from '../products/product-fields.ts';
import { defaultOption, newVariant } from '../products/variant-input.ts';
import { publications, type Shop } from '../shop.ts';

const minuteMs = 60_000;
const everywhere = publications.map(({ id }) => id);

/** What was there before stays. Collections are flat: the path of a category becomes the title (sheet 7.6). */
export function fillWith(shop: Shop, { categories, products }: Catalogue): void {
  const now = shop.world.now();
  const ids = new Map<string, string>();
  const titles = new Map<string, string>();
  const handles = new Set(shop.products.all().map(({ handle }) => handle));
  for (const { key, parent, name, description, active } of categories) {
    const above = parent === null ? '' : (titles.get(parent) ?? '');
    const title = above === '' ? name : `${above} > ${name}`;
    const id = shop.newId('collection');
    titles.set(key, title);
    ids.set(key, id);
    shop.collections.seed(id, {
      ...{
        id,
        title,
        handle: freeHandle(title, (each) => shop.collections.all().some(({ handle }) => handle === each)),
      },
      ...{
        descriptionHtml: description,
        sortOrder: 'MANUAL',
        smartTag: null,
        seo: { title: null, description: null },
      },
      ...{ publications: active ? everywhere : [], updatedAt: now },
    });
  }
  for (const [index, given] of products.entries()) {
    // Changed one after the other, the last of them a minute ago.
    const at = now - minuteMs - (products.length - index) * 1000;
    const handle = freeHandle(given.name, (each) => handles.has(each));
    handles.add(handle);
    const product = productOf(shop, given, ids, handle, at);
    shop.products.seed(product.id, product);
    const facts = given.attributes.map(({ name, values }) => ({
      ...{
        id: shop.newId('part'),
        namespace: 'custom',
        key: freeHandle(name, () => false),
        type: 'single_line_text_field',
      },
      ...{ value: values.join(', '), createdAt: at, updatedAt: at },
    }));
    if (facts.length > 0) shop.metafields.set(gid('Product', product.id), facts);
  }
}

function productOf(
  shop: Shop,
  given: CatalogueProduct,
  collections: ReadonlyMap<string, string>,
  handle: string,
  at: number,
): Product {
  const { name, description, brand, active, options, variants, categories, pictures, vat } = given;
  const made =
    variants.length === 0
      ? [variantOf(shop, given, null, ['Default Title'], at)]
      : variants.map((each) =>
          variantOf(
            shop,
            given,
            each,
            options.map((option) => each.options[option.name] ?? ''),
            at,
          ),
        );
  return {
    ...emptyProduct(shop, shop.newId('product')),
    ...{
      title: name,
      handle,
      descriptionHtml: description,
      vendor: brand ?? 'De Theemeester',
      status: active ? 'ACTIVE' : 'DRAFT',
    },
    giftCard: vat === 'none' && given.key.startsWith('gift'),
    options:
      variants.length === 0
        ? [defaultOption(shop)]
        : options.map((option) => ({
            ...{ id: shop.newId('part'), name: option.name },
            values: option.values.map((value) => ({ id: shop.newId('part'), name: value })),
          })),
    variants: made,
    media: pictures.map(({ fileName, alt }) => uploaded(shop, fileName, alt, at)),
    collections: categories.flatMap((key) => collections.get(key) ?? []),
    publications: everywhere,
    ...{ createdAt: at, updatedAt: at },
  };
}

/** Shopify has no switch for a variant: one that is not active has nothing left. */
function variantOf(
  shop: Shop,
  product: CatalogueProduct,
  variant: CatalogueVariant | null,
  values: readonly string[],
  at: number,
): Variant {
  const weight = variant?.weightKg ?? product.weightKg;
  const pieces = variant === null ? product.pieces : variant.active ? variant.pieces : 0;
  const made = newVariant(shop, values, {
    ...{
      sku: variant === null ? product.sku : variant.sku,
      barcode: (variant === null ? product.gtin : variant.gtin) ?? null,
    },
    ...{
      price: variant?.price ?? product.price,
      compareAtPrice: product.listPrice ?? null,
      taxable: product.vat !== 'none',
    },
    ...{
      weight: { value: Number(weight ?? 0), unit: 'KILOGRAMS' },
      requiresShipping: product.vat !== 'none',
    },
    ...{ createdAt: at, updatedAt: at },
  });
  return withPieces(made, pieces, at);
}
