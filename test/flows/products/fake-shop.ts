/** A shop in memory: source and target of products. */
import { z } from 'zod';
import { type Connector, defineConnector } from '../../../src/connectors/contract/connector.ts';
import type {
  PictureDraft,
  ProductChanges,
  ProductDraft,
  ProductFields,
  ProductSource,
  ProductTarget,
  ProductTraits,
  SharedLists,
  SkuPlace,
  StandingProduct,
  Undone,
  VariantDraft,
  WrittenProduct,
} from '../../../src/connectors/contract/products.ts';
import { byTime } from '../../../src/connectors/contract/source.ts';
import { big, normalise, roundTo } from '../../../src/records/money.ts';
import { type Problem, type ProblemData, problem, rejected } from '../../../src/records/problem.ts';
import type { Named, Product } from '../../../src/records/product.ts';

export interface ShopPicture {
  id: string;
  url: string;
  /** What the source tells it apart by. */
  version: string;
  fileName: string;
  /** What the source told it apart by that it was sent from. */
  from?: string;
}

export interface ShopVariant {
  id: string;
  sku: string;
  options: Record<string, string>;
  price?: string | undefined;
  listPrice?: string | null | undefined;
  gtin?: string | undefined;
  weightKg?: string | undefined;
  active: boolean;
  /** The id of one of the pictures. */
  image?: string | undefined;
  /** Nobody's matter but the shop's. */
  stock: number;
}

export interface ShopProduct {
  id: string;
  kind: Product['kind'];
  fields: { [name: string]: unknown } & { sku: string; name: string };
  values: Record<string, unknown>;
  attributes: Named[];
  options: Named[];
  variants: ShopVariant[];
  categories: string[];
  pictures: ShopPicture[];
}

type ShopKind = Pick<ProductTraits, 'currency' | 'pricesIncludeVat' | 'priceDecimals'> &
  Partial<ProductTraits> & {
    readonly folds: boolean;
    readonly cutsNames?: number;
    /** An update of pictures sends all of them, as they were read: those that came since are gone. */
    readonly listsPictures?: true;
    /** Products have only attributes that a list of the shop's own declares: one that leaves it goes from all products. */
    readonly declares?: true;
  };

/** A shop with prices that include VAT, exact SKUs and variants, which fetches pictures itself. */
export const gross: ShopKind = {
  ...{ currency: 'EUR', pricesIncludeVat: true, priceDecimals: 2, groups: true, maxVariants: 100 },
  ...{ variantsActive: true, maxPictureBytes: 20_000_000, fetchesPictures: true, folds: false },
};

/** A shop that has one picture of a product: an address, which a call that is done late puts there whatever came since. */
export const shown: ShopKind = {
  ...gross,
  ...{ picturesByAddress: true, maxPictures: 1, listsPictures: true },
};

/** A shop with prices without VAT, that compares SKUs without case and outer blanks, and is sent pictures. */
export const net: ShopKind = {
  ...{ currency: 'EUR', pricesIncludeVat: false, priceDecimals: 6, groups: true, maxVariants: 100 },
  ...{ variantsActive: true, maxPictureBytes: 20_000_000, fetchesPictures: false, folds: true },
};

const ownFields = z.object({ meta: z.string(), origin: z.string(), care: z.string() });

