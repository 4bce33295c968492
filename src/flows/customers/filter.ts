import type { Customer } from '../../records/customer.ts';
import type { CustomersSettings } from './settings.ts';

/** Why a customer does not leave; null when it does. */
export function reasonToSkip(
  { kind, email, address: { country } }: Customer,
  { kinds, countries, withoutEmail }: CustomersSettings,
): string | null {
  if (kinds && !kinds.includes(kind)) return `a ${kind} is not in "kinds"`;
  if (countries && (country === undefined || !countries.includes(country))) {
    return country === undefined ? 'has no country' : `country ${country} is not in "countries"`;
  }
  if (withoutEmail === 'skip' && isBlank(email)) return 'has no e-mail address';
  return null;
}

export function isBlank(email: string | undefined): email is undefined {
  return email === undefined || email.trim() === '';
}
