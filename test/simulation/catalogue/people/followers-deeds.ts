import type { ProductView } from '../../../../sandbox/kit/catalogue/merchandise.ts';
import { whole } from '../../../../sandbox/kit/random.ts';
import type { Catalogue } from '../catalogue.ts';
import { asKeptThere, counterpartOf } from '../counterparts.ts';
import { groupsVariants, mostPictures } from '../shops.ts';

const minuteMs = 60_000;
const mostPieces = 60;

/** Something that the merchant put into a product of the follower, and that is to stay. */
export interface Addition {
  readonly product: string;
  readonly what: string;
  readonly isThere: (product: ProductView) => boolean;
}

/** What is done by hand in the shop that follows. */
export class FollowersDeeds {
  readonly additions: Addition[] = [];
  /** SKUs whose level somebody set here. */
  readonly handled = new Set<string>();
  #count = 0;
  readonly #catalogue: Catalogue;

  constructor(catalogue: Catalogue) {
    this.#catalogue = catalogue;
  }

  async act(): Promise<void> {
    const { clock, scenario } = this.#catalogue;
    const isLevel = !scenario.flows.includes('products') || clock.random() < 0.4;
    return isLevel ? this.#setLevel() : this.#addSomething();
  }

  async #setLevel(): Promise<void> {
    const { follower, trace } = this.#catalogue;
    const product = this.#one(await follower.products());
    const sku = product === undefined ? null : (this.#one(product.variants) ?? product).sku;
    if (sku === null) return;
    const pieces = this.#whole(0, mostPieces);
    trace(() => `in ${follower.system}: ${sku} is set to ${pieces} by hand`);
    this.handled.add(sku);
    await follower.setStock(sku, pieces);
    await this.#catalogue.noteFollower();
  }

  /** Where Koppel writes a whole list just now, what is added to it is lost: no system takes that otherwise. */
  async #addSomething(): Promise<void> {
    const { clock, follower, master, trace } = this.#catalogue;
    while (this.#catalogue.isBusy) {
      if (this.#catalogue.isCalm) return;
      await clock.sleep(minuteMs);
    }
    // What is half made yet is nobody's to work on: Magento has variants before it has their product.
    const whole = (await master.products()).flatMap((each) =>
      asKeptThere(each, groupsVariants(follower.system)),
    );
    const product = this.#one(
      (await follower.products()).filter((each) => counterpartOf(each, whole) !== undefined),
    );
    if (product === undefined) return;
    // Where there is no room for one more, it takes the place of what is there: of the only one nobody can mistake that for another of Koppel's.
    const most = mostPictures(follower.system);
    const additions = [
      ...(product.pictures.length < most || most === 1 ? [() => this.#addPicture(product)] : []),
      () => this.#addCategory(product),
      () => this.#describe(product),
    ];
    if (product.variants.length > 0) additions.push(() => this.#addVariant(product));
    const addition = await this.#one(additions)?.();
    if (addition === undefined) return;
    trace(() => `in ${follower.system}: ${addition.what} is added to ${product.id} ${product.sku}`);
    this.additions.push(addition);
    await this.#catalogue.noteFollower();
  }

  async #addPicture(before: ProductView): Promise<Addition> {
    const { follower } = this.#catalogue;
    const { id, pictures } = before;
    await follower.addPicture(id, { fileName: `eigen-${++this.#count}.png`, alt: 'Eigen' });
    const after = (await follower.products()).find((each) => each.id === id) ?? before;
    const own = after.pictures.find((each) => !pictures.includes(each)) ?? '';
    // One that somebody put there before may have gone by it.
    const replaced = this.additions.findIndex(
      ({ product, what, isThere }) =>
        product === id && what.startsWith('the picture') && isThere(before) && !isThere(after),
    );
    if (replaced >= 0) this.additions.splice(replaced, 1);
    return { product: id, what: `the picture ${own}`, isThere: (now) => now.pictures.includes(own) };
  }

  async #addCategory({ id, categories }: ProductView): Promise<Addition> {
    const { follower } = this.#catalogue;
    const category = await follower.addCategory({ name: `Eigen ${++this.#count}` });
    await follower.edit(id, { categories: [...categories, category] });
    return {
      product: id,
      what: `the category ${category}`,
      isThere: (now) => now.categories.includes(category),
    };
  }

  async #describe({ id }: ProductView): Promise<Addition> {
    const description = `<p>Eigen tekst ${++this.#count}</p>`;
    // The last text counts.
    const earlier = this.additions.findIndex(({ product, what }) => product === id && what === 'a text');
    if (earlier >= 0) this.additions.splice(earlier, 1);
    await this.#catalogue.follower.edit(id, { description });
    return { product: id, what: 'a text', isThere: (now) => now.description === description };
  }

  async #addVariant({ id, variants: [like] }: ProductView): Promise<Addition> {
    const { follower } = this.#catalogue;
    const number = ++this.#count;
    const value = `EIGEN${number}`;
    const options = Object.fromEntries(Object.keys(like?.options ?? {}).map((name) => [name, value]));
    const sku = follower.givesVariantSkus ? { sku: `EIGEN-${number}` } : {};
    await follower.addVariant(id, { ...sku, options, pieces: 5 });
    return {
      product: id,
      what: `the variant ${value}`,
      isThere: (now) => now.variants.some((each) => Object.values(each.options).includes(value)),
    };
  }

  #whole(from: number, to: number): number {
    return whole(() => this.#catalogue.clock.random(), from, to);
  }

  #one<T>(all: readonly T[]): T | undefined {
    return all.length === 0 ? undefined : all[this.#whole(0, all.length - 1)];
  }
}
