/** The scalars of a product, as mutations give them. */
import type { World } from '../../kit/stand-in.ts';
import { refused } from '../graphql/errors.ts';
import { idIn } from '../ids.ts';
import type { MetafieldInput } from '../metafields/metafield.ts';
import { uniqueTags } from '../orders/writes.ts';
import type { Shop } from '../shop.ts';
import type { Product } from './product.ts';

export interface ProductFields {
  readonly id?: string | null;
  readonly title?: string | null;
  readonly handle?: string | null;
  readonly descriptionHtml?: string | null;
  readonly vendor?: string | null;
  readonly productType?: string | null;
  readonly status?: Product['status'] | null;
  readonly tags?: readonly string[] | null;
  readonly giftCard?: boolean | null;
  readonly templateSuffix?: string | null;
  readonly seo?: { readonly title?: string | null; readonly description?: string | null } | null;
  readonly metafields?: readonly MetafieldInput[] | null;
}
export function emptyProduct(shop: Pick<Shop, 'newId'> & { readonly world: World }, id: string): Product {
  const now = shop.world.now();
  return {
    ...{
      id,
      title: '',
      handle: '',
      descriptionHtml: '',
      vendor: 'De Theemeester',
      productType: '',
      status: 'ACTIVE',
      tags: [],
    },
    ...{
      giftCard: false,
      templateSuffix: null,
      seo: { title: null, description: null },
      options: [],
      variants: [],
      media: [],
    },
    ...{ collections: [], publications: [], createdAt: now, updatedAt: now },
  };
}

/** The scalars; what is left out stays. */
export function productFields(
  shop: Shop,
  before: Product,
  given: ProductFields,
  field: string,
): Partial<Product> {
  const { title, handle, descriptionHtml, vendor, productType, status, tags, giftCard, templateSuffix, seo } =
    given;
  if (title === '') throw refused(`${field}.title`, "Title can't be blank", 'BLANK');
  if ((title?.length ?? 0) > 255)
    throw refused(`${field}.title`, 'Title is too long (maximum is 255 characters)', 'TOO_LONG');
  if (handle && shop.productsByHandle(handle).some(({ id }) => id !== before.id)) {
    throw refused(
      `${field}.handle`,
      `Handle '${handle}' already in use. Please provide a new handle.`,
      'HANDLE_NOT_UNIQUE',
    );
  }
  return {
    ...(title ? { title } : {}),
    handle:
      handle ||
      before.handle ||
      freeHandle(title ?? before.title, (each) => shop.productsByHandle(each).length > 0),
    ...(typeof descriptionHtml === 'string' ? { descriptionHtml: sanitised(descriptionHtml) } : {}),
    ...(typeof vendor === 'string' ? { vendor } : {}),
    ...(typeof productType === 'string' ? { productType } : {}),
    ...(status ? { status } : {}),
    ...(tags ? { tags: uniqueTags(tags) } : {}),
    ...(typeof giftCard === 'boolean' ? { giftCard } : {}),
    ...(templateSuffix === undefined ? {} : { templateSuffix }),
    ...(seo
      ? {
          seo: {
            title: seo.title ?? before.seo.title,
            description: seo.description ?? before.seo.description,
          },
        }
      : {}),
  };
}

/** Scripts do not survive. */
function sanitised(html: string): string {
  return html.replace(/<script\b[\s\S]*?<\/script>/gi, '');
}

/** Made of the title; a number behind it where it is taken. */
export function freeHandle(title: string, isTaken: (handle: string) => boolean): string {
  const plain = title.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const base = plain.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'product';
  let handle = base;
  for (let number = 1; isTaken(handle); number += 1) handle = `${base}-${number}`;
  return handle;
}

export function manualCollection(shop: Shop, id: string, field: string): string {
  const found = shop.collections.get(idIn('Collection', id) ?? '');
  if (found === undefined) throw refused(field, 'Collection does not exist', 'INVALID');
  if (found.smartTag !== null)
    throw refused(field, "Can't manually add products to a smart collection", 'INVALID');
  return found.id;
}
