/** Twenty changes that a merchant makes at the source, each by a lever, and what the catalogue is afterwards. */
import { z } from 'zod';
import type {
  Catalogue,
  CatalogueProduct,
  CatalogueVariant,
} from '../../../sandbox/kit/catalogue/catalogue.ts';
import type { PlayedSystems } from '../../support/played-systems.ts';

/** A picture of the day, beside those of the seed. */
export const newPictures = ['lang-nieuw.png', 'vaas-sfeer.png'];

/** Of the category that moves, where a name is all that can tell of it. */
const movedTitle = 'Cadeaus > Boeken';

const seen = z.object({
  id: z.string(),
  variants: z.array(z.object({ id: z.string(), sku: z.string().nullable() })),
});
const ids = z.object({ ids: z.array(z.string()) });
const categories = z.object({ items: z.array(z.object({ id: z.string(), name: z.string() })) });

/** What sets a shop apart from others. */
export interface Ways {
  /** A picture that takes another one's place in the catalogue stands at the end. */
  readonly replacedGoesLast?: boolean;
  /** Variants have neither SKU nor price of their own: a price less is changed. */
  readonly bareVariants?: boolean;
  /** Categories have no parents: one that would get another gets a name that says so. */
  readonly flatCategories?: boolean;
  /** A product with variants has no SKU itself: it is known by those of its variants. */
  readonly groupsWithoutSku?: boolean;
}

/** `priceOf`: how the source's own pages state a price that shoppers see, by its VAT rate. */
export class MerchantDay {
  constructor(
    private readonly played: PlayedSystems,
    private readonly system: string,
    private readonly priceOf: (shown: string, vatRate: number) => string,
    private readonly ways: Ways = {},
  ) {}

  async pass(): Promise<void> {
    await this.#edit('AFR-1', { name: 'Theeglas dubbelwandig 0,3 l' });
    await this.#edit('GR-001', { name: 'Maatlepel roestvrij staal' });
    await this.#edit('WN-001', { price: this.priceOf('30.25', 21) });
    await this.#edit('GF-1', { price: this.priceOf('6.05', 21) });
    await this.#edit('ACTIE-1', { listPrice: null });
    await this.#edit('WN-002', { listPrice: this.priceOf('36.30', 21) });
    await this.#edit('OPM-1', { description: '<p>Over <em>zetten</em> &amp; schenken.</p>' });
    await this.#edit('KENM', { description: '<p>Eerste pluk.</p>' });
    await this.#edit('OVERAL', { sku: 'OVERAL-2025' });
    await this.#edit('WN-003', { sku: 'WN-003-N' });
    await this.#edit('NERGENS', { active: false });
    const jumper = await this.#product(this.ways.groupsWithoutSku ? 'TB-S' : 'TB');
    await this.#pull('POST', `/products/${jumper.id}/variants`, {
      ...(this.ways.bareVariants ? {} : { sku: 'TB-XXL' }),
      options: { Maat: 'XXL' },
      pieces: 7,
    });
    if (!this.ways.bareVariants) await this.#priceVariant();
    await this.#pull('POST', `/products/${(await this.#product('LANG-1')).id}/pictures`, {
      fileName: newPictures[0],
      alt: 'Theedoos open',
      replaces: 2,
    });
    await this.#pull('POST', `/products/${(await this.#product('WN-010')).id}/pictures`, {
      fileName: newPictures[1],
      alt: 'Vaas in de kamer',
    });
    await this.#pull('PATCH', `/categories/${await this.#category('Servies')}`, { name: 'Serviesgoed' });
    const moved = this.ways.flatCategories
      ? { name: movedTitle }
      : { parent: await this.#category('Cadeaus') };
    await this.#pull('PATCH', `/categories/${await this.#category('Boeken')}`, moved);
    await this.#pull('PUT', '/stock/ZEEF', { pieces: 3 });
    await this.#pull('PUT', '/stock/TB-S', { pieces: 9 });
    await this.#pull('PUT', '/stock/UIT-1', { pieces: 12 });
  }

  async #priceVariant(): Promise<void> {
    const matcha = await this.#product('PPV-100G');
    const tin = matcha.variants.find(({ sku }) => sku === 'PPV-100G');
    await this.#pull('PATCH', `/products/${matcha.id}/variants/${tin?.id}`, {
      price: this.priceOf('54.50', 9),
    });
  }

  async #edit(sku: string, changes: object): Promise<void> {
    await this.#pull('PATCH', `/products/${(await this.#product(sku)).id}`, changes);
  }

  async #product(sku: string): Promise<z.infer<typeof seen>> {
    const [id = ''] = ids.parse(await this.#pull('GET', `/products?sku=${encodeURIComponent(sku)}`)).ids;
    return seen.parse(await this.#pull('GET', `/products/${id}`));
  }

  async #category(name: string): Promise<string> {
    const { items } = categories.parse(await this.#pull('GET', '/categories'));
    return items.find((each) => each.name === name)?.id ?? '';
  }

  #pull(method: string, path: string, body?: unknown): Promise<unknown> {
    return this.played.control(this.system, method, path, body);
  }
}

