import { z } from 'zod';
import { secret } from '../contract/connector.ts';
import { aside, suchAs } from '../contract/credential-meta.ts';
import { publicHttpsUrl } from '../wire/public-url.ts';

/** Numbers or names of rows, with commas between them. */
const names = z.string().trim().min(1).optional();

export const credentials = z.object({
  /** Every shop answers on its own host (sheet 2.1); a page of it may be entered. */
  address: suchAs(
    'https://mywebshop.ccvshop.nl',
    publicHttpsUrl().overwrite((typed) => (URL.canParse(typed) ? new URL(typed).origin : typed)),
  ),
  publicKey: z.string().trim().min(1),
  secretKey: secret(),
  /** `on`: the shop is asked for webhooks. They tell of orders, products and categories only; left out, everything is polled. */
  webhooks: z.enum(['on', 'off']).optional(),
  /** ISO code; needed where the shop does not tell its own. */
  country: suchAs(
    'NL',
    z
      .string()
      .regex(/^[A-Z]{2}$/, 'not_a_country')
      .optional(),
  ),
  /** Of a till: what its receipts call tips, vouchers and rounding to coins. No field tells these (sheet, unknown). */
  tips: aside(names, 'FOOI'),
  vouchers: aside(names),
  rounding: aside(names),
});
export type CcvCredentials = z.infer<typeof credentials>;
