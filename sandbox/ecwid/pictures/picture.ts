import type { Json, JsonObject } from '../../kit/json.ts';
import { storeId } from '../settings.ts';

/** A picture of a product, a variation or a category. A new upload is a new file under a new address (sheet 8.5). */
export interface Picture {
  /** A number as text; that of a product's main picture is `0` when shown (sheet 4.6). */
  readonly id: string;
  readonly file: string;
  readonly alt: string;
  readonly alts?: JsonObject;
}

/** Where the file lies; `base` is the origin of the shop's pictures. */
export function addressOf({ file }: Picture, base: string): string {
  return `${base}/images/${storeId}/${encodeURIComponent(file)}`;
}

/** The addresses of a main picture, in the sizes that the API names (sheet 4.3). */
export function pictureFields(picture: Picture | null, base: string): JsonObject {
  if (picture === null) return {};
  const url = addressOf(picture, base);
  return {
    thumbnailUrl: sized(url, 400),
    imageUrl: sized(url, 1500),
    smallThumbnailUrl: sized(url, 160),
    hdThumbnailUrl: sized(url, 800),
    originalImageUrl: url,
    originalImage: { url, width: 4, height: 4 },
  };
}

export function mediaImage(picture: Picture, isMain: boolean, orderBy: number, base: string): JsonObject {
  const url = addressOf(picture, base);
  return {
    id: isMain ? '0' : picture.id,
    isMain,
    orderBy,
    image160pxUrl: sized(url, 160),
    image400pxUrl: sized(url, 400),
    image800pxUrl: sized(url, 800),
    image1500pxUrl: sized(url, 1500),
    imageOriginalUrl: url,
    alt: altOf(picture),
  };
}

export function galleryImage(picture: Picture, orderBy: number, base: string): JsonObject {
  const url = addressOf(picture, base);
  return {
    id: Number(picture.id),
    url,
    thumbnailUrl: sized(url, 400),
    originalImageUrl: url,
    imageUrl: sized(url, 1500),
    hdThumbnailUrl: sized(url, 800),
    smallThumbnailUrl: sized(url, 160),
    width: 4,
    height: 4,
    orderBy,
    ...(picture.alt === '' ? {} : { alt: picture.alt }),
  };
}

export function altOf({ alt, alts }: Picture): JsonObject {
  const translated: Json = alts ?? {};
  return alt === '' ? { translated } : { main: alt, translated };
}

/** The sandbox keeps one size only: every address gives the same bytes. */
function sized(url: string, pixels: number): string {
  return `${url}?size=${pixels}`;
}
