/** A product as the database keeps it: values are by attribute and store view, and most views have none of their own. */
import type { Json, JsonObject } from '../../kit/json.ts';
import type { Scope } from '../attributes/attribute.ts';
import { storeViews } from '../stores/stores.ts';

export interface Picture {
  readonly id: number;
  /** `/m/o/mok.png`, below the shop's folder of product pictures. */
  readonly file: string;
  readonly label: string | null;
  readonly position: number;
  readonly disabled: boolean;
  readonly mediaType: string;
}

/** An attribute that the children of a configurable product differ in. */
export interface ProductOption {
  readonly id: number;
  readonly attributeId: number;
  readonly label: string;
  readonly position: number;
  /** Ids of the attribute's options. */
  readonly values: readonly number[];
}

export interface CategoryLink {
  readonly id: number;
  readonly position: number;
}

/** By store view id, 0 for all: the values by attribute code. No row means that the value of all applies. */
export type Values = Readonly<Record<string, JsonObject>>;

export interface Product {
  readonly id: number;
  readonly sku: string;
  readonly attributeSetId: number;
  readonly type: string;
  readonly websiteIds: readonly number[];
  readonly values: Values;
  readonly categories: readonly CategoryLink[];
  readonly pictures: readonly Picture[];
  readonly options: readonly ProductOption[];
  /** Ids of products. */
  readonly children: readonly number[];
  /** What the API shows as it was given: links, custom options, tier prices. */
  readonly extras: JsonObject;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** What a store view shows of an attribute; of all where it has no value of its own. Undefined without either. */
export function valueIn(values: Values, code: string, storeId: number): Json | undefined {
  return values[storeId]?.[code] ?? values[0]?.[code];
}

/** Every attribute that a store view shows. */
export function valuesIn(values: Values, storeId: number): JsonObject {
  return { ...values[0], ...(storeId === 0 ? {} : values[storeId]) };
}

/** The views that a value is stored for: those of the whole website where the attribute belongs to one. */
export function rowsFor(scope: Scope, storeId: number): number[] {
  if (scope === 'global' || storeId === 0) return [0];
  if (scope === 'store') return [storeId];
  const websiteId = storeViews.find(({ id }) => id === storeId)?.websiteId;
  return storeViews.filter((view) => view.websiteId === websiteId).map(({ id }) => id);
}

/** Sets a value for some views; null takes their rows away, so that they fall back to that of all. */
export function withValue(values: Values, code: string, value: Json, storeIds: readonly number[]): Values {
  const changed: Record<string, JsonObject> = { ...values };
  for (const id of storeIds) {
    const { [code]: _, ...others } = changed[id] ?? {};
    const row = value === null ? others : { ...others, [code]: value };
    if (Object.keys(row).length === 0 && id !== 0) delete changed[id];
    else changed[id] = row;
  }
  return changed;
}
