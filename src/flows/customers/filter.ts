import type { Customer } from '../../records/customer.ts';
import { type Reason, reason } from '../../records/reason.ts';
import type { CustomersSettings } from './settings.ts';

/** Returns why a customer does not leave, or null when it does. */
export function reasonToSkip(
  { kind, email, address: { country } }: Customer,
  { kinds, countries, withoutEmail }: CustomersSettings,
): Reason | null {
  if (kinds && !kinds.includes(kind)) return reason('kind_excluded', { kind });
  if (countries && (country === undefined || !countries.includes(country))) {
    return reason('country_excluded', { country: country ?? '' });
  }
  if (withoutEmail === 'skip' && isBlank(email)) return reason('email_missing', {});
  return null;
}

export function isBlank(email: string | undefined): email is undefined {
  return email === undefined || email.trim() === '';
}
