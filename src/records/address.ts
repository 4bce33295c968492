import { z } from 'zod';

/** A postal address. `street` is the whole first line with its house number; `extra` what did not fit there. */
export const address = z.object({
  street: z.string().optional(),
  extra: z.string().optional(),
  postalCode: z.string().optional(),
  city: z.string().optional(),
  region: z.string().optional(),
  /** ISO 3166-1 alpha-2. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'not_a_country')
    .optional(),
});

export type Address = z.infer<typeof address>;

/** Where parcels go, and to whom there; without a name it is the buyer. */
export const delivery = address.extend({
  name: z.string().optional(),
  firstName: z.string().optional(),
  lastName: z.string().optional(),
  company: z.string().optional(),
  phone: z.string().optional(),
});

export type Delivery = z.infer<typeof delivery>;
