import { rejected } from '../../../records/problem.ts';
import type { JsonObject } from '../../contract/target.ts';
import { Made, maxLists, maxParts, type Part, urlOf } from '../composite.ts';
import type { Sale } from './sale.ts';

/** Of one collection (sheet 3.6). */
const itemsAtOnce = 200;
const maxListed = maxLists * itemsAtOnce;

/**
 * The items of the order that is made before them in the same call, which has room for `others` besides: lists of them, and what these do not hold one by
 * one. Throws `too_many_lines` where the call has no room for all: in two it could not be all or nothing.
 */
export function itemParts(items: readonly JsonObject[], sale: Sale, others: number): Part[] {
  const most = maxListed + maxParts - maxLists - others;
  if (items.length > most)
    throw rejected('too_many_lines', { system: 'Salesforce', lines: items.length, most });
  return [...lists(items.slice(0, maxListed), sale), ...singles(items.slice(maxListed), sale)];
}

/** `attributes` must come first (sheet 3.6). */
function lists(items: readonly JsonObject[], sale: Sale): Part[] {
  const parts: Part[] = [];
  for (let start = 0; start < items.length; start += itemsAtOnce) {
    const records = items
      .slice(start, start + itemsAtOnce)
      .map((item) => ({ attributes: { type: sale.items }, ...ofOrder(item, sale) }));
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

function singles(items: readonly JsonObject[], sale: Sale): Part[] {
  return items.map((item, index) => ({
    method: 'POST',
    url: urlOf(`sobjects/${sale.items}`),
    referenceId: `item${index}`,
    body: ofOrder(item, sale),
  }));
}

function ofOrder(item: JsonObject, { parent }: Sale): JsonObject {
  return { [`${parent}Id`]: new Made('order'), ...item };
}
