/**
 * Regular expressions of a mapping run in the engine's own backtracking matcher, which no time limit can stop. So a
 * pattern that could take exponential time is refused, and the others get text no longer than they can bear.
 */
export class BoundedPattern {
  readonly #pattern: RegExp;
  readonly #longestText: number;

  constructor(pattern: RegExp) {
    this.#pattern = pattern;
    this.#longestText = longestTextOf(pattern.source);
    if (this.#longestText === 0) throw tooCostly();
  }

  get lastIndex(): number {
    return this.#pattern.lastIndex;
  }

  set lastIndex(index: number) {
    this.#pattern.lastIndex = index;
  }

  exec(text: string): RegExpExecArray | null {
    if (text.length > this.#longestText) throw tooCostly();
    return this.#pattern.exec(text);
  }
}

/** Whether a pattern may be used at all. */
export function isBounded(pattern: RegExp): boolean {
  return longestTextOf(pattern.source) > 0;
}

/** What one use of it may take, in steps of an expression: a costly one is not for loops. */
export function costOf(pattern: RegExp): number {
  const longest = longestTextOf(pattern.source);
  return longest >= 10_000 ? 1 : longest >= 5_000 ? 20 : 200;
}

/**
 * The longest text by the power in which the worst case grows with it: each about a third of a second. Beyond the last
 * a pattern is refused.
 */
const longestTexts = [10_000, 10_000, 5_000, 500, 150, 80] as const;

const quantifier = /^(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/;
/** Atoms that match about anything, so that neighbours can take text from each other. */
const wide = /^(?:\.|\[\^|\\[DSWP]|\))/;

/** Small counts are as good as written out; above it a count is as bad as an open end. */
const smallCount = 10;

/** How long a text this pattern may be tried on; 0 for none. */
function longestTextOf(source: string): number {
  /** Open-ended quantifiers by their atom. */
  const openEnds = new Map<string, number>();
  /** Per open group: whether it can match in more than one way. */
  const groups: boolean[] = [false];
  for (let at = 0; at < source.length; ) {
    const start = at;
    at = endOfAtom(source, at);
    const atom = source.slice(start, at);
    if (atom.startsWith('(')) {
      groups.push(false);
      continue;
    }
    const ambiguous = atom === ')' && (groups.pop() ?? false);
    const found = quantifier.exec(source.slice(at));
    const { open, varies, repeats } = found ? countOf(found) : once;
    if (ambiguous && repeats) return 0;
    if (ambiguous || varies || atom === '|') groups[groups.length - 1] = true;
    if (open) {
      const kind = wide.test(atom) ? 'wide' : atom;
      openEnds.set(kind, (openEnds.get(kind) ?? 0) + 1);
    }
    at += found?.[0].length ?? 0;
  }
  const { wide: wideOnes = 0, ...narrow } = Object.fromEntries(openEnds);
  // Without an anchor the whole is tried from every place.
  const power = wideOnes + Math.max(0, ...Object.values(narrow)) + (source.startsWith('^') ? 0 : 1);
  return longestTexts[power] ?? 0;
}

const once = { open: false, varies: false, repeats: false };

function countOf([, sign, least, comma, most]: RegExpExecArray): {
  readonly open: boolean;
  readonly varies: boolean;
  readonly repeats: boolean;
} {
  if (sign !== undefined) return { open: sign !== '?', varies: true, repeats: sign !== '?' };
  const highest = comma === '' ? Number(least) : most === '' ? Number.POSITIVE_INFINITY : Number(most);
  return { open: highest > smallCount, varies: comma !== '', repeats: highest > 1 };
}

function endOfAtom(source: string, start: number): number {
  switch (source[start]) {
    case '\\':
      return start + 2;
    case '(':
      // The mark of `(?:` or `(?<name>` is no quantifier.
      return source[start + 1] === '?' ? start + 2 : start + 1;
    case '[':
      return endOfClass(source, start);
    default:
      return start + 1;
  }
}

function endOfClass(source: string, start: number): number {
  let at = start + 1;
  while (at < source.length && source[at] !== ']') at += source[at] === '\\' ? 2 : 1;
  return at + 1;
}

function tooCostly(): { code: string } {
  return { code: 'pattern_too_costly' };
}
