/** The conditions of a search, as MySQL answers them (sheet 4.1). */
import type { Json } from '../../kit/json.ts';
import { comparableTimestamp } from '../timestamps.ts';
import type { Filter } from './criteria.ts';

/** `moreq` and unknown names fall through to equality, as in 2.3.3. */
export function matches(value: Json | undefined, filter: Filter): boolean {
  const missing = value === undefined || value === null;
  switch (filter.condition) {
    case 'null':
      return missing;
    case 'notnull':
      return !missing;
  }
  // A comparison with a missing value is never true.
  if (missing) return false;
  // What a row has several of, such as categories, is looked for among them.
  if (Array.isArray(value)) {
    const isNegative = ['neq', 'nin', 'nlike', 'nfinset'].includes(filter.condition);
    const fits = (each: Json) => matches(each, filter);
    return isNegative ? value.every(fits) : value.some(fits);
  }
  const compared = (text: string) => compare(value, text, filter.field);
  switch (filter.condition) {
    case 'neq':
      return compared(filter.value) !== 0;
    case 'gt':
      return compared(filter.value) > 0;
    case 'gteq':
    case 'from':
      return compared(filter.value) >= 0;
    case 'lt':
      return compared(filter.value) < 0;
    case 'lteq':
    case 'to':
      return compared(filter.value) <= 0;
    case 'in':
      return list(filter.value).some((each) => compared(each) === 0);
    case 'nin':
      return list(filter.value).every((each) => compared(each) !== 0);
    case 'like':
      return isLike(String(value), filter.value);
    case 'nlike':
      return !isLike(String(value), filter.value);
    case 'finset':
      return list(String(value)).some((each) => folded(each) === folded(filter.value));
    case 'nfinset':
      return list(String(value)).every((each) => folded(each) !== folded(filter.value));
    default:
      return compared(filter.value) === 0;
  }
}

/** For sorting; what is missing comes first. */
export function order(one: Json | undefined, other: Json | undefined): number {
  const [left, right] = [one ?? null, other ?? null];
  if (left === null || right === null) return left === right ? 0 : left === null ? -1 : 1;
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  return textOrder(folded(String(left)), folded(String(right)));
}

function compare(value: Json, text: string, field: string): number {
  if (typeof value === 'number') {
    const number = Number.parseFloat(text);
    return value - (Number.isNaN(number) ? 0 : number);
  }
  if (typeof value === 'boolean') return Number(value) - Number(text === '1' || text === 'true');
  const asked = field.endsWith('_at') ? comparableTimestamp(text) : text;
  return textOrder(folded(String(value)), folded(asked));
}

function textOrder(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

/** Without regard to case and accents, as the database's collation has it. */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trimEnd();
}

function list(text: string): string[] {
  return text.split(',').map((each) => each.trim());
}

/** `%` is anything, `_` any one character. */
function isLike(text: string, pattern: string): boolean {
  const parts = folded(pattern).split(/([%_])/);
  const source = parts
    .map((part) =>
      part === '%' ? '[^]*' : part === '_' ? '[^]' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
    )
    .join('')
    .replace(/(\[\^\]\*)+/g, '[^]*');
  return new RegExp(`^${source}$`).test(folded(text));
}
