import type { CcvSettings } from '../settings.ts';

export const apiPath = '/api/rest/v1';

/** Addresses within the shop (sheet 3.3). */
export class Links {
  /** `https://shop.example`, without a slash. */
  readonly root: string;
  readonly #slashes: CcvSettings['slashes'];

  constructor(root: string, slashes: CcvSettings['slashes']) {
    this.root = root.replace(/\/$/, '');
    this.#slashes = slashes;
  }

  /** Of a resource, as it names itself. */
  self(...path: readonly (string | number)[]): string {
    return this.#ending(this.#at(path), this.#slashes !== 'never');
  }

  /** Of a resource, as others name it; of a list below one. */
  to(...path: readonly (string | number)[]): string {
    return this.#ending(this.#at(path), this.#slashes === 'always');
  }

  /** As an object of its own, which is how most of them come. */
  ref(...path: readonly (string | number)[]): { href: string } {
    return { href: this.to(...path) };
  }

  #at(path: readonly (string | number)[]): string {
    return [`${this.root}${apiPath}`, ...path].join('/');
  }

  #ending(address: string, hasSlash: boolean): string {
    return hasSlash ? `${address}/` : address;
  }
}
