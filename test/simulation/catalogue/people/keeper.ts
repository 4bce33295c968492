import { z } from 'zod';
import type { ProductView } from '../../../../sandbox/kit/catalogue/merchandise.ts';
import type { Sandbox } from '../../../../sandbox/sandbox.ts';
import { done, Levers } from '../../world/levers.ts';
import { type ShopName, variantSkuIn } from '../shops.ts';
import { type Counts, type Till, tills } from './tills.ts';

const made = z.object({ id: z.string() });

interface CategoryView {
  readonly id: string;
  readonly name: string;
  readonly parent: string | null;
}

/** Whoever runs a shop, at work on its pages. */
export class Keeper {
  readonly #levers: Levers;
  readonly #till: Till;

  constructor(
    private readonly sandbox: Sandbox,
    readonly system: ShopName,
  ) {
    this.#levers = new Levers(sandbox, system);
    this.#till = tills[system];
  }

  /** Whether variants have SKUs that somebody gives them; else they go by the product's, and their options. */
  get givesVariantSkus(): boolean {
    return variantSkuIn(this.system) === undefined;
  }

  get nestsCategories(): boolean {
    return this.#till.nestsCategories;
  }

  async fill(plan: object): Promise<void> {
    await this.#pull('POST', '/catalogue', { kind: 'generated', sold: 0, categories: 3, ...plan });
  }

  /** All products but those that are variants of another one. */
  async products(): Promise<readonly ProductView[]> {
    const listed = await this.#listed();
    const variants = new Set(
      listed.flatMap((each) => each.variants.filter(isListedIn(listed)).map(({ id }) => id)),
    );
    return listed.filter(({ id }) => !variants.has(id));
  }

  /** Nothing is sold here any more. */
  async clear(): Promise<void> {
    for (const product of await this.products()) await this.remove(product);
    for (const { id } of (await this.categories()).toReversed()) await this.removeCategory(id);
  }

  /** What comes to the numbers that the pages show, where all that is on the shelf counts, or what can be sold. */
  beside(quantity: 'available' | 'onHand'): Counts {
    const { open, showsShelf } = this.#till;
    if (open === null || showsShelf === (quantity === 'onHand')) return new Map();
    const counts = open(this.sandbox.systems[this.system].state());
    return new Map([...counts].map(([sku, pieces]) => [sku, showsShelf ? -pieces : pieces]));
  }

  async add(product: object): Promise<void> {
    await this.#pull('POST', '/products', product);
  }

  async edit(id: string, changes: object): Promise<void> {
    await this.#pull('PATCH', `/products/${id}`, changes);
  }

  /** With its variants, where these are products of their own. Where what was sold cannot be taken away it stays. */
  async remove({ id, variants }: ProductView): Promise<void> {
    const own = variants.filter(isListedIn(await this.#listed()));
    for (const each of own) await this.removeVariant(id, each.id);
    const answer = await this.#levers.try('DELETE', `/products/${id}`);
    if (answer.status !== 409) await done(`${this.system} DELETE ${id}`, answer);
  }

  /** Of a product whose variants are not there yet Magento keeps no level. */
  async setStock(sku: string, pieces: number): Promise<void> {
    const answer = await this.#levers.try('PUT', `/stock/${encodeURIComponent(sku)}`, { pieces });
    if (answer.status !== 404) await done(`${this.system} ${sku}`, answer);
  }

  async addVariant(id: string, variant: object): Promise<void> {
    await this.#pull('POST', `/products/${id}/variants`, variant);
  }

  async editVariant(id: string, variant: string, changes: object): Promise<void> {
    await this.#pull('PATCH', `/products/${id}/variants/${variant}`, changes);
  }

  async removeVariant(id: string, variant: string): Promise<void> {
    await this.#pull('DELETE', `/products/${id}/variants/${variant}`);
  }

  async addPicture(id: string, picture: object): Promise<void> {
    await this.#pull('POST', `/products/${id}/pictures`, picture);
  }

  async removePicture(id: string, place: number): Promise<void> {
    await this.#pull('DELETE', `/products/${id}/pictures/${place}`);
  }

  async categories(): Promise<readonly CategoryView[]> {
    const { items } = (await this.#pull('GET', '/categories')) as { items: readonly CategoryView[] };
    return items;
  }

  async addCategory(category: object): Promise<string> {
    return made.parse(await this.#pull('POST', '/categories', category)).id;
  }

  async editCategory(id: string, changes: object): Promise<void> {
    await this.#pull('PATCH', `/categories/${id}`, changes);
  }

  async removeCategory(id: string): Promise<void> {
    await this.#pull('DELETE', `/categories/${id}`);
  }

  /** Somebody buys one product, or a variant of it. */
  async sell(product: ProductView, sku: string, pieces: number): Promise<void> {
    await this.#pull('POST', '/sales', this.#till.saleOf({ product, sku, pieces }));
  }

  async #listed(): Promise<readonly ProductView[]> {
    const { items } = (await this.#pull('GET', '/catalogue')) as { items: readonly ProductView[] };
    const variantSku = variantSkuIn(this.system);
    if (variantSku === undefined) return items;
    return items.map((each) => ({
      ...each,
      variants: each.variants.map((variant) => ({
        ...variant,
        sku: each.sku === null ? null : variantSku(each.sku, variant.options),
      })),
    }));
  }

  async #pull(method: string, path: string, body?: object): Promise<unknown> {
    const answer = await this.#levers.pull(method, path, body);
    return answer.status === 204 ? null : answer.json();
  }
}

/** Whether a variant is a product as well. */
function isListedIn(listed: readonly ProductView[]) {
  const skus = new Map(listed.map(({ id, sku }) => [id, sku]));
  return ({ id, sku }: Pick<ProductView, 'id' | 'sku'>) => sku !== null && skus.get(id) === sku;
}
