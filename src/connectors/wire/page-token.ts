import type { z } from 'zod';
import { rejected } from '../../records/problem.ts';

/** Reads where an earlier page ended, in the connector's own form. Throws `page_unreadable`. */
export function readToken<T>(token: string, schema: z.ZodType<T>): T {
  try {
    return schema.parse(JSON.parse(token));
  } catch {
    throw rejected('page_unreadable', {});
  }
}
