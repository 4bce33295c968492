/**
 * Products as a connector reads and writes them. A list that a system takes as a whole is sent only by the connector, made of what it
 * read in the same run and of the changes that the flow asks for: the flow never sends a list.
 */
import type { z } from 'zod';
import type { Problem, ProblemData } from '../../records/problem.ts';
import type { Named, Picture, Product } from '../../records/product.ts';
import type { Account } from './account.ts';
import type { Api } from './api.ts';
import type { Source } from './source.ts';
import type { JsonObject, Made } from './target.ts';

export interface ProductSource extends Source<Product> {
  /** Products that have one of these SKUs, by SKU: two that share one are both there. */
  find(api: Api, skus: readonly string[]): Promise<ReadonlyMap<string, readonly SkuPlace[]>>;
  /**
   * What a variant goes by where it has no SKU of its own: made of the product's SKU and the variant's options, and another one when either is
   * renamed. Absent where variants have SKUs.
   */
  variantSku?(sku: string, options: Readonly<Record<string, string>>): string;
}

/** Where a SKU stands. */
export interface SkuPlace {
  readonly sku: string;
  /** What the stock flow writes to, and orders name: `productId`, with a variant in the system's own form. */
  readonly id: string;
  readonly productId: string;
  /** Null: the product itself. */
  readonly variantId: string | null;
  /** What notices of its level call it, where that is not the product. */
  readonly levelKey?: string;
  /** In a system whose variants are products that are tied to one: it is tied to none, and is not shown by itself. */
  readonly isUntied?: true;
}

/** What holds of a target's products in this account. */
export interface ProductTraits {
  /** ISO 4217. */
  readonly currency: string;
  /** Null: it does not tell; the setting `pricesIncludeVat` says it. */
  readonly pricesIncludeVat: boolean | null;
  /** Fields that a product has no place for there: nothing is said of them. */
  readonly lacks?: ReadonlySet<keyof ProductFields>;
  /** Digits after the point that it keeps of a price. */
  readonly priceDecimals: number;
  /** Whether one product may have variants. */
  readonly groups: boolean;
  /** How many of them. */
  readonly maxVariants: number;
  /** Whether a variant can be switched off by itself. */
  readonly variantsActive: boolean;
  /** How many bytes a picture may have. */
  readonly maxPictureBytes: number;
  /** Whether the system fetches pictures from their address; else Koppel does, and sends them along. */
  readonly fetchesPictures: boolean;
  /**
   * The system names pictures itself, or some of them: they are not in `fileNames` under the name that they were sent with, and stand in the order
   * in which they were sent.
   */
  readonly namesPictures?: true;
  /**
   * Parts of a product, or of a variant, that go together: whoever changes one of them sends the others along as they were read, so a call that is
   * done late brings these back too. `attributes` and `categories` are whole lists then, which take away what came since. Left out where each part
   * goes by itself.
   */
  readonly together?: readonly (readonly ProductPart[])[];
  /** Prices of variants are what their options add to that of the product: where it has another one by a late call, all of them have. */
  readonly addsVariantPrices?: true;
  /** A picture is its address there: that is its id, and what it is found by after a lost answer. */
  readonly picturesByAddress?: true;
  /** How many a product has room for, and no more are sent; 0: nothing is said of pictures. Left out: as many as come. */
  readonly maxPictures?: number;
}

export type ProductPart = keyof ProductFields | 'attributes' | 'categories';

/** A picture to be sent. Bytes are there where the target does not fetch it itself. */
export interface PictureDraft extends Picture {
  /** A name that it can be found again by after a lost answer: of letters, digits and `-`, with an ending; or its address, where pictures go by that. */
  readonly fileName: string;
  readonly content?: { readonly bytes: Uint8Array; readonly type: string };
}