export function afterTheDay({ categories: tree, products }: Catalogue, ways: Ways = {}): Catalogue {
  return {
    categories: tree.map((each) => {
      if (each.key === 'servies') return { ...each, name: 'Serviesgoed' };
      if (each.key !== 'boeken') return each;
      return ways.flatCategories ? { ...each, name: movedTitle } : { ...each, parent: 'cadeaus' };
    }),
    products: products.map((each) => ({ ...each, ...changesOf(each, ways) })),
  };
}

function changesOf(
  product: CatalogueProduct,
  { replacedGoesLast = false, bareVariants = false }: Ways,
): Partial<CatalogueProduct> {
  const { variants, pictures } = product;
  switch (product.sku) {
    case 'AFR-1':
      return { name: 'Theeglas dubbelwandig 0,3 l' };
    case 'GR-001':
      return { name: 'Maatlepel roestvrij staal' };
    case 'WN-001':
      return { price: '30.25' };
    case 'GF-1':
      return { price: '6.05' };
    case 'ACTIE-1':
      return { listPrice: '0.00' };
    case 'WN-002':
      return { listPrice: '36.30' };
    case 'OPM-1':
      return { description: '<p>Over <em>zetten</em> &amp; schenken.</p>' };
    case 'KENM':
      return { description: '<p>Eerste pluk.</p>' };
    case 'OVERAL':
      return { sku: 'OVERAL-2025' };
    case 'WN-003':
      return { sku: 'WN-003-N' };
    case 'NERGENS':
      return { active: false };
    case 'TB':
      return {
        options: product.options.map(({ name, values }) => ({ name, values: [...values, 'XXL'] })),
        variants: [
          ...variants.map((each) => (each.sku === 'TB-S' ? { ...each, pieces: 9 } : each)),
          { sku: 'TB-XXL', options: { Maat: 'XXL' }, active: true, pieces: 7 },
        ],
      };
    case 'PPV':
      return bareVariants ? {} : { variants: variants.map(withNewPrice) };
    case 'LANG-1':
      return { pictures: withOpenBox(pictures, replacedGoesLast) };
    case 'WN-010':
      return { pictures: [...pictures, { fileName: newPictures[1] ?? '', alt: 'Vaas in de kamer' }] };
    case 'ZEEF':
      return { pieces: 3 };
    case 'UIT-1':
      return { pieces: 12 };
    default:
      return {};
  }
}

function withOpenBox(
  pictures: CatalogueProduct['pictures'],
  goesLast: boolean,
): CatalogueProduct['pictures'] {
  const open = { fileName: newPictures[0] ?? '', alt: 'Theedoos open' };
  return goesLast ? [...pictures.toSpliced(2, 1), open] : pictures.toSpliced(2, 1, open);
}

function withNewPrice(variant: CatalogueVariant): CatalogueVariant {
  return variant.sku === 'PPV-100G' ? { ...variant, price: '54.50' } : variant;
}
