import type { PictureDraft } from '../../../connectors/contract/products.ts';
import type { Picture, Product } from '../../../records/product.ts';
import type { ProductsSettings } from '../settings.ts';

const endings = ['jpg', 'jpeg', 'png', 'gif', 'webp', 'avif'];

/** Returns the pictures that the target is to have, the main one first; null where the source does not tell. */
export async function picturesFor(
  { images: wanted }: ProductsSettings,
  { id, images }: Product,
): Promise<readonly PictureDraft[] | null> {
  if (images === undefined || wanted === 'none') return null;
  const sorted = [...images].sort((a, b) => a.position - b.position);
  const known = new Map(sorted.map((picture) => [picture.version, picture]));
  const sent = [...known.values()].slice(0, wanted === 'first' ? 1 : undefined);
  return Promise.all(
    sent.map(async (picture, position) => ({
      ...picture,
      position,
      fileName: await fileNameOf(id, picture),
    })),
  );
}

/** The same picture of the same product has the same name: an upload whose answer was lost is found again by it. */
async function fileNameOf(product: string, { version, url }: Picture): Promise<string> {
  const text = new TextEncoder().encode(`${product}\n${version}`);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', text));
  const digest = [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const found = /\.([a-z]+)(?:[?#]|$)/i.exec(url)?.[1]?.toLowerCase() ?? '';
  return `${digest.slice(0, 20)}.${endings.includes(found) ? found : 'jpg'}`;
}
