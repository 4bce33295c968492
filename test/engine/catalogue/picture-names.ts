import { pictureOf } from '../../../sandbox/kit/catalogue/pictures.ts';
import { seedCatalogue } from '../../../sandbox/kit/catalogue/seed.ts';

/** The file that the sandbox made these bytes of, among those of the seed and `others`; the address where it is none of them. */
export class PictureNames {
  readonly #names: Map<string, string>;

  constructor(others: readonly string[]) {
    const seeded = seedCatalogue.products.flatMap(({ pictures }) => pictures.map(({ fileName }) => fileName));
    this.#names = new Map([...seeded, ...others].map((name) => [keyOf(pictureOf(name)), name]));
  }

  async of(url: string, fetched: Promise<Response>): Promise<string> {
    const bytes = new Uint8Array(await (await fetched).arrayBuffer());
    return this.#names.get(keyOf(bytes)) ?? url;
  }
}

function keyOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
