import { z } from 'zod';

/** What baskets are written in: decimal strings, never numbers. */
export const decimal = z.string().regex(/^\d{1,9}(\.\d{1,4})?$/, 'must be a decimal such as "12.34"');

export const money = z.string().regex(/^\d{1,9}(\.\d{1,2})?$/, 'must be an amount such as "12.34"');

export const countryCode = z.string().regex(/^[A-Z]{2}$/);

/** What every shop's buyer has. Spread it into the shop's own. */
export const buyerFields = {
  email: z.string(),
  /** Has an account in the shop; else a guest, whose orders name no customer. */
  account: z.boolean().default(true),
};

/** What every shop's sale has. Spread it into the shop's own. */
export const saleFields = {
  /** What is special about it, for people who read the expectations. */
  about: z.string().default(''),
};
