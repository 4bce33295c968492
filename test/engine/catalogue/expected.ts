/** What a target must hold of a catalogue: worked out of the catalogue itself, without asking the product anything. */
import Big from 'big.js';
import type {
  Catalogue,
  CatalogueProduct,
  CatalogueVariant,
  Pieces,
} from '../../../sandbox/kit/catalogue/catalogue.ts';
import { type HeldCatalogue, type HeldLevel, type HeldProduct, type HeldVariant, pathsOf } from './held.ts';

/** How a pair of systems differs from the catalogue itself. */
export interface Way {
  /** Products that do not come, by their keys: the code of the problem, or the reason. */
  readonly left: Readonly<Record<string, string>>;
  /** SKUs by the key of a product, where the source has others. */
  readonly skus: Readonly<Record<string, string>>;
  /** SKUs of variants that have none, by the key of their product. */
  readonly variantSkus: Readonly<Record<string, string>>;
  /** Whether a product with variants has a price itself. */
  readonly groupsHavePrices: boolean;
  /** Whether the source can switch off a variant: then it does not come where the target cannot. */
  readonly variantsLeave: boolean;
  /** Of a variant that the source has no SKU of. */
  readonly levelWithoutSku: HeldLevel;
}

/** What of the seed is for a person wherever it goes: SKUs that two products share, or a product and a variant of another, and none at all. */
export const forAPerson = {
  'gift-25': 'a gift card, which cannot be carried',
  'dubbel-een': 'sku_twice',
  'dubbel-twee': 'sku_twice',
  'dubbel-variant': 'sku_twice',
  'dubbel-van-variant': 'sku_twice',
  'zonder-sku': 'has no SKU',
  'zonder-sku-ook': 'has no SKU',
};

const rates = { standard: '21', reduced: '9', none: '0' };

export function expectedOf(catalogue: Catalogue, way: Way): HeldCatalogue {
  const pathOf = pathsOf(catalogue.categories.map(({ key: id, ...each }) => ({ id, ...each })));
  return {
    categories: catalogue.categories.map(({ key, description, active }) => ({
      path: pathOf(key),
      description,
      active,
    })),
    products: catalogue.products
      .filter(({ key }) => !Object.hasOwn(way.left, key))
      .map((each) => expectedProduct(each, pathOf, way)),
  };
}

function expectedProduct(product: CatalogueProduct, pathOf: (key: string) => string, way: Way): HeldProduct {
  const { key, price, variants } = product;
  const isGroup = variants.length > 0;
  const hasPrice = !isGroup || way.groupsHavePrices;
  const come = variants.filter(({ active }) => active || !way.variantsLeave);
  return {
    sku: way.skus[key] ?? product.sku ?? '',
    name: product.name,
    description: product.description,
    shortDescription: product.shortDescription ?? '',
    price: hasPrice ? price : null,
    listPrice: hasPrice ? listPriceOf(product, price) : null,
    active: product.active,
    gtin: product.gtin ?? '',
    brand: product.brand ?? '',
    origin: product.attributes.find(({ name }) => name === 'Herkomst')?.values.join(', ') ?? '',
    weightKg: product.weightKg ?? '',
    vatRate: rates[product.vat],
    categories: product.categories.map(pathOf),
    pictures: product.pictures.map(({ fileName, alt }) => ({ shows: fileName, alt })),
    options: product.options.map(({ name, values }) => ({
      name,
      values: values.filter((value) => come.some(({ options }) => options[name] === value)),
    })),
    variants: come.map((each) => expectedVariant(product, each, way)),
    level: isGroup ? null : levelOf(product.pieces),
  };
}

function expectedVariant(product: CatalogueProduct, variant: CatalogueVariant, way: Way): HeldVariant {
  const price = variant.price ?? product.price;
  return {
    sku: variant.sku ?? way.variantSkus[product.key] ?? '',
    options: variant.options,
    price,
    listPrice: listPriceOf(product, price),
    gtin: variant.gtin ?? '',
    weightKg: variant.weightKg ?? product.weightKg ?? '',
    active: product.active,
    // Where it cannot be switched off, none of it is left.
    level: variant.sku === null ? way.levelWithoutSku : variant.active ? levelOf(variant.pieces) : 0,
  };
}

/** A price that is struck through is above the one that is asked. */
function listPriceOf({ listPrice }: CatalogueProduct, price: string): string | null {
  return listPrice !== undefined && Big(listPrice).gt(price) ? listPrice : null;
}

function levelOf(pieces: Pieces): HeldLevel {
  return pieces === 'unlimited' ? 'uncounted' : Math.max(pieces, 0);
}
