import type { ProductView } from '../../../../sandbox/kit/catalogue/merchandise.ts';
import { isObject, type Json, objectsIn } from '../../../../sandbox/kit/json.ts';
import { mainLocation } from '../../../../sandbox/shopify/shop.ts';
import type { ShopName } from '../shops.ts';

/** What is bought: a product, or the variant of it that has the SKU. */
export interface Bought {
  readonly product: ProductView;
  readonly sku: string;
  readonly pieces: number;
}

/** Pieces by SKU. */
export type Counts = ReadonlyMap<string, number>;

/** What the shops' own pages do each in their way. */
export interface Till {
  /** In the words of its lever for sales. */
  readonly saleOf: (bought: Bought) => object;
  /** Pieces that are sold and not sent yet, as its state has them; null where it tells of none. */
  readonly open: ((state: unknown) => Counts) | null;
  /** Whether the number that its pages show still has these in it. */
  readonly showsShelf: boolean;
  /** Where that is, in a shop that tells what is on the shelf of one place only; null where it need not be said. */
  readonly place: string | null;
  /** Whether one category may hang under another. */
  readonly nestsCategories: boolean;
}

const somewhere = { street: 'Dorpsstraat 1', city: 'Utrecht', country: 'NL', email: 'buyer@example.com' };
const name = 'Noor de Wit';
const postalCode = '1234 AB';

export const tills: Readonly<Record<ShopName, Till>> = {
  ccv: {
    saleOf: ({ sku, pieces }) => ({
      buyer: { ...somewhere, name, zipcode: postalCode, account: false },
      lines: [{ sku, quantity: String(pieces) }],
    }),
    open: null,
    showsShelf: false,
    place: null,
    nestsCategories: true,
  },
  ecwid: {
    saleOf: ({ product, sku, pieces }) => ({
      buyer: { ...somewhere, name, postalCode },
      basket: {
        lines: [
          {
            productId: Number(product.id),
            sku,
            name: product.name,
            price: product.price,
            quantity: String(pieces),
            rate: '21',
            options: choicesOf(product, sku).map(([option, value]) => ({ name: option, value })),
          },
        ],
      },
    }),
    open: null,
    showsShelf: false,
    place: null,
    nestsCategories: true,
  },
  magento: {
    saleOf: ({ sku, pieces }) => ({
      buyer: {
        ...somewhere,
        firstname: 'Noor',
        lastname: 'de Wit',
        street: [somewhere.street],
        postcode: postalCode,
        telephone: '0301234567',
        account: false,
      },
      basket: { lines: [{ sku, quantity: String(pieces) }] },
      deeds: [{ invoice: true }],
    }),
    open: (state) =>
      addedUp(partsIn(state, 'reservations').map(({ sku, quantity }) => [sku, -Number(quantity)])),
    showsShelf: true,
    place: null,
    nestsCategories: true,
  },
  mijnwebwinkel: {
    saleOf: ({ product, sku, pieces }) => ({
      buyer: { ...somewhere, name, zipcode: postalCode, account: false },
      lines: [
        {
          articleId: Number(product.id),
          sku,
          name: product.name,
          price: product.price,
          quantity: pieces,
          options: choicesOf(product, sku).map(([list, value]) => ({ list, name: value })),
        },
      ],
    }),
    open: null,
    showsShelf: false,
    place: null,
    nestsCategories: true,
  },
  salesforce: {
    saleOf: ({ product, sku, pieces }) => ({
      buyer: { ...somewhere, name, postalCode, account: false },
      lines: [{ sku, name: product.name, price: product.price, quantity: String(pieces) }],
    }),
    open: null,
    showsShelf: true,
    place: null,
    nestsCategories: true,
  },
  shopify: {
    saleOf: ({ sku, pieces }) => ({
      buyer: { ...somewhere, name, postalCode, account: false },
      basket: { lines: [{ sku, quantity: pieces }] },
    }),
    open: (state) =>
      addedUp(
        partsIn(state, 'products')
          .flatMap(({ variants }) => objectsIn(variants))
          .map(({ sku, levels }) => [sku, committedIn(levels)]),
      ),
    showsShelf: false,
    place: mainLocation,
    nestsCategories: false,
  },
};

function choicesOf({ variants }: ProductView, sku: string): [option: string, value: string][] {
  return Object.entries(variants.find((each) => each.sku === sku)?.options ?? {});
}

function partsIn(state: unknown, name: string) {
  return isObject(state) ? objectsIn(state[name]) : [];
}

/** At all of the shop's places. */
function committedIn(levels: Json | undefined): number {
  const places = isObject(levels) ? Object.values(levels).filter(isObject) : [];
  return places.reduce((sum, { committed }) => sum + Number(committed), 0);
}

function addedUp(all: readonly (readonly [sku: unknown, pieces: number])[]): Counts {
  const sums = new Map<string, number>();
  for (const [sku, pieces] of all) sums.set(String(sku), (sums.get(String(sku)) ?? 0) + pieces);
  return sums;
}
