import { failure } from './bounded-copy.ts';

/** What one evaluation may do: a step counts one, and so do an element of a list and a hundred characters that it gives. */
const maxWork = 100_000;
const charactersPerWork = 100;
/** Characters and elements of one value, with everything that it holds, as often as it holds it. */
const maxSize = 1_000_000;
/** More than a field could hold. */
const maxWidth = 10_000;

/** The part of JSONata's frame that is used here. Functions that are bound in the base frame stand before its own. */
export interface Frame {
  readonly base: Frame;
  lookup(name: string): unknown;
  bind(name: string, value: unknown): void;
}

interface NativeFunction {
  readonly _jsonata_function: true;
  readonly implementation: (...given: unknown[]) => unknown;
  readonly signature: unknown;
}

/**
 * Bounds one evaluation. JSONata's own `timeout` would stop nothing, because a Worker's clock stands still while it
 * computes, and its `sequence` bounds one list only: ten thousand lists of ten thousand would fill the memory.
 */
export class WorkBounds {
  #work = 0;
  /** Values are not changed once they are made: what was measured is not walked again. */
  readonly #sizes = new WeakMap<object, number>();

  constructor(frame: Frame) {
    for (const [name, size] of Object.entries(sizes)) bound(frame.base, name, size);
  }

  /** Counts what a step gave. Throws `too_many_steps` or `too_long`. */
  count(result: unknown): void {
    const size = this.#sizeOf(result);
    if (size > maxSize) throw failure('too_long');
    this.#work += 1 + (Array.isArray(result) ? result.length : 0);
    if (typeof result === 'string') this.#work += Math.ceil(size / charactersPerWork);
    if (this.#work > maxWork) throw failure('too_many_steps');
  }

  #sizeOf(value: unknown): number {
    if (typeof value === 'string') return value.length;
    if (typeof value !== 'object' || value === null || isFunction(value)) return 1;
    const known = this.#sizes.get(value);
    if (known !== undefined) return known;
    let size = 1;
    for (const each of Object.values(value)) {
      size += this.#sizeOf(each);
      if (size > maxSize) break;
    }
    this.#sizes.set(value, size);
    return size;
  }
}

/** How long a text these functions would make of what they are given: they make it at once, before anything can count it. */
const sizes: Readonly<Record<string, (...given: unknown[]) => number>> = {
  pad: (_text, width) => (Math.abs(Number(width)) > maxWidth ? Number.POSITIVE_INFINITY : 0),
  join: (texts, separator) =>
    Array.isArray(texts) && typeof separator === 'string' ? texts.length * separator.length : 0,
  replace: (text, pattern, replacement) =>
    typeof text === 'string' && typeof replacement === 'string'
      ? occurrences(text, pattern) * replacement.length
      : 0,
};

/** A regular expression matches once for every character at most, and once more at the end. */
function occurrences(text: string, pattern: unknown): number {
  return typeof pattern === 'string' && pattern !== ''
    ? text.split(pattern).length - 1
    : Math.min(text.length + 1, maxMatches);
}

/** A longer text is hardly matched at every character: one that is takes some megabytes, and is counted afterwards. */
const maxMatches = 1_000;

function bound(base: Frame, name: string, sizeOf: (...given: unknown[]) => number): void {
  const native = base.lookup(name) as NativeFunction;
  const { implementation } = native;
  const bounded = function (this: unknown, ...given: unknown[]) {
    if (sizeOf(...given) > maxSize) throw failure('too_long');
    return implementation.apply(this, given);
  };
  // JSONata reads the names of parameters there when a function is applied in part.
  bounded.toString = () => implementation.toString();
  base.bind(name, { ...native, implementation: bounded });
}

/** JSONata's own functions and those that an expression defines are marked objects that hold their whole surroundings. */
function isFunction(value: object): boolean {
  return Object.hasOwn(value, '_jsonata_lambda') || Object.hasOwn(value, '_jsonata_function');
}
