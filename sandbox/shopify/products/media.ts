import { refused } from '../graphql/errors.ts';
import { idIn } from '../ids.ts';
import type { Shop } from '../shop.ts';
import type { MediaImage } from './product.ts';

export interface FileInput {
  readonly id?: string | null;
  readonly originalSource?: string | null;
  readonly alt?: string | null;
  readonly filename?: string | null;
}

/** Where a merchant's own files lie: each is made of its name. */
const uploads = 'https://files.example.com/';

/** A picture that the merchant put into the shop. */
export function uploaded(shop: Shop, fileName: string, alt: string, at: number): MediaImage {
  return {
    ...{ id: shop.newId('media'), alt: alt || null, source: `${uploads}${fileName}` },
    ...{ mimeType: 'image/png', createdAt: at, failed: false },
  };
}

/** Where the shop fetched a picture; null of the merchant's own, and of what was taken away since. */
export function fetchedFrom(shop: Shop, id: string): string | null {
  const picture = shop.productsByMedia(id)[0]?.media.find((each) => each.id === id);
  return picture === undefined || picture.source.startsWith(uploads) ? null : picture.source;
}

/** A picture that the shop will fetch. The same address a second time makes a second picture (sheet 7.4). */
export function newMedia(
  shop: Shop,
  { originalSource, alt, filename }: FileInput,
  field: string,
): MediaImage {
  const source = originalSource ?? '';
  if (!URL.canParse(source)) throw refused(`${field}.originalSource`, 'Image URL is invalid', 'INVALID');
  return {
    id: shop.newId('media'),
    alt: alt || null,
    source,
    ...(filename ? { fileName: filename } : {}),
    mimeType: /\.jpe?g(\?|$)/i.test(source) ? 'image/jpeg' : 'image/png',
    createdAt: shop.world.now(),
    // Shopify fetches public addresses only.
    failed: !/^https?:/.test(source),
  };
}

/** The whole list: files that are named stay, others are made, what is not named goes. */
export function mediaFrom(
  shop: Shop,
  before: readonly MediaImage[],
  files: readonly FileInput[],
): MediaImage[] {
  return files.map((file, index) => {
    const field = `input.files.${index}`;
    if (!file.id) return newMedia(shop, file, field);
    const known = before.find(({ id }) => id === idIn('MediaImage', file.id));
    if (known === undefined) throw refused(`${field}.id`, 'File does not exist', 'INVALID');
    return file.alt === undefined ? known : { ...known, alt: file.alt || null };
  });
}
