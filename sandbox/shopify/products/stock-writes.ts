/** Mutations of the stock (sheet 8). */
import type { Json } from '../../kit/json.ts';
import { payloadOf, Refused, refused, topLevelError, type UserError } from '../graphql/errors.ts';
import type { Call } from '../graphql/execute.ts';
import { gid, idIn } from '../ids.ts';
import type { Shop } from '../shop.ts';
import { isoText } from '../timestamps.ts';
import type { Level } from './product.ts';
import {
  itemView,
  levelsOf,
  levelView,
  placeOf,
  placeView,
  type QuantityName,
  quantityNames,
  quantityOf,
} from './stock-view.ts';
import { type ItemInput, itemFields } from './variant-input.ts';

interface Target {
  readonly inventoryItemId: string;
  readonly locationId: string;
  readonly changeFromQuantity?: number | null;
}
interface SetInput {
  readonly name: string;
  readonly reason: string;
  readonly referenceDocumentUri?: string | null;
  readonly quantities: readonly (Target & { readonly quantity: number })[];
}
interface AdjustInput {
  readonly name: string;
  readonly reason: string;
  readonly referenceDocumentUri?: string | null;
  readonly changes: readonly (Target & { readonly delta: number })[];
}

const reasons = [
  'correction',
  'other',
  'restock',
  'cycle_count_available',
  'received',
  'damaged',
  'shrinkage',
  'promotion',
  'quality_control',
  'safety_stock',
  'movement_created',
  'movement_updated',
  'movement_received',
  'movement_canceled',
  'reservation_created',
  'reservation_updated',
  'reservation_deleted',
];
const maxQuantity = 1_000_000_000;
const maxList = 250;

export function stockMutations(shop: Shop) {
  const group = (facts: Json) => ({ inventoryAdjustmentGroup: groupView(shop, facts) });
  return {
    inventorySetQuantities: ({ input }: { input: SetInput }, { idempotencyKey, version }: Call) =>
      payloadOf(() => {
        requireCompare('InventoryQuantityInput', input.quantities, version);
        return group(
          shop.idempotency.once('inventorySetQuantities', idempotencyKey, input, () => {
            if (input.name !== 'available' && input.name !== 'on_hand') {
              throw refused('input.name', 'The quantity name must be available or on_hand.', 'INVALID_NAME');
            }
            const name = input.name;
            check(shop, input, 'quantities', input.quantities, name, (target) => target.quantity);
            return carryOut(
              shop,
              input,
              name,
              input.quantities,
              (target, level) => target.quantity - quantityOf(level, name),
            );
          }),
        );
      }),
    inventoryAdjustQuantities: ({ input }: { input: AdjustInput }, { idempotencyKey, version }: Call) =>
      payloadOf(() => {
        requireCompare('InventoryChangeInput', input.changes, version);
        return group(
          shop.idempotency.once('inventoryAdjustQuantities', idempotencyKey, input, () => {
            const name = quantityNames.find((each) => each === input.name);
            if (name !== 'available' && name !== 'incoming')
              throw refused('input.name', 'The quantity name is not valid.', 'INVALID_QUANTITY_NAME');
            check(shop, input, 'changes', input.changes, name, () => 0);
            return carryOut(shop, input, name, input.changes, (target) => target.delta);
          }),
        );
      }),
    inventoryActivate: (
      args: {
        inventoryItemId: string;
        locationId: string;
        available?: number | null;
        onHand?: number | null;
      },
      { idempotencyKey }: Call,
    ) =>
      payloadOf(() => {
        const facts = shop.idempotency.once('inventoryActivate', idempotencyKey, args, () =>
          activated(shop, args),
        );
        const found = shop.item(String(facts));
        const row =
          found === null
            ? undefined
            : levelsOf(found.product, found.variant).find(
                ({ place }) => place.id === idIn('Location', args.locationId),
              );
        return { inventoryLevel: row === undefined ? null : levelView(shop, row) };
      }),
    inventoryItemUpdate: ({ id, input }: { id: string; input: ItemInput }) =>
      payloadOf(() => {
        const found = shop.item(idIn('InventoryItem', id) ?? '');
        if (found === null) throw refused('id', 'The product variant or inventory item could not be found.');
        const variant = { ...found.variant, ...itemFields(input), updatedAt: shop.world.now() };
        const variants = found.product.variants.map((each) => (each.id === variant.id ? variant : each));
        const product = shop.saveProduct({ ...found.product, variants });
        return { inventoryItem: itemView(shop, product, variant) };
      }),
  };
}

/** From 2026-04 on the key must be there; null skips the comparison. */
function requireCompare(type: string, targets: readonly Target[], version: string): void {
  if (version < '2026-04' || targets.every((each) => each.changeFromQuantity !== undefined)) return;
  throw topLevelError(
    'INVALID_FIELD_ARGUMENTS',
    `${type} must include the following argument: changeFromQuantity.`,
  );
}

