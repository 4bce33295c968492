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

/** By the number of open-ended quantifiers: with each, the worst case gains a power of the text's length. */
const longestTexts = [10_000, 10_000, 1_000, 300, 150] as const;

const quantifier = /^(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/;

/** Small counts are as good as written out; above it a count is as bad as an open end. */
const smallCount = 10;

/** How long a text this pattern may be tried on; 0 for none. */
function longestTextOf(source: string): number {
  let openEnds = 0;
  /** Per open group: whether it can match in more than one way. */
  const groups: boolean[] = [false];
  for (let at = 0; at < source.length; ) {
    const character = source[at];
    const varied = () => {
      groups[groups.length - 1] = true;
    };
    let ambiguous = false;
    if (character === '(') {
      groups.push(false);
      at += 1;
      // What follows is no quantifier: `(?:`, `(?<name>`.
      if (source[at] === '?') at += 1;
      continue;
    }
    if (character === '|') {
      varied();
      at += 1;
      continue;
    }
    if (character === ')') {
      ambiguous = groups.pop() ?? false;
      if (ambiguous) varied();
      at += 1;
    } else if (character === '[') {
      at = endOfClass(source, at);
    } else {
      at += character === '\\' ? 2 : 1;
    }
    const found = quantifier.exec(source.slice(at));
    if (!found) continue;
    at += found[0].length;
    const { open, varies, repeats } = countOf(found);
    if (ambiguous && repeats) return 0;
    if (varies) varied();
    if (open) openEnds += 1;
  }
  return longestTexts[openEnds] ?? 0;
}

function countOf([, sign, least, comma, most]: RegExpExecArray): {
  readonly open: boolean;
  readonly varies: boolean;
  readonly repeats: boolean;
} {
  if (sign !== undefined) return { open: sign !== '?', varies: true, repeats: sign !== '?' };
  const highest = comma === '' ? Number(least) : most === '' ? Number.POSITIVE_INFINITY : Number(most);
  return { open: highest > smallCount, varies: comma !== '', repeats: highest > 1 };
}

function endOfClass(source: string, start: number): number {
  let at = start + 1;
  while (at < source.length && source[at] !== ']') at += source[at] === '\\' ? 2 : 1;
  return at + 1;
}

function tooCostly(): { code: string } {
  return { code: 'pattern_too_costly' };
}
