/** The parts of an OAuth 1.0a signature (RFC 5849), sorted as PHP's libraries sort them. */

export type Pair = readonly [name: string, value: string];

/** RFC 3986. */
export function percentEncoded(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

export function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What follows the word `OAuth`, whose case does not matter; null for another scheme. */
export function readHeader(header: string | null): Map<string, string> | null {
  const match = /^OAuth\s+(.*)$/is.exec(header ?? '');
  if (match === null) return null;
  const pairs = (match[1] ?? '').split(',').flatMap((part) => {
    const found = /^\s*([^=\s]+)="?([^"]*)"?\s*$/.exec(part);
    return found === null ? [] : [[percentDecoded(found[1] ?? ''), percentDecoded(found[2] ?? '')] as const];
  });
  return new Map(pairs);
}

/** The raw query, split on `&` and `=`: a piece without exactly one `=` is left out. A plus stays a plus. */
export function queryPairs(search: string): Pair[] {
  return search
    .replace(/^\?/, '')
    .split('&')
    .flatMap((piece) => {
      const [name, value, ...rest] = piece.split('=');
      if (name === undefined || value === undefined || rest.length > 0 || name === '') return [];
      return [[percentDecoded(name), percentDecoded(value)] as const];
    });
}

export function baseString(method: string, url: string, pairs: readonly Pair[]): string {
  const joined = pairs
    .map(([name, value]) => [percentEncoded(name), percentEncoded(value)] as const)
    .sort((one, other) => naturally(one[0], other[0]) || naturally(one[1], other[1]))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
  return [method, url, joined].map(percentEncoded).join('&');
}

export function signingKey(consumerSecret: string, tokenSecret: string): string {
  return `${percentEncoded(consumerSecret)}&${percentEncoded(tokenSecret)}`;
}

/** As `strnatcmp`: runs of digits compare by their number, so `[2]` comes before `[10]`. */
function naturally(one: string, other: string): number {
  const left = one.match(/\d+|\D+/g) ?? [];
  const right = other.match(/\d+|\D+/g) ?? [];
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const order = chunks(left[index], right[index]);
    if (order !== 0) return order;
  }
  return 0;
}

function chunks(one: string | undefined, other: string | undefined): number {
  if (one === undefined || other === undefined) return one === other ? 0 : one === undefined ? -1 : 1;
  // `strnatcmp` also compares the digits of encoded characters, such as those of `%5B10%5D`, as numbers.
  if (/^\d/.test(one) && /^\d/.test(other)) {
    const [left, right] = [one.replace(/^0+(?=\d)/, ''), other.replace(/^0+(?=\d)/, '')];
    if (left.length !== right.length) return left.length - right.length;
    if (left !== right) return left < right ? -1 : 1;
    return 0;
  }
  return one === other ? 0 : one < other ? -1 : 1;
}
