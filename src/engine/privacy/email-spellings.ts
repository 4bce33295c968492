import { emailKey } from '../../records/customer.ts';
import { unicodeDomain } from './unicode-domain.ts';

/**
 * How one address may have been entered somewhere: as it stands, composed or not, its domain in its own letters or as DNS has it
 * (`bücher.example`, `xn--bcher-kva.example`). Each is in the form under which customers are linked.
 */
export function emailSpellings(email: string): readonly string[] {
  const key = emailKey(email);
  const [, local, domain] = /^(.+)@([^@]+)$/.exec(key) ?? [];
  if (local === undefined || domain === undefined) return writings(key);
  const ascii = asciiDomain(domain);
  const domains = [domain, ...(ascii === null ? [] : [ascii, unicodeDomain(ascii)])].flatMap(writings);
  return [...new Set(writings(local).flatMap((each) => domains.map((where) => `${each}@${where}`)))];
}

function writings(text: string): string[] {
  const all = [text, text.normalize('NFC'), text.normalize('NFD'), text.normalize('NFKC')];
  return [...new Set(all.map(emailKey))];
}

function asciiDomain(domain: string): string | null {
  const url = `http://${domain}`;
  return URL.canParse(url) ? new URL(url).hostname : null;
}
