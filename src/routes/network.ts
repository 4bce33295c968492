/**
 * The network that an address belongs to, for counting what comes from it: an IPv4 address itself, of an IPv6 address
 * its first 64 bits, for whoever has one of those has all of them (RFC 4291, 2.5.4).
 */
export function networkOf(address: string): string {
  const host = `http://[${address}]`;
  if (!address.includes(':') || !URL.canParse(host)) return address;
  // The parser writes every address in one way, with one "::" at most.
  const [head = [], tail] = new URL(host).hostname.slice(1, -1).split('::').map(groupsOf);
  if (tail === undefined) return head.slice(0, 4).join(':');
  const zeros = Array<string>(8 - head.length - tail.length).fill('0');
  return [...head, ...zeros, ...tail].slice(0, 4).join(':');
}

function groupsOf(part: string): string[] {
  return part === '' ? [] : part.split(':');
}
