/** What Jortt's answers and bodies are made of. Answers may carry more than is known here (sheet 10.1). */
import { z } from 'zod';
import { money } from '../../records/money.ts';
import { Problem } from '../../records/problem.ts';
import type { Api } from '../contract/api.ts';
import type { Path } from '../contract/path.ts';
import { amount, countryCode, needed } from '../wire/fields.ts';

export const paymentMethods = ['pay_later', 'direct_debit', 'already_paid'] as const;

/** Of a whole invoice. A decimal as text; a number where the description errs (sheet 1, 4.2). */
export const cents = needed(amount).transform((value) => money(value, 'EUR'));

/** An invalid country does not hold up the whole invoice: the address can be mapped. */
export const country = countryCode.catch(undefined);

export function one<T>(data: z.ZodType<T>) {
  return z.looseObject({ data });
}

/** A create answers with the id only (sheet 6.4). */
export const createdWire = one(z.object({ id: z.string().min(1) })).transform(({ data }) => data);

/** The record at this path. An id that is no UUID is refused with 422, not 404 (sheet 3.2). */
export async function findOne<T>(api: Api, path: Path, schema: z.ZodType<T>): Promise<T | null> {
  try {
    const answer = await api.find(path, one(schema));
    return answer?.data ?? null;
  } catch (error) {
    // The only parameter is the id, so nothing else can have been refused.
    if (error instanceof Problem && error.code === 'refused') return null;
    throw error;
  }
}
