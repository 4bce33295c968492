import type { z } from 'zod';
import { rejected } from '../../records/problem.ts';

/** Reads what an earlier page or window left, in this connector's own form. */
export function readToken<T>(token: string, schema: z.ZodType<T>): T {
  try {
    return schema.parse(JSON.parse(token));
  } catch {
    throw rejected('page_unreadable', {});
  }
}
