/** Pictures that are sent or fetched, and those that are fetched later (sheet 4.8). */
import { isPicture } from '../../kit/catalogue/pictures.ts';
import { Refusal } from '../../kit/http/refusal.ts';
import type { Deliver, World } from '../../kit/stand-in.ts';
import { earliest, type Part } from '../../kit/store/kept.ts';
import { Store } from '../../kit/store/store.ts';
import type { Assortment } from '../assortment.ts';
import { refusal } from '../refusal.ts';
import { storeId } from '../settings.ts';
import type { Picture } from './picture.ts';
import { type Place, placePicture } from './place.ts';

const maxBytes = 20 * 1024 * 1024;

/** A picture that will be fetched. */
interface Waiting {
  readonly place: Place;
  readonly url: string;
  readonly alt: string;
  readonly base: string;
  readonly dueAt: number;
}

export class Pictures extends Store implements Part {
  readonly #waiting = this.cell<readonly Waiting[]>('waiting', []);
  readonly #assortment: Assortment;
  readonly #deliver: Deliver;

  constructor(world: World, deliver: Deliver, assortment: Assortment) {
    super(world, () => 0);
    this.#deliver = deliver;
    this.#assortment = assortment;
  }

  /** Takes in a file. Throws 422 for what is no picture, 400 for what is too large. */
  takeIn(bytes: Uint8Array, mediaType: string): Picture {
    if (!isPicture(bytes)) throw refusal(422, 'NOT_AN_IMAGE', 'The file is not an image');
    if (bytes.length > maxBytes) throw refusal(400, 'INCORRECT_IMAGE_SIZE', 'The image is larger than 20 MB');
    const picture = this.#next();
    this.#assortment.uploads.keep(picture.file, bytes, mediaType);
    return picture;
  }

  /** Fetches a picture. Throws 422 where there is none. */
  async fetch(url: string, base: string): Promise<Picture> {
    if (!/^https?:\/\/\S+$/.test(url)) throw wrongUrl();
    const own = `${base}/images/${storeId}/`;
    if (url.startsWith(own)) {
      const { bytes, mediaType } = this.read(decodeURIComponent(url.slice(own.length).split('?')[0] ?? ''));
      return this.takeIn(bytes, mediaType);
    }
    if (!this.#assortment.settings().fetchesPictures) return this.#next();
    const answer = await this.#deliver(new Request(url)).catch(() => null);
    if (answer?.ok !== true) throw wrongUrl();
    return this.takeIn(
      new Uint8Array(await answer.arrayBuffer()),
      answer.headers.get('Content-Type') ?? 'image/png',
    );
  }

  fetchLater(place: Place, url: string, alt: string, base: string): void {
    const dueAt = this.world.now() + this.#assortment.settings().asyncPictureMs;
    this.#waiting.value = [...this.#waiting.value, { place, url, alt, base, dueAt }];
  }

  /** The bytes of a file of the shop. */
  read(file: string): { bytes: Uint8Array<ArrayBuffer>; mediaType: string } {
    return this.#assortment.uploads.read(file);
  }

  nextDueAt(): number | null {
    return earliest(this.#waiting.value.map(({ dueAt }) => dueAt));
  }

  /** What cannot be fetched is dropped in silence: nobody asks for it any more. */
  async runDue(): Promise<void> {
    const now = this.world.now();
    const due = this.#waiting.value.filter(({ dueAt }) => dueAt <= now);
    this.#waiting.value = this.#waiting.value.filter((each) => !due.includes(each));
    for (const { place, url, alt, base } of due) {
      try {
        const picture = await this.fetch(url, base);
        placePicture(this.#assortment, place, { ...picture, alt });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
      }
    }
  }

  #next(): Picture {
    const id = String(this.#assortment.ids.next('pictureId'));
    return { id, file: `${id}.png`, alt: '' };
  }
}

export function wrongUrl(): Refusal {
  return refusal(422, 'WRONG_URL', 'The image can not be read from the URL');
}