/** Fields of a product as the target is to have them: prices on its basis, its own tax class. */
export interface ProductFields {
  readonly sku?: string;
  readonly name?: string;
  readonly active?: boolean;
  readonly description?: string;
  readonly shortDescription?: string;
  readonly gtin?: string;
  readonly brand?: string;
  readonly weightKg?: string;
  readonly price?: string;
  /** Null takes it away, with its dates. */
  readonly listPrice?: string | null;
  readonly vatClass?: string;
}

export interface VariantDraft
  extends Pick<ProductFields, 'sku' | 'gtin' | 'weightKg' | 'price' | 'listPrice' | 'active'> {
  /** The source's id. */
  readonly sourceId: string;
  /** By the target's name of the option. */
  readonly options: Readonly<Record<string, string>>;
  /** The version of one of the pictures. */
  readonly image?: string;
}

/** A product that is to be made. */
export interface ProductDraft extends ProductFields {
  readonly sku: string;
  readonly name: string;
  readonly kind: Product['kind'];
  /** By the target's names. */
  readonly options: readonly Named[];
  readonly variants: readonly VariantDraft[];
  readonly attributes: readonly Named[];
  /** Ids of the target. */
  readonly categories: readonly string[];
  readonly pictures: readonly PictureDraft[];
  /** The target's own fields, as mapping and settings filled them. */
  readonly values: JsonObject;
  /** Values of options and attributes that the target lacks may be made. */
  readonly createValues: boolean;
}

/** What is to change of one that stands there. Everything that is not named stays as it is, in every view and list. */
export interface ProductChanges {
  readonly fields: ProductFields;
  readonly values: JsonObject;
  readonly attributes: readonly Named[];
  readonly variants: {
    readonly add: readonly VariantDraft[];
    /** By the target's id. */
    readonly change: ReadonlyMap<string, Partial<VariantDraft>>;
    /** No longer sold: switched off, or where a system cannot, left. Nothing is deleted. */
    readonly retire: readonly string[];
  };
  /** Options of the product that variants to be added or changed need. */
  readonly options: readonly Named[];
  readonly categories: { readonly add: readonly string[]; readonly remove: readonly string[] };
  readonly pictures: {
    readonly add: readonly PictureDraft[];
    /** By the target's id; roles and place stay. */
    readonly replace: ReadonlyMap<string, PictureDraft>;
    readonly remove: readonly string[];
    /** By the target's id: pictures that came before, of which only what is said of them is still to be sent. */
    readonly describe?: ReadonlyMap<string, PictureDraft>;
    /** Pictures that stand there already and that variants show from now on. */
    readonly shown?: readonly PictureDraft[];
  };
  readonly createValues: boolean;
}

/** A product as it stands in the target, read in this run. */
export interface StandingProduct extends Made {
  /** As the same system's source reads it; `images[].version` is the target's own id of the picture. */
  readonly product: Product;
  /** The target's own fields as they are, by their own names. */
  readonly values: JsonObject;
  /** File names as Koppel sent them, by the target's id of the picture, as far as they can be read back. */
  readonly fileNames: ReadonlyMap<string, string>;
  /** What only the connector reads. */
  readonly raw: unknown;
}

/** What came of a writing, as far as it got. */
export interface WrittenProduct extends Made {
  /** The source's id of each variant that was added → the target's. */
  readonly variants: ReadonlyMap<string, string>;
  /** The version of each picture that was added or replaced → the target's id, read back. */
  readonly pictures: ReadonlyMap<string, string>;
  /**
   * Pictures that were sent, but not read back or described before the calls ended: by version the target's id, empty of one that the target
   * names itself (it has no place in `fileNames`). They are described in a later run.
   */
  readonly unfinished?: ReadonlyMap<string, string>;
  /** Of a system that names pictures itself: the versions of those whose call was not answered and that are not there, though they may be yet. */
  readonly unanswered?: ReadonlySet<string>;
  /** Variants that the system gave other ids over this: the id before → the one from now on. */
  readonly renumbered?: ReadonlyMap<string, string>;
  /** What of it was not done, or may not have been, though it is named: it is said anew another time. */
  readonly undone?: Undone;
  /** What could not be done beside the rest: a picture that is none, an option without values. It names the field. */
  readonly problems: readonly ProblemData[];
}

