import type { Kept } from '../store/kept.ts';
import { Records } from '../store/records.ts';
import { bytesFrom, textFrom } from './base64.ts';
import { pictureOf } from './pictures.ts';

/** Bytes that somebody sent. */
interface Upload {
  readonly mediaType: string;
  readonly base64: string;
}

/** The files of a shop's pictures, by name. Whatever was not kept is made of its name. */
export class PictureFiles implements Kept {
  readonly #uploads = new Records<Upload>();

  keep(file: string, bytes: Uint8Array, mediaType: string): void {
    this.#uploads.set(file, { mediaType, base64: textFrom(bytes) });
  }

  read(file: string): { bytes: Uint8Array<ArrayBuffer>; mediaType: string } {
    const upload = this.#uploads.get(file);
    if (upload === undefined) return { bytes: pictureOf(file), mediaType: 'image/png' };
    return { bytes: bytesFrom(upload.base64), mediaType: upload.mediaType };
  }

  snapshot(): [string, Upload][] {
    return this.#uploads.snapshot();
  }

  restore(uploads: [string, Upload][]): void {
    this.#uploads.restore(uploads);
  }

  clear(): void {
    this.#uploads.clear();
  }
}