export class FakeShop {
  readonly products = new Map<string, ShopProduct>();
  /** Ids of products that lists do not know of yet. */
  readonly unlisted = new Set<string>();
  /** What lists still show in the place of products, by id; their own addresses do not. */
  readonly listedAs = new Map<string, ShopProduct>();
  /** How long lists may show what stood before, in milliseconds. */
  searchDelayMs = 0;
  /** Ids of products that are variants of none yet. */
  readonly untied = new Set<string>();
  /** What was called, in order: `create 1`. */
  readonly calls: string[] = [];
  readonly drafts: ProductDraft[] = [];
  readonly changes: ProductChanges[] = [];
  /** The next write is done, and its answer is lost. */
  losesAnswer = false;
  /** The next update is not answered, and done only when somebody says so. */
  holdsBack = false;
  /** The same of the next product that is made. */
  holdsBackMaking = false;
  readonly #held: (() => void)[] = [];
  #isLate = false;
  /** The attributes that products may have, where the shop declares them. */
  declared: readonly string[] = [];
  /** What that list was sent as, in order. */
  readonly lists: (readonly string[])[] = [];
  /** The next such list is not answered, and taken only when somebody says so; or is refused. */
  holdsBackList = false;
  refusesLists = false;
  /** Every picture that was ever read, by id. */
  readonly #files = new Map<string, ShopPicture>();
  /** Its calls end before it reads back the pictures that it was sent with the next write; the first has a name of the shop's own. */
  leavesUnfinished = false;
  /** Of a create that is cut off: how many parts after the first call are made. */
  diesAfterFirstCall = false;
  /** A variant whose picture is not sent shows what it showed; else that is a fault of whoever sends it. */
  leavesUnshown = false;
  /** Variants that the next update adds are made, and the call that makes them is not answered. */
  losesVariants = false;
  /** Variants get other ids with the next write. */
  renumbers = false;
  /** Variants by SKU that are not changed: it is told beside the rest. */
  readonly keeps = new Set<string>();
  /** Fields of the product that are not changed, likewise. */
  readonly keepsFields = new Set<keyof ProductFields>();
  /** Pictures are not taken away: it is told beside the rest. */
  keepsPictures = false;
  /** Products by SKU that are refused. */
  readonly refuses = new Set<string>();
  /** Nothing can be read of what stands there. */
  unreachable = false;
  /** Records that cannot be read. */
  readonly unreadable = new Set<string>();
  /** Addresses of pictures that the shop cannot fetch. */
  readonly deadLinks = new Set<string>();
  traits: ProductTraits;
  lengths: Record<string, number> = {};
  #next = 1;