/** A price that is to stand at a product, and nothing else of it. */
export interface PriceChange {
  readonly standing: StandingProduct;
  readonly price: string;
}

/**
 * `alone`: it takes more than a row of a list, and goes with `update`. Else why this one was not written, with the system's own words
 * (`withWords`): nothing of a person was sent with it.
 */
export type PriceOutcome = 'written' | 'alone' | Problem;

export interface Undone {
  /** Pictures that were to go, by the target's id. */
  readonly pictures?: ReadonlySet<string>;
  /** Of the product itself: names of fields, and the other parts as a whole. */
  readonly product: ReadonlySet<ProductPart | 'values'>;
  /** Variants, by the target's id from now on. */
  readonly variants: ReadonlySet<string>;
  /** Variants of which only these fields were not done, by the same id: whatever else was sent of them is. */
  readonly ofVariants?: ReadonlyMap<string, readonly (keyof VariantDraft)[]>;
}

/**
 * Lists of the shop itself that many products take their attributes from, and that are sent as a whole: a call that is done late takes away what was
 * added since, with all that products say by it. So the flow sees to it that each is sent by one batch at a time, before any product of it.
 */
export interface SharedLists {
  /** The list of a product that has these values of the target's own fields. */
  of(values: JsonObject): string;
  /** Those of these attributes that the list lacks. */
  missing(api: Api, list: string, attributes: readonly string[]): Promise<readonly string[]>;
  /** Adds those that it lacks by now. */
  extend(api: Api, list: string, attributes: readonly string[]): Promise<void>;
}

export interface ProductTarget {
  /** Its own fields that a mapping may fill in, by its own names. */
  readonly fields: z.ZodObject;
  readonly lengths?: Readonly<Record<string, number>>;
  traits(account: Account): ProductTraits;
  /** SKUs that are one to the target have one key: it may compare without case and outer blanks. */
  skuKey(sku: string): string;
  /** The whole body of the first call of `create`, for previews. */
  toWire(draft: ProductDraft, account: Account): JsonObject;
  /**
   * Products of one batch, where `find` walks through all that there are, so that many SKUs cost what one does, or `setPrices` takes as many.
   * Absent: the system is asked for exactly these, and a batch is a few.
   */
  readonly batchSize?: number;
  /** All that have one of these SKUs, by `skuKey`. */
  find(api: Api, skus: readonly string[]): Promise<ReadonlyMap<string, readonly SkuPlace[]>>;
  get(api: Api, id: string): Promise<StandingProduct | null>;
  /** Several at once, where the system can; what is gone is left out. */
  getMany?(api: Api, ids: readonly string[]): Promise<ReadonlyMap<string, StandingProduct>>;
  /**
   * Makes it with all its parts. May die in between: whatever is missing then is added by `update`, so the first call must make what `find`
   * finds. Throws where nothing was made, and `outcome-unknown` only where the product itself may have been.
   */
  create(api: Api, draft: ProductDraft): Promise<WrittenProduct>;
  /** Absent where what products lack in the shop is made one by one. */
  readonly sharedLists?: SharedLists;
  /** Sends pictures in the order of `replace`, then of the positions of `add`. Throws only where none was sent yet that could not be found by its name. */
  update(api: Api, standing: StandingProduct, changes: ProductChanges): Promise<WrittenProduct>;
  /**
   * Prices of many products, where the system takes them in lists: what is refused of one leaves the others written. Done again it changes nothing.
   * Every price is in the answer, by its place in `changes`, of which there are no more than `batchSize`; throws where all of it failed.
   */
  setPrices?(api: Api, changes: readonly PriceChange[]): Promise<readonly PriceOutcome[]>;
}
