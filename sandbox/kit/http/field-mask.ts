import { isObject, type Json } from '../json.ts';

/** Which fields of an answer are wanted. Null means the whole of a field. */
export type FieldMask = ReadonlyMap<string, FieldMask | null>;

interface MaskNotation {
  /** What encloses the fields within a field. */
  readonly brackets: readonly [open: string, close: string];
  /** Whether commas may be repeated and left out; else a name is expected after each, and nowhere else. */
  readonly isLenient: boolean;
}

const maxDepth = 20;

/** Reads `total,items(id,items(sku))`, in the brackets of the system. Null for what cannot be read. */
export function readFieldMask(text: string, { brackets, isLenient }: MaskNotation): FieldMask | null {
  const [open, close] = brackets;
  const marks = `\\${open}\\${close},`;
  const tokens = text.match(new RegExp(`[^${marks}\\s]+|[${marks}]`, 'g')) ?? [];
  const levels: Map<string, FieldMask | null>[] = [new Map()];
  let field: string | null = null;
  let before = ',';
  for (const token of tokens) {
    const level = levels.at(-1);
    if (level === undefined || levels.length > maxDepth + 1) return null;
    const isName = ![open, close, ','].includes(token);
    const startsLevel = before === ',' || before === open;
    if (!isLenient && isName !== startsLevel) return null;
    if (isName) {
      level.set(token, null);
      field = token;
    } else if (token === open) {
      if (field === null) return null;
      const inner = new Map<string, FieldMask | null>();
      level.set(field, inner);
      levels.push(inner);
      field = null;
    } else if (token === close) {
      levels.pop();
      field = null;
    } else {
      field = null;
    }
    before = token;
  }
  const isFinished = isLenient || (before !== ',' && before !== open);
  return levels.length === 1 && isFinished ? (levels[0] ?? null) : null;
}

export function masked(value: Json, mask: FieldMask | null): Json {
  if (mask === null) return value;
  if (Array.isArray(value)) return value.map((each) => masked(each, mask));
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(([name]) => mask.has(name));
  return Object.fromEntries(kept.map(([name, field]) => [name, masked(field, mask.get(name) ?? null)]));
}
