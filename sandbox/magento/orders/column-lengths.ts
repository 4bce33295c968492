import type { JsonObject } from '../../kit/json.ts';

/**
 * How many characters columns of an order hold. What is longer is cut without a word: no error, and the answer shows
 * what was kept. A search compares with that, so the whole text is never found again. The sheet calls the columns free
 * (7.2) and gives no length; it is the one that shops have.
 */
const lengths: Readonly<Record<string, number>> = { ext_order_id: 32, ext_customer_id: 32 };

export function cutToColumns(header: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(header).map(([name, value]) => {
      const length = Object.hasOwn(lengths, name) ? lengths[name] : undefined;
      // By character, not by half of one: the database counts so.
      if (length === undefined || typeof value !== 'string') return [name, value];
      return [name, [...value].slice(0, length).join('')];
    }),
  );
}
