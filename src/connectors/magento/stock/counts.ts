/** Whether open orders are taken off what is written, which is so unless a module has switched reservations off. */
import { z } from 'zod';
import { big } from '../../../records/money.ts';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import { list, text } from '../../wire/fields.ts';
import { remembered } from '../../wire/remembered.ts';
import { amount } from '../fields.ts';
import { skuWire } from '../products/sku.ts';
import { found, searchQuery } from '../search.ts';
import { inventoryOf } from './inventory.ts';
import { shelvesOf } from './levels.ts';

const orderWire = z.object({
  items: list(
    z.object({
      sku: skuWire,
      product_type: text,
      qty_ordered: amount,
      qty_shipped: amount,
      qty_canceled: amount,
      qty_refunded: amount,
    }),
  ),
});

/** Orders and SKUs that are looked at. */
const enough = 10;

export const countsOf = remembered(async (api): Promise<'physical' | 'net'> => {
  const inventory = await inventoryOf(api);
  if (inventory === null) return 'net';
  const skus = await openSkus(api);
  if (skus.length === 0) return 'physical';
  const shelves = [...(await shelvesOf(api, inventory, skus)).values()].filter(
    ({ managed, reserved, inStock }) => managed && reserved !== undefined && big(inStock).gt(0),
  );
  // Where all of what is ordered and still here can be sold, nothing is reserved.
  return shelves.length > 0 && shelves.every(({ reserved }) => reserved === '0') ? 'net' : 'physical';
});

/** Of what is ordered, and neither sent nor given back. */
async function openSkus(api: Api): Promise<string[]> {
  const { items: orders } = await api.get(
    path`/V1/orders`,
    found(orderWire),
    searchQuery({
      groups: [{ field: 'state', condition: 'in', value: 'new,processing' }],
      sort: [{ field: 'entity_id', direction: 'DESC' }],
      pageSize: enough,
      fields: 'items[sku,product_type,qty_ordered,qty_shipped,qty_canceled,qty_refunded]',
    }),
  );
  const open = orders
    .flatMap(({ items }) => items)
    .filter(({ product_type: type, qty_ordered: ordered = '0', ...gone }) => {
      const left = big(ordered)
        .minus(gone.qty_shipped ?? '0')
        .minus(gone.qty_canceled ?? '0')
        .minus(gone.qty_refunded ?? '0');
      return type === 'simple' && left.gt(0);
    });
  return [...new Set(open.map(({ sku }) => sku))].slice(0, enough);
}
