import type { JsonObject } from '../../contract/target.ts';
import { Made, type Part, urlOf } from '../composite.ts';
import type { Sale } from './sale.ts';

/** Of one collection; a call may have five of them (sheet 3.4, 3.6). */
const itemsAtOnce = 200;

/** The items of the order that is made before them in the same call. `attributes` must come first (sheet 3.6). */
export function itemParts(items: readonly JsonObject[], { items: type, parent }: Sale): Part[] {
  const parts: Part[] = [];
  for (let start = 0; start < items.length; start += itemsAtOnce) {
    const records = items
      .slice(start, start + itemsAtOnce)
      .map((item) => ({ attributes: { type }, [`${parent}Id`]: new Made('order'), ...item }));
    const referenceId = `items${parts.length}`;
    parts.push({
      method: 'POST',
      url: urlOf('composite/sobjects'),
      referenceId,
      body: { allOrNone: true, records },
    });
  }
  return parts;
}
