import { z } from 'zod';
import {
  amount,
  countryCode,
  currencyCode,
  flag,
  list,
  needed,
  part,
  text,
  timeZone,
} from '../wire/fields.ts';
import type { Operation } from './graphql.ts';

const data = z.object({
  shop: z.object({
    name: needed(text),
    currencyCode,
    ianaTimezone: timeZone,
    taxesIncluded: flag,

    shopAddress: part(z.object({ countryCodeV2: countryCode })),
    resourceLimits: part(z.object({ maxProductVariants: amount })),
  }),
  currentAppInstallation: part(z.object({ accessScopes: list(z.object({ handle: needed(text) })) })),
});

export const shop: Operation<z.infer<typeof data>> = {
  document: `query Shop {
    shop {
      name currencyCode ianaTimezone taxesIncluded
      shopAddress { countryCodeV2 }
      resourceLimits { maxProductVariants }
    }
    currentAppInstallation { accessScopes { handle } }
  }`,
  data,
  cost: 6,
};
