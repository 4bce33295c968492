/** What tells one picture of a product from another (sheet 8.5). */
import type { ImageWire, ProductWire } from './wire.ts';

/** As the shop shows them: the main one first. */
export function picturesOf({ media }: Pick<ProductWire, 'media'>): readonly ImageWire[] {
  const place = ({ isMain, orderBy }: ImageWire) => (isMain ? -1 : Number(orderBy ?? 0));
  return (media?.images ?? []).toSorted((a, b) => place(a) - place(b));
}

export function addressOf({ imageOriginalUrl, image1500pxUrl }: ImageWire): string | undefined {
  return imageOriginalUrl ?? image1500pxUrl;
}

/** The main picture keeps the id 0, whatever picture it is: then the file tells it, by the name that Ecwid gave it. */
export function pictureId(image: ImageWire): string {
  return image.id === '0' ? `0:${fileNameOf(image)}` : image.id;
}

/** The last part of its address. */
export function fileNameOf(image: ImageWire): string {
  return addressOf(image)?.split(/[?#]/)[0]?.split('/').at(-1) ?? '';
}
