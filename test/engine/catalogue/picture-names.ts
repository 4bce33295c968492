import { pictureOf } from '../../../sandbox/kit/catalogue/pictures.ts';
import { seedCatalogue } from '../../../sandbox/kit/catalogue/seed.ts';
import type { Sandbox } from '../../../sandbox/sandbox.ts';
import type { HeldPicture } from './held.ts';

/** Knows pictures by their bytes: which file the sandbox made these of, among those of the seed and `others`. */
export class PictureNames {
  readonly #names: Map<string, string>;

  constructor(others: readonly string[]) {
    const seeded = seedCatalogue.products.flatMap(({ pictures }) => pictures.map(({ fileName }) => fileName));
    this.#names = new Map([...seeded, ...others].map((name) => [keyOf(pictureOf(name)), name]));
  }

  /** Fetches them of a shop, as its buyers do. What shows none of the files goes by its address. */
  async shown(
    sandbox: Sandbox,
    system: string,
    pictures: readonly { readonly url: string; readonly alt: string }[],
  ): Promise<HeldPicture[]> {
    const held: HeldPicture[] = [];
    for (const { url, alt } of pictures) {
      const answer = await sandbox.handle(system, new Request(url));
      const bytes = new Uint8Array(await answer.arrayBuffer());
      held.push({ shows: this.#names.get(keyOf(bytes)) ?? url, alt });
    }
    return held;
  }
}

function keyOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
