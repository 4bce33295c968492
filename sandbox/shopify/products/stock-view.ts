/** Items, levels and places (sheet 8). */
import { connection, type PageArguments } from '../graphql/connection.ts';
import { gid, idIn } from '../ids.ts';
import { decimal } from '../money.ts';
import { rowTest } from '../search/filter.ts';
import { currency, locations, mainLocation, type Shop } from '../shop.ts';
import { isoText } from '../timestamps.ts';
import type { Level, Product, Variant } from './product.ts';
import { variantView } from './view.ts';

export const quantityNames = [
  'available',
  'on_hand',
  'committed',
  'incoming',
  'reserved',
  'damaged',
  'safety_stock',
  'quality_control',
] as const;
export type QuantityName = (typeof quantityNames)[number];

export type Place = (typeof locations)[number];

export interface LevelRow {
  readonly product: Product;
  readonly variant: Variant;
  readonly place: Place;
  readonly level: Level;
}

/** `on_hand` is the sum of the others; what is reserved or damaged is not played: 0. */
export function quantityOf(
  { available, committed, incoming }: Omit<Level, 'updatedAt'>,
  name: QuantityName,
): number {
  switch (name) {
    case 'available':
      return available;
    case 'committed':
      return committed;
    case 'incoming':
      return incoming;
    case 'on_hand':
      return available + committed;
    default:
      return 0;
  }
}

export function placeOf(id: string | null): Place | undefined {
  return locations.find((each) => each.id === id);
}

export function levelsOf(product: Product, variant: Variant): LevelRow[] {
  return locations.flatMap((place) => {
    const level = variant.levels[place.id];
    return level === undefined ? [] : [{ product, variant, place, level }];
  });
}

export function levelView(shop: Shop, { product, variant, place, level }: LevelRow): Record<string, unknown> {
  const number = `${place.id.slice(-4)}${variant.itemId.slice(-6)}`;
  return {
    __typename: 'InventoryLevel',
    id: `${gid('InventoryLevel', number)}?inventory_item_id=${variant.itemId}`,
    isActive: true,
    item: () => itemView(shop, product, variant),
    location: () => placeView(shop, place),
    quantities: ({ names }: { names: readonly string[] }) =>
      quantityNames
        .filter((name) => names.includes(name))
        .map((name) => ({
          id: `gid://shopify/InventoryQuantity/${number}?inventory_item_id=${variant.itemId}&name=${name}`,
          name,
          quantity: quantityOf(level, name),
          updatedAt: isoText(level.updatedAt),
        })),
    createdAt: isoText(variant.createdAt),
    updatedAt: isoText(level.updatedAt),
  };
}

export function itemView(shop: Shop, product: Product, variant: Variant): Record<string, unknown> {
  const { sku, tracked, requiresShipping, cost, weight } = variant;
  return {
    __typename: 'InventoryItem',
    id: gid('InventoryItem', variant.itemId),
    legacyResourceId: variant.itemId,
    ...{ sku, tracked, requiresShipping },
    unitCost: cost === null ? null : { amount: decimal(cost), currencyCode: currency },
    measurement: { id: gid('InventoryItemMeasurement', variant.itemId), weight },
    countryCodeOfOrigin: variant.countryCodeOfOrigin,
    harmonizedSystemCode: variant.harmonizedSystemCode,
    duplicateSkuCount: () =>
      sku === null
        ? 0
        : shop
            .productsBySku(sku)
            .flatMap(({ variants }) => variants)
            .filter((each) => each.sku === sku).length - 1,
    variant: () => variantView(shop, product, variant),
    inventoryLevel: ({ locationId }: { locationId: string }) => {
      const row = levelsOf(product, variant).find(({ place }) => place.id === idIn('Location', locationId));
      return row === undefined ? null : levelView(shop, row);
    },
    inventoryLevels: (args: PageArguments & { query?: string | null }) =>
      levelRows(shop, levelsOf(product, variant), args),
    createdAt: isoText(variant.createdAt),
    updatedAt: isoText(variant.updatedAt),
  };
}

function levelRows(shop: Shop, rows: readonly LevelRow[], args: PageArguments & { query?: string | null }) {
  const test = rowTest<LevelRow>(
    args.query,
    {
      updated_at: { is: 'time', read: ({ level }) => level.updatedAt },
      inventory_item_id: { is: 'keyword', read: ({ variant }) => [variant.itemId] },
    },
    () => [],
  );
  return connection(
    rows.filter(test),
    args,
    ({ variant }) => variant.itemId,
    null,
    (row) => levelView(shop, row),
  );
}

export function placeView(shop: Shop, place: Place): Record<string, unknown> {
  const { id, name, address1, zip, city } = place;
  const rows = () =>
    shop.products
      .indexed()
      .flatMap((product) => product.variants.flatMap((variant) => levelsOf(product, variant)))
      .filter((row) => row.place === place);
  return {
    __typename: 'Location',
    id: gid('Location', id),
    legacyResourceId: id,
    name,
    isActive: true,
    isPrimary: id === mainLocation,
    fulfillsOnlineOrders: id === mainLocation,
    isFulfillmentService: false,
    shipsInventory: id === mainLocation,
    address: {
      address1,
      zip,
      city,
      countryCode: 'NL',
      country: 'Netherlands',
      ...{ province: null, provinceCode: null, phone: null, latitude: null, longitude: null },
      formatted: [address1, `${zip} ${city}`],
    },
    inventoryLevel: ({ inventoryItemId }: { inventoryItemId: string }) => {
      const row = rows().find(({ variant }) => variant.itemId === idIn('InventoryItem', inventoryItemId));
      return row === undefined ? null : levelView(shop, row);
    },
    inventoryLevels: (args: PageArguments & { query?: string | null }) => levelRows(shop, rows(), args),
    createdAt: '2024-01-02T08:00:00Z',
    updatedAt: '2024-01-02T08:00:00Z',
  };
}
