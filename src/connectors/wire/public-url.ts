import ipaddr from 'ipaddr.js';
import { z } from 'zod';

/**
 * The address of a shop on a domain of its own: https and on the public internet, so that credentials never travel in the
 * clear and nobody can turn Koppel against a network that it happens to stand in. The runtime's own parser has read odd
 * spellings (decimal, octal, hexadecimal, full-width) by then. What a public name resolves to cannot be seen here; a
 * Worker has no private network to reach, and redirects are never followed. Gives origin and path without a trailing
 * slash.
 */
export function publicHttpsUrl() {
  return z
    .string()
    .trim()
    .superRefine((text, context) => {
      const reason = objection(text);
      if (reason !== null) context.addIssue({ code: 'custom', message: reason });
    })
    .overwrite((text) => {
      const url = parsed(text);
      return url === null ? text : `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
    });
}

/** Likewise of an address that is only called, such as a webhook: its query is its own. Null where it is public. */
export function publicAddressObjection(text: string): string | null {
  const reason = objection(text.replace(/[?#].*$/s, ''));
  return reason ?? (URL.canParse(text) ? null : 'not_an_address');
}

function parsed(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

function objection(text: string): string | null {
  if (!/^https:\/\//i.test(text)) return 'not_https';
  const url = parsed(text);
  if (url === null) return 'not_an_address';
  if (url.username !== '' || url.password !== '') return 'has_login';
  if (url.search !== '' || url.hash !== '' || /[?#]/.test(text)) return 'has_query';
  if (!isPublicHost(url.hostname)) return 'not_public';
  return null;
}

function isPublicHost(host: string): boolean {
  if (host.startsWith('[')) return isPublicIpv6(host.slice(1, -1));
  if (/^[\d.]+$/.test(host)) return ipaddr.IPv4.parse(host).range() === 'unicast';
  return isPublicName(host.replace(/\.$/, ''));
}

/** Names that by RFC 6761, 6762, 8375 and 9476, or by habit, mean something inside a network only. */
const privateEndings = new Set(
  'localhost local localdomain internal intranet private corp home lan arpa test invalid onion alt'.split(
    ' ',
  ),
);

function isPublicName(name: string): boolean {
  const labels = name.split('.');
  const ending = labels.at(-1) ?? '';
  return labels.length > 1 && labels.every((label) => label !== '') && !privateEndings.has(ending);
}

/** What IANA has given out so far; the library takes all that it does not know for unicast. */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');

function isPublicIpv6(text: string): boolean {
  const address = ipaddr.IPv6.parse(text);
  return address.match(globalUnicast) && address.range() === 'unicast';
}
