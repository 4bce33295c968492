import type { Api } from '../../contract/api.ts';
import { recordId } from '../ids.ts';
import { query } from '../queries.ts';
import { soql } from '../soql.ts';
import { type CategoryWire, catalogOf, categoryFields, categoryWire } from './wire.ts';

/** Null where it is gone, or is one of another catalogue. */
export async function readCategory(api: Api, key: string): Promise<CategoryWire | null> {
  const id = recordId(key);
  const catalog = catalogOf(api.account);
  if (id === null) return null;
  const q = soql`SELECT ${categoryFields} FROM ProductCategory WHERE Id = ${id} AND CatalogId = ${catalog}`;
  const [found] = (await query(api, q, categoryWire)).records;
  return found ?? null;
}
