/** Provinces as an org knows them that has picklists for them: which code is one of which country (sheet 3.9, `validFor`). */
import type { Description } from './describe.ts';

/** `US-CA`, with commas between them. Empty where provinces are a text. */
export function statesIn(account: Description): string {
  const countries = account.field('BillingCountryCode')?.picklistValues ?? [];
  const states = account.values('BillingStateCode').flatMap(({ value = '', validFor = '' }) => {
    const isFor = bitsOf(validFor);
    return countries.flatMap(({ value: country }, index) =>
      country !== undefined && value !== '' && isFor(index) ? [`${country}-${value}`] : [],
    );
  });
  return [...new Set(states)].join(',');
}

/** A bit for every value that the picklist depends on, the highest bit first, as base64. */
function bitsOf(encoded: string): (index: number) => boolean {
  const bytes = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(encoded)
    ? atob(encoded)
    : '';
  return (index) => ((bytes.charCodeAt(index >> 3) || 0) & (0x80 >> (index & 7))) !== 0;
}
