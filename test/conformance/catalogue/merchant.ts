import { z } from 'zod';
import { type Candidate, Played } from '../played.ts';

const category = z.object({
  id: z.string(),
  name: z.string(),
  parent: z.string().nullable(),
  active: z.boolean(),
});

const seen = z.object({
  id: z.string(),
  sku: z.string().nullable(),
  name: z.string(),
  price: z.string(),
  listPrice: z.string().nullable(),
  description: z.string(),
  active: z.boolean(),
  categories: z.array(z.string()),
  pictures: z.array(z.string()),
  variants: z.array(
    z.object({
      id: z.string(),
      sku: z.string().nullable(),
      options: z.record(z.string(), z.string()),
      price: z.string(),
      pieces: z.union([z.number(), z.literal('unlimited')]),
    }),
  ),
  pieces: z.union([z.number(), z.literal('unlimited')]),
});

type Seen = z.infer<typeof seen>;

/** What the merchant sees and does by hand, over the levers that all stand-ins with a catalogue have. */
export class Merchant {
  constructor(private readonly played: Played) {}

  /** The catalogue of the shop that all stand-ins play. */
  async fill(): Promise<void> {
    await this.#pull('POST', '/catalogue', { kind: 'seed' });
  }

  /** The only product that has the SKU, or a variant with it. */
  async product(sku: string): Promise<Seen> {
    const [id = '', ...others] = await this.ids(sku);
    if (id === '' || others.length > 0) throw new Error(`${sku} is of ${others.length + 1} products`);
    return this.view(id);
  }

  async ids(sku: string): Promise<readonly string[]> {
    const answer = await this.#pull('GET', `/products?sku=${encodeURIComponent(sku)}`);
    return z.object({ ids: z.array(z.string()) }).parse(answer).ids;
  }

  /** The same, where the SKU is written just so: a system may take others for it. */
  async idsExactly(sku: string): Promise<readonly string[]> {
    const seen = await Promise.all((await this.ids(sku)).map((id) => this.view(id)));
    const isIt = (each: Seen) => [each, ...each.variants].some((owner) => owner.sku === sku);
    return seen.filter(isIt).map(({ id }) => id);
  }

  async view(id: string): Promise<Seen> {
    return seen.parse(await this.#pull('GET', `/products/${encodeURIComponent(id)}`));
  }

  async edit(id: string, changes: object): Promise<void> {
    await this.#pull('PATCH', `/products/${encodeURIComponent(id)}`, changes);
  }

  async remove(id: string): Promise<void> {
    await this.#pull('DELETE', `/products/${encodeURIComponent(id)}`);
  }

  async addVariant(id: string, variant: object): Promise<void> {
    await this.#pull('POST', `/products/${encodeURIComponent(id)}/variants`, variant);
  }

  async addPicture(id: string, fileName: string): Promise<void> {
    await this.#pull('POST', `/products/${encodeURIComponent(id)}/pictures`, { fileName });
  }

  async setStock(sku: string, pieces: number | 'unlimited'): Promise<void> {
    await this.#pull('PUT', `/stock/${encodeURIComponent(sku)}`, { pieces });
  }

  async categories(): Promise<readonly z.infer<typeof category>[]> {
    return z.object({ items: z.array(category) }).parse(await this.#pull('GET', '/categories')).items;
  }

  /** The id of one by its name, also where that has the names above it before it. */
  async category(name: string): Promise<string> {
    const isIt = (each: { readonly name: string }) => each.name === name || each.name.endsWith(` > ${name}`);
    return (await this.categories()).find(isIt)?.id ?? '';
  }

  async addCategory(name: string, parent: string | null = null): Promise<string> {
    const answer = await this.#pull('POST', '/categories', { name, parent, description: `<p>${name}</p>` });
    return z.object({ id: z.string() }).parse(answer).id;
  }

  async editCategory(id: string, changes: object): Promise<void> {
    await this.#pull('PATCH', `/categories/${encodeURIComponent(id)}`, changes);
  }

  async removeCategory(id: string): Promise<void> {
    await this.#pull('DELETE', `/categories/${encodeURIComponent(id)}`);
  }

  async #pull(method: string, path: string, body?: object): Promise<unknown> {
    const { sandbox, candidate } = this.played;
    const control = sandbox.standIn(candidate.connector.id)?.control();
    const answer = await control?.request(path, {
      method,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    if (!answer?.ok) throw new Error(`${method} ${path}: ${answer?.status} ${await answer?.text()}`);
    return answer.status === 204 ? null : answer.json();
  }
}

/** A connector at work on a shop that sells something. */
export async function startShop(candidate: Candidate): Promise<Played> {
  const played = await Played.start(candidate);
  await new Merchant(played).fill();
  return played;
}
