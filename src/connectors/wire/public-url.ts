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

function parsed(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

function objection(text: string): string | null {
  if (!/^https:\/\//i.test(text)) return 'must begin with https://';
  const url = parsed(text);
  if (url === null) return 'must be an address such as "https://shop.example.com"';
  if (url.username !== '' || url.password !== '') return 'must not contain a user name or password';
  if (url.search !== '' || url.hash !== '' || /[?#]/.test(text)) return 'must not contain "?" or "#"';
  if (!isPublicHost(url.hostname)) return 'must be an address on the public internet';
  return null;
}

function isPublicHost(host: string): boolean {
  if (host.startsWith('[')) return isPublicIpv6(host.slice(1, -1));
  if (/^[\d.]+$/.test(host)) return isPublicIpv4(host.split('.').map(Number));
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

/** The first numbers of an address and how many bits of it count. */
type Prefix = readonly [first: readonly number[], length: number];

/** From the IANA registry of special-purpose IPv4 addresses. */
const specialIpv4: readonly Prefix[] = [
  [[0], 8],
  [[10], 8],
  [[100, 64], 10],
  [[127], 8],
  [[169, 254], 16],
  [[172, 16], 12],
  [[192, 0, 0], 24],
  [[192, 0, 2], 24],
  [[192, 88, 99], 24],
  [[192, 168], 16],
  [[198, 18], 15],
  [[198, 51, 100], 24],
  [[203, 0, 113], 24],
  // Multicast, reserved and broadcast.
  [[224], 3],
];

function isPublicIpv4(octets: readonly number[]): boolean {
  return !specialIpv4.some(([first, length]) => isWithin(octets, first, length, 8));
}

/**
 * Only global unicast (2000::/3), without the parts of it that stand for something else: protocol assignments with
 * Teredo (2001::/23), documentation (2001:db8::/32, 3fff::/20) and 6to4, which wraps an IPv4 address (2002::/16). This
 * leaves out loopback, link-local, unique local, multicast and every way to write an IPv4 address as IPv6.
 */
function isPublicIpv6(text: string): boolean {
  const groups = groupsOf(text);
  return (
    isWithin(groups, [0x2000], 3, 16) &&
    !specialIpv6.some(([first, length]) => isWithin(groups, first, length, 16))
  );
}

const specialIpv6: readonly Prefix[] = [
  [[0x2001], 23],
  [[0x2001, 0x0db8], 32],
  [[0x2002], 16],
  [[0x3fff], 20],
];

/** The parser leaves one `::` at most and no dotted part. */
function groupsOf(text: string): number[] {
  const [head = '', tail] = text.split('::');
  const read = (part: string) =>
    part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16));
  const before = read(head);
  if (tail === undefined) return before;
  const after = read(tail);
  return [...before, ...Array<number>(8 - before.length - after.length).fill(0), ...after];
}

function isWithin(
  address: readonly number[],
  first: readonly number[],
  length: number,
  width: number,
): boolean {
  const bits = (numbers: readonly number[]) =>
    numbers.map((number) => number.toString(2).padStart(width, '0')).join('');
  return bits(first).padEnd(length, '0').slice(0, length) === bits(address).slice(0, length);
}
