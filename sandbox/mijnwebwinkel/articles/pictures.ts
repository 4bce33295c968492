/** Pictures of articles: fetched from an address, or sent as base64 (sheet 7.3). */
import { bytesFrom } from '../../kit/catalogue/base64.ts';
import { PictureFiles } from '../../kit/catalogue/picture-files.ts';
import { isPicture } from '../../kit/catalogue/pictures.ts';
import { isObject, type JsonObject, numberIn, objectsIn, textIn } from '../../kit/json.ts';
import type { Deliver } from '../../kit/stand-in.ts';
import type { Assortment } from '../assortment.ts';
import { invalid } from '../refusal.ts';
import type { Article, ArticleImage } from './article.ts';

const maxImages = 15;

export class Pictures extends PictureFiles {
  readonly #deliver: Deliver;
  readonly #assortment: Assortment;

  constructor(deliver: Deliver, assortment: Assortment) {
    super();
    this.#deliver = deliver;
    this.#assortment = assortment;
  }

  /** The images that a body names, the whole set: by `id` those that stay, by `url` new ones, which are fetched. */
  async imagesFrom(before: readonly ArticleImage[], sent: readonly JsonObject[]): Promise<ArticleImage[]> {
    if (sent.length > maxImages) throw invalid(`images: At most ${maxImages}.`);
    const images: ArticleImage[] = [];
    for (const [index, each] of sent.entries()) {
      const position = each.position === undefined ? index + 1 : numberIn(each, 'position');
      if (position < 1 || position > maxImages) throw invalid(`images.position: From 1 to ${maxImages}.`);
      const kept = before.find(({ id }) => id === each.id);
      if (each.id !== undefined && kept === undefined) throw invalid('images.id: The image is unknown.');
      const image = kept ?? (await this.#fetched(textIn(each, 'url')));
      images.push({ ...image, position });
    }
    return images.sort((one, other) => one.position - other.position);
  }

  /** Throws 422 for what is no picture. */
  sent(fileName: string, base64: string, position: number): ArticleImage {
    try {
      return { ...this.#taken(bytesFrom(base64), 'image/png', fileName), position };
    } catch (error) {
      // `atob` throws this for what is not base64.
      if (error instanceof DOMException) throw invalid('content: The content is not base64.');
      throw error;
    }
  }

  async #fetched(url: string): Promise<ArticleImage> {
    if (!/^https?:\/\/\S+$/.test(url)) throw invalid('images.url: This value is not a valid URL.');
    const name = url.split(/[?#]/)[0]?.split('/').at(-1) ?? '';
    if (!this.#assortment.settings().fetchesPictures) return this.#named(name);
    const answer = await this.#deliver(new Request(url)).catch(() => null);
    if (answer?.ok !== true) throw invalid('images.url: The image can not be fetched.');
    const mediaType = answer.headers.get('Content-Type') ?? 'image/png';
    return this.#taken(new Uint8Array(await answer.arrayBuffer()), mediaType, name);
  }

  #taken(bytes: Uint8Array, mediaType: string, name: string): ArticleImage {
    if (!isPicture(bytes)) throw invalid('images: The file is not an image.');
    const image = this.#named(name);
    this.keep(image.file, bytes, mediaType);
    return image;
  }

  #named(originalName: string): ArticleImage {
    const id = this.#assortment.newUuid();
    return { id, position: 1, originalName, file: `${id}.png` };
  }
}

/** `uploadImage`: one more picture, at its place; what stood there moves on. */
export function withUpload(pictures: Pictures, article: Article, body: JsonObject): ArticleImage[] {
  if (article.images.length >= maxImages) throw invalid(`images: At most ${maxImages}.`);
  const content = textIn(body, 'content');
  if (content === '') throw invalid('content: This value is required.');
  const position = typeof body.position === 'number' ? body.position : article.images.length + 1;
  const image = pictures.sent(textIn(body, 'filename'), content, position);
  return article.images.toSpliced(Math.max(0, position - 1), 0, image).map(placed);
}

export function placed(image: ArticleImage, index: number): ArticleImage {
  return { ...image, position: index + 1 };
}

/** What of a body names images; undefined where it names none. */
export function imagesIn({ images }: JsonObject): JsonObject[] | undefined {
  return Array.isArray(images) ? objectsIn(images).filter(isObject) : undefined;
}
