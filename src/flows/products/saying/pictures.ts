import type { PictureDraft, ProductTraits } from '../../../connectors/contract/products.ts';
import type { Picture, Product } from '../../../records/product.ts';
import type { ProductsSettings } from '../settings.ts';

const endings = ['jpg', 'jpeg', 'png', 'gif', 'webp', 'avif'];

/** Returns the pictures that the target is to have, the main one first; null where the source does not tell, or the target has no room for any. */
export async function picturesFor(
  { images: wanted }: ProductsSettings,
  { maxPictures = Number.POSITIVE_INFINITY, picturesByAddress }: ProductTraits,
  { id, images }: Product,
): Promise<readonly PictureDraft[] | null> {
  if (images === undefined || wanted === 'none' || maxPictures === 0) return null;
  const sorted = [...images].sort((a, b) => a.position - b.position);
  const known = new Map(sorted.map((picture) => [picture.version, picture]));
  const sent = [...known.values()].slice(0, wanted === 'first' ? 1 : maxPictures);
  return Promise.all(
    sent.map(async (picture, position) => ({
      ...picture,
      position,
      fileName: picturesByAddress ? picture.url.trim() : await fileNameOf(id, picture),
    })),
  );
}

/** The same picture of the same product has the same name: an upload whose answer was lost is found again by it. */
async function fileNameOf(product: string, { version, url }: Picture): Promise<string> {
  const found = /\.([a-z]+)(?:[?#]|$)/i.exec(url)?.[1]?.toLowerCase() ?? '';
  const name = `${await pictureMark(product)}${await digested(`${product}\n${version}`, 12)}`;
  return `${name}.${endings.includes(found) ? found : 'jpg'}`;
}

/** How the names begin that Koppel gives to the pictures of a product of the source. */
export async function pictureMark(product: string): Promise<string> {
  return digested(product, 10);
}

async function digested(text: string, length: number): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return [...hash]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .slice(0, length);
}
