import { isObject, type Json } from '../json.ts';
import { wrongParameter } from './refusal.ts';

/** What of an object is wanted: null means the whole of a field. */
type Mask = Map<string, Mask | null>;

/** Reads `total,items(id,items(sku))` (sheet 2.3). */
export function readMask(text: string): Mask {
  const tokens = text.match(/[^(),\s]+|[(),]/g) ?? [];
  const mask = readLevel(tokens);
  if (tokens.length > 0) throw malformed();
  return mask;
}

export function masked(value: Json, mask: Mask | null): Json {
  if (mask === null) return value;
  if (Array.isArray(value)) return value.map((item) => masked(item, mask));
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(([name]) => mask.has(name));
  return Object.fromEntries(kept.map(([name, field]) => [name, masked(field, mask.get(name) ?? null)]));
}

/** Takes the tokens of one level off the front, up to its closing bracket. */
function readLevel(tokens: string[], depth = 0): Mask {
  const mask: Mask = new Map();
  if (depth > 20) throw malformed();
  for (;;) {
    const name = tokens.shift();
    if (name === undefined || '(),'.includes(name)) throw malformed();
    let inner: Mask | null = null;
    if (tokens[0] === '(') {
      tokens.shift();
      inner = readLevel(tokens, depth + 1);
      if (tokens.shift() !== ')') throw malformed();
    }
    mask.set(name, inner);
    if (tokens[0] !== ',') return mask;
    tokens.shift();
  }
}

function malformed() {
  return wrongParameter("Wrong parameter 'responseFields' value");
}
