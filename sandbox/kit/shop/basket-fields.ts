import { z } from 'zod';

/** What baskets are written in: decimal strings, never numbers. */
export const decimal = z.string().regex(/^\d{1,9}(\.\d{1,4})?$/, 'must be a decimal such as "12.34"');

export const money = z.string().regex(/^\d{1,9}(\.\d{1,2})?$/, 'must be an amount such as "12.34"');