  constructor(
    readonly name: string,
    readonly kind: ShopKind,
  ) {
    const { folds: _folds, cutsNames: _cuts, listsPictures: _lists, declares: _own, ...traits } = kind;
    this.traits = traits as ProductTraits;
    if (kind.declares) this.target = { ...this.target, sharedLists: this.#sharedLists };
  }

  get writes(): readonly string[] {
    return this.calls.filter((call) => /^(create|update) /.test(call));
  }

  /** What a merchant enters. */
  put(
    given: Partial<Omit<ShopProduct, 'fields'>> & { fields?: Record<string, unknown>; sku: string },
  ): ShopProduct {
    const id = given.id ?? this.#id('');
    const { sku, fields = {}, ...rest } = given;
    const made: ShopProduct = {
      ...{ kind: rest.variants ? 'variants' : 'simple', values: {}, attributes: [], options: [] },
      ...{ variants: [], categories: [], pictures: [] },
      ...rest,
      id,
      fields: { name: `Product ${sku}`, active: true, price: '12.10', vatRate: '21', ...fields, sku },
    };
    this.products.set(id, made);
    return made;
  }

  variant(sku: string, options: Record<string, string>, more: Partial<ShopVariant> = {}): ShopVariant {
    return { id: this.#id('v'), sku, options, active: true, stock: 5, ...more };
  }

  picture(version: string, more: Partial<ShopPicture> = {}): ShopPicture {
    const id = this.#id('p');
    return { id, version, url: `https://${this.name}.example/${version}.jpg`, fileName: '', ...more };
  }

  get(id: string): ShopProduct {
    const found = this.products.get(id);
    if (found === undefined) throw new Error(`${this.name} has no product ${id}`);
    return found;
  }

  bySku(sku: string): ShopProduct[] {
    return [...this.products.values()].filter(({ fields }) => fields.sku === sku);
  }

  /** As the shop's own source reads it. */
  view(id: string, pictureBy: 'version' | 'id' = 'version', shown = this.get(id)): Product {
    const { fields, kind, variants, options, attributes, categories, pictures } = shown;
    const { vatRate, ...rest } = fields;
    const seen = {
      ...rest,
      id,
      kind,
      currency: this.traits.currency,
      ...(this.traits.pricesIncludeVat === null ? {} : { pricesIncludeVat: this.traits.pricesIncludeVat }),
      ...(vatRate === undefined ? {} : { vatRate }),
      attributes: structuredClone(attributes),
      options: structuredClone(options),
      categories: [...categories],
      images: pictures.map((picture, position) => ({
        url: picture.url,
        position,
        version: picture[pictureBy],
      })),
      ...(kind === 'simple'
        ? {}
        : {
            variants: variants.map(({ stock: _stock, image, ...each }) => {
              const shown = pictures.find((picture) => picture.id === image)?.[pictureBy];
              const known = Object.entries({ ...each, image: shown }).filter(
                ([, value]) => value !== undefined,
              );
              return structuredClone(Object.fromEntries(known)) as unknown as ShopVariant;
            }),
          }),
    };
    return Object.fromEntries(
      Object.entries(seen).filter(([, value]) => value !== undefined),
    ) as unknown as Product;
  }

  readonly source: ProductSource = {
    changes: byTime(async () => ({ changes: [], next: null })),
    get: async (_api, key) => {
      this.calls.push(`read ${key}`);
      if (this.unreadable.has(key))
        throw rejected('unreadable', { system: this.name, field: 'price' } as never);
      return this.products.has(key) ? this.view(key) : null;
    },
    getMany: async (_api, keys) => {
      this.calls.push(`readMany ${keys.length}`);
      if (keys.some((key) => this.unreadable.has(key))) {
        throw rejected('unreadable', { system: this.name, field: 'price' } as never);
      }
      const listed = keys.filter((key) => this.#isListed(key));
      return new Map(listed.map((key) => [key, this.view(key, 'version', this.listedAs.get(key))]));
    },
    find: async (_api, skus) => {
      this.calls.push(`findInSource ${skus.length}`);
      return new Map(skus.map((sku) => [sku, this.#places((each) => each === sku)]));
    },
  };

  readonly target: ProductTarget = {
    fields: ownFields,
    lengths: this.lengths,
    traits: () => this.traits,
    skuKey: (sku) => this.#key(sku),
    toWire: ({ pictures, ...draft }) => ({ ...draft, pictures: pictures.map(({ url }) => url) }),
    find: async (_api, skus) => {
      this.calls.push(`find ${skus.length}`);
      const keys = [...new Set(skus.map((sku) => this.#key(sku)))];
      return new Map(keys.map((key) => [key, this.#places((each) => this.#key(each) === key)]));
    },
    get: async (_api, id) => {
      this.calls.push(`get ${id}`);
      if (this.unreachable) throw problem('retry', 'timed_out', { system: this.name });
      return this.products.has(id) ? this.#standing(id) : null;
    },
    getMany: async (_api, ids) => {
      this.calls.push(`getMany ${ids.length}`);
      const listed = ids.filter((id) => this.#isListed(id));
      return new Map(listed.map((id) => [id, this.#standing(id, this.listedAs.get(id))]));
    },
    create: async (_api, draft) => this.#create(draft),
    update: async (_api, standing, changes) => this.#update(standing, changes),
  };

  readonly #sharedLists: SharedLists = {
    of: () => 'all',
    missing: async (_api, _list, names) => names.filter((name) => !this.declared.includes(name)),
    extend: async (_api, _list, names) => {
      const list = [...new Set([...this.declared, ...names])];
      this.lists.push(list);
      if (this.refusesLists) throw this.#refused('it is not liked');
      if (!this.holdsBackList) return this.#declare(list);
      this.holdsBackList = false;
      this.#held.push(() => this.#declare(list));
      throw problem('retry', 'timed_out', { system: this.name });
    },
  };

  #declare(list: readonly string[]): void {
    this.declared = list;
    for (const each of this.products.values())
      each.attributes = each.attributes.filter(({ name }) => list.includes(name));
  }

  #areDeclared(attributes: readonly Named[]): readonly Named[] {
    if (this.kind.declares === undefined) return attributes;
    return attributes.filter(({ name }) => this.declared.includes(name));
  }

  get connector(): Connector {
    return defineConnector({
      id: this.name,
      name: this.name,
      credentials: z.object({}),
      limits: [],
      searchDelayMs: this.searchDelayMs,
      readError: () => null,
      products: { source: this.source, target: this.target },
    } as unknown as Connector);
  }

  #key(sku: string): string {
    return this.kind.folds ? sku.trim().toLowerCase() : sku;
  }

  #id(prefix: string): string {
    const id = `${this.name}${prefix}${this.#next}`;
    this.#next += 1;
    return id;
  }

  #isListed(id: string): boolean {
    return this.products.has(id) && !this.unlisted.has(id);
  }

  #places(fits: (sku: string) => boolean): SkuPlace[] {
    const listed = [...this.products.values()].filter(({ id }) => !this.unlisted.has(id));
    return listed.flatMap(({ id, fields, variants }) => [
      ...(fits(fields.sku)
        ? [{ sku: fields.sku, id, productId: id, variantId: null, ...this.#tie(id) }]
        : []),
      ...variants
        .filter(({ sku }) => sku !== '' && fits(sku))
        .map((each) => ({ sku: each.sku, id: `${id}:${each.id}`, productId: id, variantId: each.id })),
    ]);
  }

  #tie(id: string): Pick<SkuPlace, 'isUntied'> {
    return this.untied.has(id) ? { isUntied: true } : {};
  }

  #standing(id: string, shown = this.get(id)): StandingProduct {
    const { pictures, values } = shown;
    for (const each of pictures) this.#files.set(each.id, each);
    return {
      id,
      product: this.view(id, 'id', shown),
      values: { ...values },
      fileNames: new Map(pictures.filter(({ fileName }) => fileName).map((each) => [each.id, each.fileName])),
      raw: null,
    };
  }

  #create(draft: ProductDraft): WrittenProduct {
    if (this.holdsBackMaking) {
      this.holdsBackMaking = false;
      this.#held.push(() => this.#create(draft));
      throw this.#unknown();
    }
    this.calls.push(`create ${draft.sku}`);
    this.drafts.push(draft);
    this.#refuse(draft.sku);
    if (this.#places((each) => this.#key(each) === this.#key(draft.sku)).length > 0)
      throw this.#refused('taken');
    const {
      kind,
      options,
      variants,
      attributes,
      categories,
      pictures,
      values,
      createValues: _made,
      ...fields
    } = draft;
    const made = this.put({
      sku: draft.sku,
      kind,
      fields: this.#kept({ price: undefined, vatRate: '21', ...fields }),
    });
    if (this.diesAfterFirstCall) {
      this.diesAfterFirstCall = false;
      throw this.#unknown();
    }
    made.options = structuredClone([...options]);
    made.attributes = structuredClone([...this.#areDeclared(attributes)]);
    made.categories = [...categories];
    made.values = { ...values };
    const problems: ProblemData[] = [];
    const sent = this.#addPictures(made, pictures, problems);
    const added = this.#addVariants(made, variants, sent);
    if (this.leavesUnfinished) return this.#unfinished(made, { variants: added, sent });
    return this.#answer({ id: made.id, variants: added, pictures: sent, problems });
  }

  /** What was held back is done now, whatever was written since: all of it, or only that of this number. */
  doLateWork(only?: number): void {
    this.#isLate = true;
    const done =
      only === undefined ? this.#held.splice(0) : this.#held.splice(only % (this.#held.length || 1), 1);
    for (const work of done) work();
    this.#isLate = false;
  }

  /** As it was read, of what goes together with something that is changed. */
  #sendAlong(
    made: ShopProduct,
    { product }: StandingProduct,
    { fields, attributes, categories }: ProductChanges,
  ) {
    const told = new Set(Object.keys(fields));
    if (attributes.length > 0) told.add('attributes');
    if (categories.add.length + categories.remove.length > 0) told.add('categories');
    for (const part of this.#alongWith(told)) {
      if (part === 'attributes') made.attributes = structuredClone([...(product.attributes ?? [])]);
      else if (part === 'categories') made.categories = [...(product.categories ?? [])];
      else Object.assign(made.fields, { [part]: product[part] });
    }
  }

  /** What options add stays: variants that have a price of their own have another one. */
  #movePrices({ fields, variants }: ShopProduct, before: string): void {
    const moved = big(String(fields.price ?? '0')).minus(before);
    for (const each of variants)
      if (each.price !== undefined) each.price = normalise(big(each.price).plus(moved));
  }

  #alongWith(told: ReadonlySet<string>) {
    return (this.traits.together ?? []).filter((parts) => parts.some((part) => told.has(part))).flat();
  }

  #update(standing: StandingProduct, changes: ProductChanges): WrittenProduct {
    if (this.holdsBack) {
      this.holdsBack = false;
      this.#held.push(() => this.#update(standing, changes));
      throw problem('retry', 'timed_out', { system: this.name });
    }
    this.calls.push(`update ${standing.id}`);
    this.changes.push(changes);
    const made = this.get(standing.id);
    this.#refuse(changes.fields.sku ?? made.fields.sku);
    const { values, attributes, variants, options, categories, pictures } = changes;
    const fields = Object.fromEntries(
      Object.entries(changes.fields).filter(([name]) => !this.keepsFields.has(name as keyof ProductFields)),
    );
    const before = String(made.fields.price ?? '0');
    this.#sendAlong(made, standing, changes);
    Object.assign(made.fields, this.#kept(fields));
    if (this.#isLate && this.traits.addsVariantPrices) this.#movePrices(made, before);
    Object.assign(made.values, values);
    for (const each of this.#areDeclared(attributes)) {
      made.attributes = made.attributes.filter(({ name }) => name !== each.name);
      if (each.values.length > 0) made.attributes.push(structuredClone(each));
    }
    for (const { name, values: named } of options) {
      const known = made.options.find((each) => each.name === name)?.values ?? [];
      const all = [...new Set([...known, ...named])];
      made.options = [...made.options.filter((each) => each.name !== name), { name, values: all }];
    }
    const kept = made.categories.filter((id) => !categories.remove.includes(id));
    made.categories = [...new Set([...kept, ...categories.add])];
    const problems: ProblemData[] = [];
    if (this.kind.listsPictures && pictures.add.length + pictures.replace.size + pictures.remove.length > 0)
      made.pictures = (standing.product.images ?? []).flatMap((each) => this.#files.get(each.version) ?? []);
    if (!this.keepsPictures) made.pictures = made.pictures.filter(({ id }) => !pictures.remove.includes(id));
    const sent = this.#addPictures(made, pictures.add, problems);
    for (const [id, picture] of pictures.replace) {
      const at = made.pictures.findIndex((each) => each.id === id);
      if (at < 0 && !this.#isLate) throw new Error(`no picture ${id} to replace`);
      // A new content gets a new id.
      const next = this.#stored(picture, problems);
      if (next === null) continue;
      if (at < 0) made.pictures.push(next);
      else made.pictures[at] = next;
      sent.set(picture.version, next.id);
    }
    const unchanged = made.variants.filter(({ sku }) => this.keeps.has(sku));
    const shown = new Map([...sent, ...this.#stillThere(made, pictures.shown)]);
    for (const [id, change] of variants.change) {
      if (unchanged.some((each) => each.id === id)) continue;
      const { price, listPrice } = standing.product.variants?.find((each) => each.id === id) ?? {};
      const along = this.#alongWith(new Set(Object.keys(change)));
      const read = along.includes('price') ? { price, listPrice } : {};
      this.#changeVariant(made, id, { ...read, ...change } as Partial<VariantDraft>, shown);
    }
    for (const id of variants.retire) this.#changeVariant(made, id, { active: false }, shown);
    const added = this.#addVariants(made, variants.add, shown);
    if (this.losesVariants) {
      this.losesVariants = false;
      added.clear();
      problems.push(this.#unknown().toData());
    }
    if (made.variants.length > 0) made.kind = 'variants';
    const renumbered = this.#renumbered(made, added);
    const undone: Undone = {
      product: new Set([...this.keepsFields].filter((name) => name in changes.fields)),
      variants: new Set(unchanged.map(({ id }) => id)),
      pictures: new Set(this.keepsPictures ? pictures.remove : []),
    };
    if (undone.product.size + undone.variants.size + (undone.pictures?.size ?? 0) > 0)
      problems.push(this.#refused('not all').toData());
    return this.#answer({ id: made.id, variants: added, pictures: sent, renumbered, undone, problems });
  }

  /** Pictures that are sent once more for variants alone: the id by version. */
  #stillThere({ pictures }: ShopProduct, shown: readonly PictureDraft[] = []): [string, string][] {
    return shown.flatMap(({ version, content }) => {
      if (this.traits.fetchesPictures !== (content === undefined))
        throw new Error('content at the wrong place');
      const there = pictures.find(({ from }) => from === version);
      return there === undefined ? [] : [[version, there.id]];
    });
  }

  /** But for those that were made just now. */
  #renumbered({ variants }: ShopProduct, added: ReadonlyMap<string, string>): Map<string, string> {
    const ids = new Map<string, string>();
    if (!this.renumbers) return ids;
    this.renumbers = false;
    for (const variant of variants.filter(({ id }) => ![...added.values()].includes(id))) {
      const now = this.#id('v');
      ids.set(variant.id, now);
      variant.id = now;
    }
    return ids;
  }

  #changeVariant(
    made: ShopProduct,
    id: string,
    change: Partial<VariantDraft>,
    sent: ReadonlyMap<string, string>,
  ) {
    const variant = made.variants.find((each) => each.id === id);
    if (variant === undefined) throw new Error(`no variant ${id}`);
    const { image, ...rest } = change;
    Object.assign(variant, this.#kept(structuredClone(rest)));
    if (image === undefined || (this.leavesUnshown && !sent.has(image))) return;
    variant.image = this.#shown(image, sent);
  }

  #shown(version: string, sent: ReadonlyMap<string, string>): string {
    const id = sent.get(version);
    if (id === undefined) throw new Error(`no picture ${version} at hand for a variant`);
    return id;
  }

  #addVariants(made: ShopProduct, drafts: readonly VariantDraft[], sent: ReadonlyMap<string, string>) {
    const added = new Map<string, string>();
    for (const { sourceId, image, options, sku = '', ...rest } of drafts) {
      for (const { id } of this.bySku(sku)) if (this.untied.has(id)) this.products.delete(id);
      const more = { ...this.#kept(rest), image: image === undefined ? undefined : sent.get(image) };
      const variant = this.variant(sku, { ...options }, { stock: 0, ...more });
      made.variants.push(variant);
      added.set(sourceId, variant.id);
    }
    return added;
  }

  #addPictures(
    made: ShopProduct,
    drafts: readonly PictureDraft[],
    problems: ProblemData[],
  ): Map<string, string> {
    const sent = new Map<string, string>();
    for (const draft of drafts) {
      if (made.pictures.length >= (this.traits.maxPictures ?? Number.POSITIVE_INFINITY)) {
        sent.set(draft.version, '');
        continue;
      }
      const next = this.#stored(draft, problems);
      if (next === null) continue;
      made.pictures.push(next);
      sent.set(draft.version, next.id);
    }
    return sent;
  }

  #unfinished(made: ShopProduct, { variants, sent }: Record<'variants' | 'sent', Map<string, string>>) {
    this.leavesUnfinished = false;
    const [main] = made.pictures;
    if (main !== undefined) main.fileName = '';
    const unfinished = new Map([...sent].map(([version, id]) => [version, id === main?.id ? '' : id]));
    const ended = problem('wait', 'run_spent', {}).toData();
    return { id: made.id, variants, pictures: new Map<string, string>(), unfinished, problems: [ended] };
  }

  #stored(draft: PictureDraft, problems: ProblemData[]): ShopPicture | null {
    const isNamed = this.traits.picturesByAddress
      ? draft.fileName === draft.url
      : /^[a-z0-9-]+\.[a-z]+$/i.test(draft.fileName);
    if (!isNamed) throw new Error(`a file name of ${draft.fileName}`);
    if (this.traits.fetchesPictures !== (draft.content === undefined))
      throw new Error('content at the wrong place');
    if (this.deadLinks.has(draft.url)) {
      const params = { system: this.name, sku: '', number: draft.position + 1, why: 'picture_unreachable' };
      problems.push(rejected('picture_unsent', params).toData());
      return null;
    }
    const { namesPictures, picturesByAddress } = this.traits;
    const id = picturesByAddress ? draft.url : this.#id('p');
    return {
      id,
      url: picturesByAddress ? id : `https://${this.name}.example/${id}.jpg`,
      version: `${id}-own`,
      from: draft.version,
      fileName: namesPictures || picturesByAddress ? '' : draft.fileName,
    };
  }

  /** As the shop keeps it: prices with its own digits, a name cut at its own length. */
  #kept(fields: object): Record<string, unknown> {
    const digits = (value: unknown) =>
      typeof value === 'string' ? normalise(roundTo(big(value), this.traits.priceDecimals)) : value;
    const kept: Record<string, unknown> = { ...fields };
    for (const name of ['price', 'listPrice']) if (kept[name] !== undefined) kept[name] = digits(kept[name]);
    if (typeof kept.name === 'string') kept.name = kept.name.slice(0, this.kind.cutsNames);
    return kept;
  }

  #refuse(sku: string): void {
    if (this.refuses.has(sku)) throw this.#refused('it is not liked');
  }

  #refused(said: string): Problem {
    return rejected('refused', { status: 422, said } as never);
  }

  #unknown(): Problem {
    return problem('outcome-unknown', 'outcome_unknown', {});
  }

  #answer(written: WrittenProduct): WrittenProduct {
    if (!this.losesAnswer) return written;
    this.losesAnswer = false;
    throw this.#unknown();
  }
}
