import { z } from 'zod';
import { mapFields } from '../../mapping/fields.ts';
import { type StockLevel, stockLevel } from '../../records/stock-level.ts';
import type { Context } from './work.ts';

/** What a mapping, or `fixed`, may fill in: how many of the source's pieces one of the target's is, such as 12 in a box. */
export const stockFields = z.object({ factor: z.number().positive() });

const mapped = stockFields.partial();

/** What its expression is given. */
export const factorInput = z.object({ level: stockLevel });

/** Throws `mapping_failed`. */
export async function factorOf(
  { mapping, settings: { fixed } }: Context,
  level: StockLevel,
): Promise<number> {
  const fields = await mapFields('', stockFields, mapping, fixed, { level });
  return mapped.parse(fields).factor ?? 1;
}
