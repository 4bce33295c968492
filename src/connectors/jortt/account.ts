import { z } from 'zod';
import type { Account } from '../contract/account.ts';
import type { Api } from '../contract/api.ts';
import { path } from '../contract/path.ts';
import { one } from './fields.ts';
import { timeZone } from './today.ts';

/** Sheet 7.1, Organization. */
const organizationWire = z.looseObject({
  id: z.string().min(1).nullish(),
  company_name: z.string().nullish(),
  one_stop_shop_enabled: z.boolean().nullish(),
  vat_type: z.string().nullish(),
});

/**
 * Traits: `oss`, whether the administration books private sales abroad at foreign rates, and `vatType` (`vat`,
 * `sometimes_vat`, `never_vat`). Jortt has one currency and one time zone (sheet 1, 10.18).
 */
export async function readAccount(api: Api): Promise<Account> {
  const { data } = await api.get(path`/v3/organizations/me`, one(organizationWire));
  return {
    name: data.company_name?.trim() || 'Jortt',
    ...(data.id ? { identity: data.id } : {}),
    currency: 'EUR',
    timeZone,
    traits: {
      oss: String(data.one_stop_shop_enabled ?? false),
      ...(data.vat_type ? { vatType: data.vat_type } : {}),
    },
  };
}