/** One wrong entry refuses the whole list (sheet 8, inferred). */
function check<T extends Target>(
  shop: Shop,
  input: { readonly reason: string; readonly referenceDocumentUri?: string | null },
  list: string,
  targets: readonly T[],
  name: QuantityName,
  wanted: (target: T) => number,
): void {
  if (targets.length > maxList)
    throw topLevelError(
      'MAX_INPUT_SIZE_EXCEEDED',
      `The input array size of ${targets.length} is greater than the maximum allowed of ${maxList}.`,
    );
  if (!reasons.includes(input.reason))
    throw refused('input.reason', 'The specified reason is invalid.', 'INVALID_REASON');
  const uri = input.referenceDocumentUri;
  if (uri && !/^[a-z][a-z0-9+.-]*:\/\/\S+$/i.test(uri)) {
    throw refused(
      'input.referenceDocumentUri',
      'The specified reference document is invalid.',
      'INVALID_REFERENCE_DOCUMENT',
    );
  }
  const seen = new Set<string>();
  const errors = targets.flatMap((target, index): UserError[] => {
    const error = (key: string, message: string, code: string) => [
      { field: ['input', list, String(index), key], message, code },
    ];
    const item = shop.item(idIn('InventoryItem', target.inventoryItemId) ?? '');
    const place = placeOf(idIn('Location', target.locationId));
    if (item === null)
      return error(
        'inventoryItemId',
        'The specified inventory item could not be found.',
        'INVALID_INVENTORY_ITEM',
      );
    if (place === undefined)
      return error('locationId', 'The specified location could not be found.', 'INVALID_LOCATION');
    const pair = `${target.inventoryItemId}|${target.locationId}`;
    if (seen.has(pair))
      return error(
        'locationId',
        'The combination of inventoryItemId and locationId must be unique.',
        'NO_DUPLICATE_INVENTORY_ITEM_ID_GROUP_ID_PAIR',
      );
    seen.add(pair);
    if (wanted(target) < 0)
      return error('quantity', "The quantity can't be negative.", 'INVALID_QUANTITY_NEGATIVE');
    if (wanted(target) > maxQuantity)
      return error('quantity', 'The quantity is too high.', 'INVALID_QUANTITY_TOO_HIGH');
    const level = item.variant.levels[place.id];
    const now = level === undefined ? 0 : quantityOf(level, name);
    const { changeFromQuantity: from } = target;
    return from !== undefined && from !== null && from !== now
      ? error(
          'changeFromQuantity',
          'The changeFromQuantity argument no longer matches the persisted quantity.',
          'CHANGE_FROM_QUANTITY_STALE',
        )
      : [];
  });
  if (errors.length > 0) throw new Refused(...errors);
}

function carryOut<T extends Target>(
  shop: Shop,
  {
    reason,
    referenceDocumentUri,
  }: { readonly reason: string; readonly referenceDocumentUri?: string | null },
  name: QuantityName,
  targets: readonly T[],
  deltaOf: (target: T, level: Level) => number,
): Json {
  const changes: Json[] = [];
  for (const target of targets) {
    const item = idIn('InventoryItem', target.inventoryItemId) ?? '';
    const place = idIn('Location', target.locationId) ?? '';
    const empty = { available: 0, committed: 0, incoming: 0, updatedAt: 0 };
    const delta = deltaOf(target, shop.item(item)?.variant.levels[place] ?? empty);
    if (delta === 0) continue;
    shop.changeLevel(item, place, (level) =>
      name === 'incoming'
        ? { ...level, incoming: level.incoming + delta }
        : { ...level, available: level.available + delta },
    );
    const moved: readonly QuantityName[] = name === 'incoming' ? ['incoming'] : ['available', 'on_hand'];
    changes.push(...moved.map((each) => ({ name: each, delta, item, place })));
  }
  if (changes.length === 0) return null;
  return {
    id: shop.newId('group'),
    at: shop.world.now(),
    reason,
    uri: referenceDocumentUri ?? null,
    changes,
  };
}

/** Nothing changed: no group. */
function groupView(shop: Shop, facts: Json): Record<string, unknown> | null {
  if (facts === null) return null;
  // What `carryOut` made.
  const { id, at, reason, uri, changes } = facts as {
    id: string;
    at: number;
    reason: string;
    uri: string | null;
    changes: { name: string; delta: number; item: string; place: string }[];
  };
  return {
    id: gid('InventoryAdjustmentGroup', id),
    createdAt: isoText(at),
    reason,
    referenceDocumentUri: uri,
    changes: ({ quantityNames: names }: { quantityNames?: readonly string[] | null }) =>
      changes
        .filter(({ name }) => !names || names.includes(name))
        .map(({ name, delta, item, place }) => ({
          name,
          delta,
          quantityAfterChange: null,
          item: () => {
            const found = shop.item(item);
            return found === null ? null : itemView(shop, found.product, found.variant);
          },
          location: () => {
            const found = placeOf(place);
            return found === undefined ? null : placeView(shop, found);
          },
        })),
  };
}

function activated(
  shop: Shop,
  args: { inventoryItemId: string; locationId: string; available?: number | null; onHand?: number | null },
): Json {
  const itemId = idIn('InventoryItem', args.inventoryItemId) ?? '';
  const place = placeOf(idIn('Location', args.locationId));
  const found = shop.item(itemId);
  if (found === null) throw refused('inventoryItemId', "The inventory item couldn't be found.");
  if (place === undefined) throw refused('locationId', "The location couldn't be found.");
  if (found.variant.levels[place.id] !== undefined) {
    if (args.available != null || args.onHand != null) {
      const name = args.available != null ? 'available' : 'on_hand';
      const text = name === 'available' ? 'an available' : 'an on_hand';
      throw refused(
        name === 'available' ? 'available' : 'onHand',
        `Not allowed to set ${text} quantity when the item is already active at the location.`,
      );
    }
    return itemId;
  }
  shop.changeLevel(itemId, place.id, (level) => ({
    ...level,
    available: args.available ?? args.onHand ?? 0,
  }));
  return itemId;
}
