import type { ProductView } from '../../../../sandbox/kit/catalogue/merchandise.ts';
import { whole } from '../../../../sandbox/kit/random.ts';
import type { Catalogue } from '../catalogue.ts';

const secondMs = 1_000;
const mostPieces = 40;

/** What is done in the shop that the other one follows. */
export class MastersDeeds {
  /** SKUs that were given to another product or variant, or taken from one. */
  readonly moved = new Set<string>();
  /** SKUs that variants had before they were taken away or got another one. */
  readonly formerOfVariants = new Set<string>();
  /** Whether two products ever had, or wanted, one SKU. */
  hasSwapped = false;
  #count = 0;
  readonly #catalogue: Catalogue;

  constructor(catalogue: Catalogue) {
    this.#catalogue = catalogue;
  }

  async act(): Promise<void> {
    const deed = this.#one(this.#deeds());
    const { master, trace } = this.#catalogue;
    const product = this.#one(await master.products());
    if (deed === undefined || product === undefined) return;
    trace(() => `in ${master.system}: ${deed.name} of ${product.id} ${product.sku} ${product.name}`);
    await deed.work(product);
    await this.#catalogue.noteMaster();
  }

  /** A level of something. */
  async meddle(): Promise<void> {
    const { master, trace } = this.#catalogue;
    const product = this.#one(await master.products());
    if (product === undefined) return;
    trace(() => `in ${master.system}: a level of ${product.id} ${product.sku} meanwhile`);
    await this.#setLevel(product);
    await this.#catalogue.noteMaster();
  }

