import { normalise, sum } from '../../records/money.ts';
import type { StockLevel } from '../../records/stock-level.ts';
import type { StockSettings } from './settings.ts';

const numbers = ['onHand', 'reserved', 'available', 'incoming'] as const;

/** The places of one SKU of one product as one level. A number that one place does not tell is not told of all of them. */
export function together(rows: readonly StockLevel[]): StockLevel {
  const [{ location, ...first } = {}] = rows;
  return {
    ...first,
    ...(rows.length === 1 && location !== undefined ? { location } : {}),
    ...(rows.some(({ managed }) => managed === false) ? { managed: false } : {}),
    ...Object.fromEntries(numbers.map((name) => [name, summed(rows.map((row) => row[name]))])),
  };
}

/** The levels of a key: one for every SKU of a product or variant. A SKU that two of them share is there twice. */
export function levelsOf(rows: readonly StockLevel[]): StockLevel[] {
  const owners = Map.groupBy(rows, ({ sku, productId, variantId }) =>
    JSON.stringify([sku, productId, variantId]),
  );
  return [...owners.values()].flatMap((own) => {
    const perPlace = Map.groupBy(own, ({ location = '' }) => location);
    // Two rows for one place are two things that nothing else tells apart.
    return perPlace.size === own.length ? [together(own)] : own;
  });
}

/** The number that the settings choose; null where the source does not tell it. */
export function chosenQuantity(
  level: StockLevel,
  { quantity }: Pick<StockSettings, 'quantity'>,
): string | null {
  switch (quantity) {
    case 'available':
      return availableOf(level);
    case 'onHand':
      return level.onHand ?? null;
    case 'availableAndIncoming':
      return summed([availableOf(level) ?? undefined, level.incoming]) ?? null;
  }
}

/** Null where it is not known. */
export function availableOf({ onHand, reserved, available }: StockLevel): string | null {
  if (onHand !== undefined && reserved !== undefined) return normalise(sum([onHand]).minus(reserved));
  return available ?? null;
}

function summed(values: readonly (string | undefined)[]): string | undefined {
  const told = values.filter((value) => value !== undefined);
  return told.length === values.length ? normalise(sum(told)) : undefined;
}
