/** Levels stand in a field of the org's own on the product: plain Sales Cloud has none (sheet 5.5). */
import { z } from 'zod';
import type { StockLevel } from '../../../records/stock-level.ts';
import type { Api } from '../../contract/api.ts';
import { amount, needed, skuWire, text } from '../../wire/fields.ts';
import { recordId } from '../ids.ts';
import { orgOf, requireTrait } from '../org.ts';
import { pieces, readRows } from '../queries.ts';
import { fields, soql } from '../soql.ts';

/** Throws `org_lacks` in an org without it. */
export function stockField({ account }: Api): string {
  return requireTrait(account, 'stockField', 'Product2', 'Stock__c');
}

/** By the product's id; what is gone is left out. An empty field is not counted, and not zero. */
export async function readLevels(api: Api, ids: readonly string[]): Promise<ReadonlyMap<string, StockLevel>> {
  const { skuField } = orgOf(api.account);
  const field = stockField(api);
  const row = z.object({ Id: needed(text), Name: text, [skuField]: skuWire, [field]: amount });
  const wanted = [...new Set(ids.flatMap((id) => recordId(id) ?? []))];
  const levels = new Map<string, StockLevel>();
  for (const some of pieces(wanted)) {
    const q = soql`SELECT ${fields('Id', 'Name', skuField, field)} FROM Product2 WHERE Id IN ${some}`;
    for (const each of await readRows(api, q, row)) {
      const [id, sku, name, onHand] = [each.Id, each[skuField], each.Name, each[field]];
      levels.set(String(id), {
        ...(sku === undefined ? {} : { sku: String(sku) }),
        ...(name === undefined ? {} : { name: String(name) }),
        productId: String(id),
        ...(onHand === undefined ? { managed: false } : { managed: true, available: String(onHand) }),
      });
    }
  }
  return levels;
}
