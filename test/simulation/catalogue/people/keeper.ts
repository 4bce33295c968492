import { z } from 'zod';
import type { ProductView } from '../../../../sandbox/kit/catalogue/merchandise.ts';
import type { JsonObject } from '../../../../sandbox/kit/json.ts';
import type { Sandbox } from '../../../../sandbox/sandbox.ts';
import type { ShopName } from '../scenario.ts';

const made = z.object({ id: z.string() });

interface CategoryView {
  readonly id: string;
  readonly name: string;
  readonly parent: string | null;
}

/** Whoever runs a shop, at work on its pages. */
export class Keeper {
  readonly #control: ReturnType<Sandbox['systems'][ShopName]['control']>;

  constructor(
    private readonly sandbox: Sandbox,
    readonly system: ShopName,
  ) {
    this.#control = sandbox.systems[system].control();
  }

  async fill(plan: object): Promise<void> {
    await this.#pull('POST', '/catalogue', { kind: 'generated', sold: 0, categories: 3, ...plan });
  }

  /** All products but those that are variants of another one. */
  async products(): Promise<readonly ProductView[]> {
    const { items: views } = (await this.#pull('GET', '/catalogue')) as { items: readonly ProductView[] };
    const variants = new Set(
      this.system === 'ecwid' ? [] : views.flatMap((each) => each.variants.map(({ id }) => id)),
    );
    return views.filter(({ id }) => !variants.has(id));
  }

  /** Nothing is sold here any more. */
  async clear(): Promise<void> {
    for (const product of await this.products()) await this.remove(product);
    for (const { id } of (await this.categories()).toReversed()) await this.removeCategory(id);
  }

  /** Pieces that are sold and not sent yet, by SKU. */
  reserved(): ReadonlyMap<string, number> {
    const found = new Map<string, number>();
    for (const { sku, quantity } of this.#state().reservations ?? [])
      found.set(String(sku), (found.get(String(sku)) ?? 0) - Number(quantity));
    return found;
  }

  async add(product: object): Promise<void> {
    await this.#pull('POST', '/products', product);
  }

  async edit(id: string, changes: object): Promise<void> {
    await this.#pull('PATCH', `/products/${id}`, changes);
  }

  /** With its variants, which Magento keeps as products of their own. */
  async remove({ id, variants }: ProductView): Promise<void> {
    if (this.system === 'magento') for (const each of variants) await this.removeVariant(id, each.id);
    await this.#pull('DELETE', `/products/${id}`);
  }

  /** Of a product whose variants are not there yet Magento keeps no level. */
  async setStock(sku: string, pieces: number): Promise<void> {
    await this.#pull('PUT', `/stock/${encodeURIComponent(sku)}`, { pieces }, true);
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
    const quantity = String(pieces);
    await this.#pull(
      'POST',
      '/sales',
      this.system === 'ecwid' ? ecwidSale(product, sku, quantity) : magentoSale(sku, quantity),
    );
  }

  #state(): { readonly reservations?: readonly JsonObject[] } {
    return this.sandbox.systems[this.system].state() as never;
  }

  async #pull(method: string, path: string, body?: object, mayMiss = false): Promise<unknown> {
    const answer = await this.#control.request(path, {
      method,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    if (mayMiss && answer.status === 404) return null;
    if (!answer.ok)
      throw new Error(`${this.system} ${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.status === 204 ? null : answer.json();
  }
}

const email = 'buyer@example.com';

function ecwidSale(product: ProductView, sku: string, quantity: string): object {
  const variant = product.variants.find((each) => each.sku === sku);
  const options = Object.entries(variant?.options ?? {}).map(([name, value]) => ({ name, value }));
  return {
    buyer: {
      name: 'Noor de Wit',
      street: 'Dorpsstraat 1',
      postalCode: '1234 AB',
      city: 'Utrecht',
      country: 'NL',
      email,
    },
    basket: {
      lines: [
        {
          productId: Number(product.id),
          sku,
          name: product.name,
          price: product.price,
          quantity,
          rate: '21',
          options,
        },
      ],
    },
  };
}

function magentoSale(sku: string, quantity: string): object {
  return {
    buyer: {
      firstname: 'Noor',
      lastname: 'de Wit',
      street: ['Dorpsstraat 1'],
      postcode: '1234 AB',
      city: 'Utrecht',
      country: 'NL',
      telephone: '0301234567',
      email,
      account: false,
    },
    basket: { lines: [{ sku, quantity }] },
    deeds: [{ invoice: true }],
  };
}
