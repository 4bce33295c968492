import type { JsonObject } from '../../connectors/contract/target.ts';
import type { Category } from '../../records/category.ts';
import type { Context, Endpoints } from './endpoints.ts';
import { reverseOf } from './endpoints.ts';

/** A category of the source. */
export interface SourceRecord {
  readonly category: Category;
  /** Its own fields there, for the way back; none where nothing goes back. */
  readonly values: JsonObject;
}

/** Returns null where it is gone. One read gives what it says and what stands there, of the same moment. */
export async function readSource(
  context: Context,
  { source }: Endpoints,
  key: string,
): Promise<SourceRecord | null> {
  const { api } = context.source;
  const reverse = reverseOf(context);
  if (reverse === null) {
    const category = await source.get(api, key);
    return category === null ? null : { category, values: {} };
  }
  const standing = await reverse.target.get(api, key);
  return standing === null ? null : { category: standing.category, values: standing.values };
}