  #deeds(): readonly { readonly name: string; readonly work: (product: ProductView) => Promise<void> }[] {
    const { flows } = this.#catalogue.scenario;
    const levels = [
      { name: 'level', work: (product: ProductView) => this.#setLevel(product) },
      { name: 'level', work: (product: ProductView) => this.#setLevel(product) },
      { name: 'flurry', work: (product: ProductView) => this.#flurry(product) },
      { name: 'sale', work: (product: ProductView) => this.#sell(product) },
      { name: 'sale', work: (product: ProductView) => this.#sell(product) },
      { name: 'removal', work: (product: ProductView) => this.#remove(product) },
    ];
    if (!flows.includes('products')) return levels;
    const { master } = this.#catalogue;
    const products = [
      { name: 'name', work: ({ id }: ProductView) => master.edit(id, { name: `Artikel ${this.#next()}` }) },
      {
        name: 'price',
        work: ({ id }: ProductView) => master.edit(id, { price: `${this.#whole(1, 90)}.95` }),
      },
      { name: 'SKU', work: (product: ProductView) => this.#changeSku(product) },
      { name: 'swap', work: (product: ProductView) => this.#swap(product) },
      { name: 'variant', work: (product: ProductView) => this.#addVariant(product) },
      { name: 'variant gone', work: (product: ProductView) => this.#removeVariant(product) },
      { name: 'variant renamed', work: (product: ProductView) => this.#renameVariant(product) },
      { name: 'picture', work: ({ id }: ProductView) => master.addPicture(id, this.#picture()) },
      { name: 'picture changed', work: (product: ProductView) => this.#replacePicture(product) },
      { name: 'picture gone', work: (product: ProductView) => this.#removePicture(product) },
      { name: 'new', work: () => this.#add() },
    ];
    if (!flows.includes('categories')) return [...levels, ...products];
    return [
      ...levels,
      ...products,
      { name: 'category', work: (product: ProductView) => this.#addCategory(product) },
      { name: 'category renamed', work: () => this.#renameCategory() },
      { name: 'category moved', work: () => this.#moveCategory() },
      { name: 'category gone', work: () => this.#removeCategory() },
    ];
  }

  async #setLevel(product: ProductView): Promise<void> {
    const sku = this.#skuOf(product);
    if (sku !== null) await this.#catalogue.master.setStock(sku, this.#whole(0, mostPieces));
  }

  /** Ten changes within a second. */
  async #flurry(product: ProductView): Promise<void> {
    const { clock, trace } = this.#catalogue;
    const sku = this.#skuOf(product);
    if (sku === null) return;
    for (let change = 0; change < 10; change++) {
      await this.#catalogue.master.setStock(sku, this.#whole(0, mostPieces));
      await this.#catalogue.noteMaster();
      await clock.sleep(this.#whole(0, 200));
    }
    trace(() => `the flurry of ${sku} ends`);
  }

  async #sell(product: ProductView): Promise<void> {
    const [sku, pieces] = [this.#skuOf(product), this.#whole(1, 3)];
    if (sku !== null && product.active) await this.#catalogue.master.sell(product, sku, pieces);
  }

  async #remove(product: ProductView): Promise<void> {
    const { master } = this.#catalogue;
    if ((await master.products()).length <= 2) return;
    this.#hadVariants(product.variants);
    await master.remove(product);
  }

  async #add(): Promise<void> {
    const number = this.#next();
    const [name, sku] = [`Artikel ${number}`, `NIEUW-${number}`];
    await this.#catalogue.master.add({ name, sku, price: '12.95', pieces: this.#whole(0, mostPieces) });
  }

  async #changeSku(product: ProductView): Promise<void> {
    const { master } = this.#catalogue;
    const sku = `ANDERS-${this.#next()}`;
    const variant = this.#one(master.givesVariantSkus ? product.variants : []);
    await this.#renaming(() =>
      variant === undefined
        ? master.edit(product.id, { sku })
        : master.editVariant(product.id, variant.id, { sku }),
    );
  }

  /** Two products change their SKUs, by way of a third one. */
  async #swap(product: ProductView): Promise<void> {
    const { master, clock } = this.#catalogue;
    const simple = (await master.products()).filter(({ variants }) => variants.length === 0);
    const other = this.#one(simple.filter(({ id }) => id !== product.id));
    if (product.variants.length > 0 || other === undefined || product.sku === null || other.sku === null)
      return;
    this.hasSwapped = true;
    this.#hasMoved(product.sku, other.sku);
    const between = `TUSSEN-${this.#next()}`;
    this.#hasMoved(between);
    const steps = [
      [product.id, between],
      [other.id, product.sku],
      [product.id, other.sku],
    ] as const;
    for (const [id, sku] of steps) {
      const products = await master.products();
      // Somebody else may have taken it away meanwhile, or given its SKU to another one: shops refuse a second one of it.
      if (!products.some((each) => each.id === id)) return;
      if (products.some((each) => each.id !== id && each.sku === sku)) return;
      await master.edit(id, { sku });
      await this.#catalogue.noteMaster();
      await clock.sleep(this.#whole(0, 20) * secondMs);
    }
  }

  async #addVariant({ id, variants, sku }: ProductView): Promise<void> {
    const [like] = variants;
    if (like === undefined) return;
    const number = this.#next();
    const options = Object.fromEntries(Object.keys(like.options).map((name) => [name, `M${number}`]));
    const { master } = this.#catalogue;
    await master.addVariant(id, {
      ...(master.givesVariantSkus ? { sku: `${sku ?? like.sku}-${number}` } : {}),
      options,
      pieces: this.#whole(0, mostPieces),
    });
  }

  async #removeVariant({ id, variants }: ProductView): Promise<void> {
    const variant = this.#one(variants);
    if (variant === undefined || variants.length <= 1) return;
    this.#hadVariants([variant]);
    await this.#catalogue.master.removeVariant(id, variant.id);
  }

  async #renameVariant({ id, variants }: ProductView): Promise<void> {
    const variant = this.#one(variants);
    if (variant === undefined) return;
    const options = Object.fromEntries(
      Object.keys(variant.options).map((name) => [name, `M${this.#next()}`]),
    );
    await this.#renaming(() => this.#catalogue.master.editVariant(id, variant.id, { options }));
  }

  /** Notes which SKUs go and come by it. */
  async #renaming(work: () => Promise<void>): Promise<void> {
    const { master } = this.#catalogue;
    const before = await master.products();
    await work();
    const after = await master.products();
    const [had, has] = [skusOf(before), skusOf(after)];
    this.#hasMoved(...without(had, has), ...without(has, had));
    for (const sku of without(skusOf(before.flatMap(({ variants }) => variants)), has))
      this.formerOfVariants.add(sku);
  }

  async #replacePicture({ id, pictures }: ProductView): Promise<void> {
    if (pictures.length === 0) return;
    const replaces = this.#whole(0, pictures.length - 1);
    await this.#catalogue.master.addPicture(id, { ...this.#picture(), replaces });
  }

  async #removePicture({ id, pictures }: ProductView): Promise<void> {
    if (pictures.length > 0)
      await this.#catalogue.master.removePicture(id, this.#whole(0, pictures.length - 1));
  }

  async #addCategory(product: ProductView): Promise<void> {
    const { master } = this.#catalogue;
    const id = await master.addCategory({ name: `Groep ${this.#next()}` });
    await master.edit(product.id, { categories: [...product.categories, id] });
  }

  async #renameCategory(): Promise<void> {
    const category = await this.#category();
    if (category !== undefined)
      await this.#catalogue.master.editCategory(category.id, { name: `Groep ${this.#next()}` });
  }

  async #moveCategory(): Promise<void> {
    const { master } = this.#catalogue;
    const category = await this.#category();
    const parent = this.#one(
      (await master.categories()).filter(({ id, parent }) => parent === null && id !== category?.id),
    );
    const isParent = (await master.categories()).some(({ parent }) => parent === category?.id);
    if (category !== undefined && parent !== undefined && !isParent && master.nestsCategories)
      await master.editCategory(category.id, { parent: category.parent === null ? parent.id : null });
  }

  async #removeCategory(): Promise<void> {
    const { master } = this.#catalogue;
    const all = await master.categories();
    const leaf = this.#one(all.filter(({ id }) => !all.some(({ parent }) => parent === id)));
    if (leaf !== undefined && all.length > 1) await master.removeCategory(leaf.id);
  }

  async #category() {
    return this.#one(await this.#catalogue.master.categories());
  }

  #picture() {
    return { fileName: `foto-${this.#next()}.png`, alt: 'Foto' };
  }

  /** Of what of it can be sold. */
  #skuOf(product: ProductView): string | null {
    return (this.#one(product.variants) ?? product).sku;
  }

  #hadVariants(variants: ProductView['variants']): void {
    for (const { sku } of variants) if (sku !== null) this.formerOfVariants.add(sku);
  }

  #hasMoved(...skus: readonly (string | null)[]): void {
    for (const sku of skus) if (sku !== null) this.moved.add(sku);
  }

  #next(): number {
    return 1_000 + ++this.#count;
  }

  #whole(from: number, to: number): number {
    return whole(() => this.#catalogue.clock.random(), from, to);
  }

  #one<T>(all: readonly T[]): T | undefined {
    return all.length === 0 ? undefined : all[this.#whole(0, all.length - 1)];
  }
}

function skusOf(all: readonly Partial<ProductView>[]): Set<string> {
  const skus = all.flatMap(({ sku, variants = [] }) => [sku, ...variants.map((each) => each.sku)]);
  return new Set(skus.filter((sku) => sku != null));
}

function without(all: ReadonlySet<string>, others: ReadonlySet<string>): string[] {
  return [...all].filter((each) => !others.has(each));
}
