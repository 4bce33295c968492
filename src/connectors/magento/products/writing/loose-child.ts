/** Children that an earlier writing made and did not link: they are found by their SKU, and are sent what they do not say yet. */
import { big } from '../../../../records/money.ts';
import type { Api } from '../../../contract/api.ts';
import type { JsonObject } from '../../../contract/target.ts';
import { parentsOf } from '../families.ts';
import { basePrice, type PricePair, pricesOf } from '../prices.ts';
import { productsWith } from '../read.ts';
import { skuKey } from '../sku.ts';
import type { Custom } from '../to-wire.ts';
import { isInvisible, type ProductWire } from '../wire.ts';

/** A product that stands under the SKU of a child to be made. */
export interface Standing {
  readonly wire: ProductWire;
  readonly parents: readonly string[];
}

/** What a child is to say. */
export interface ChildFields {
  readonly fields: JsonObject;
  readonly custom: Custom;
}

/** By `skuKey`. */
export async function standingBySku(
  api: Api,
  skus: readonly string[],
): Promise<ReadonlyMap<string, Standing>> {
  const wanted = new Map(skus.map((sku) => [skuKey(sku), sku.trim()]));
  const rows = await productsWith(api, 'sku', wanted.values(), 'all');
  const found = rows.filter(({ sku }) => wanted.has(skuKey(sku)));
  const parents = await parentsOf(
    api,
    found.map(({ id }) => id),
  );
  return new Map(
    found.map((wire) => [
      skuKey(wire.sku),
      { wire, parents: (parents.get(wire.id) ?? []).map(({ id }) => id) },
    ]),
  );
}

/** Whether it may be this parent's. */
export function isOwn({ wire, parents }: Standing, parentId: string): boolean {
  return parents.length === 0 ? isInvisible(wire) : parents.includes(parentId);
}

/** What of it is not there yet. Prices go their own way. */
export function unsaid({ wire }: Standing, { fields, custom }: ChildFields): ChildFields {
  const { price: _price, ...others } = fields;
  const stands: Readonly<Record<string, string | undefined>> = { status: wire.status, weight: wire.weight };
  return {
    fields: Object.fromEntries(
      Object.entries(others).filter(([name, value]) => !isSameNumber(stands[name], value)),
    ),
    custom: Object.fromEntries(
      Object.entries(custom).filter(([code, value]) => String(wire.custom_attributes[code] ?? '') !== value),
    ),
  };
}

/** Whether it costs that already. */
export function costs({ wire }: Standing, wanted: PricePair, api: Pick<Api, 'account' | 'now'>): boolean {
  const stands = pricesOf(wire, api);
  return (
    stands !== undefined && big(stands.price).eq(wanted.price) && big(basePrice(stands)).eq(basePrice(wanted))
  );
}

function isSameNumber(stands: string | undefined, wanted: JsonObject[string]): boolean {
  return stands !== undefined && Number(stands) === wanted;
}
