import type { StockLevel } from '../../../records/stock-level.ts';
import type { Api } from '../../contract/api.ts';
import { remembered } from '../../wire/remembered.ts';
import { query } from '../graphql.ts';
import { gid } from '../ids.ts';
import { all, connected } from '../pages.ts';
import { places, primaryPlace, type VariantWire } from './stock.graphql.ts';

/** Every place that is open, however many there are (case S7). */
export async function openPlaces(api: Api) {
  const rows = connected(async (after) => (await query(api, places, { after })).locations);
  return (await all(rows)).filter(({ isActive }) => isActive !== false);
}

const primary = remembered(async (api) => (await query(api, primaryPlace)).location?.id ?? '');

/** The number of a place; of none the one that the shop itself takes. */
export async function placeOr(api: Api, location: string | null): Promise<string> {
  return location ?? primary(api);
}

/** How a question for levels names its place; without one the sum of all places is asked for. */
export function atPlace(location: string | null) {
  const place = location === null ? null : gid('Location', location);
  return { place: place ?? 'gid://shopify/Location/0', isAt: place !== null };
}

/** Undefined where nothing of it is kept at that place: that is not zero (case S3). */
export function levelOf(wire: VariantWire, location: string | null): StockLevel | undefined {
  const { inventoryItem: item, product, displayName, sku } = wire;
  const known = {
    ...(sku ? { sku } : {}),
    ...(displayName === undefined ? {} : { name: displayName }),
    productId: product.id,
    variantId: wire.id,
    ...(item.tracked === undefined ? {} : { managed: item.tracked }),
  };
  if (location === null) {
    const { inventoryQuantity: available } = wire;
    return { ...known, ...(available === undefined ? {} : { available }) };
  }
  if (item.inventoryLevel === undefined) return undefined;
  const quantity = (name: string) =>
    item.inventoryLevel?.quantities.find((each) => each.name === name)?.quantity;
  const numbers = {
    onHand: quantity('on_hand'),
    reserved: quantity('committed'),
    available: quantity('available'),
    incoming: quantity('incoming'),
  };
  const stated = Object.fromEntries(Object.entries(numbers).filter(([, value]) => value !== undefined));
  return { ...known, ...stated, location };
}
