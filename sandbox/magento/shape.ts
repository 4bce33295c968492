/** Which properties an object of the API has, and of which type: what is not known is refused (sheet 3). */
import { isObject, type Json, type JsonObject } from '../json.ts';
import { invalidType, Refusal } from './refusal.ts';

type Kind = 'int' | 'float' | 'string' | 'bool' | 'any' | 'string[]' | 'int[]' | Shape | readonly [Shape];

export type Shape = ReadonlyMap<string, Kind>;

interface Names {
  /** Separated by blanks. */
  readonly int?: string;
  readonly float?: string;
  readonly string?: string;
  readonly bool?: string;
  readonly any?: string;
  readonly strings?: string;
  readonly ints?: string;
  readonly nested?: Readonly<Record<string, Shape>>;
  readonly lists?: Readonly<Record<string, Shape>>;
}

export function shape({ nested = {}, lists = {}, strings, ints, ...simple }: Names): Shape {
  const kinds: [string, Kind][] = Object.entries(simple).flatMap(([kind, names]) =>
    words(names).map((name): [string, Kind] => [name, kind as 'int' | 'float' | 'string' | 'bool' | 'any']),
  );
  return new Map<string, Kind>([
    ...kinds,
    ...words(strings ?? '').map((name): [string, Kind] => [name, 'string[]']),
    ...words(ints ?? '').map((name): [string, Kind] => [name, 'int[]']),
    ...Object.entries(nested),
    ...Object.entries(lists).map(([name, of]): [string, Kind] => [name, [of]]),
  ]);
}

export function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

/** The object with its scalars in the type of the shop; what is null counts as absent. */
export function shaped(object: JsonObject, to: Shape): JsonObject {
  const entries = Object.entries(object).flatMap(([name, value]) => {
    const kind = to.get(name);
    if (kind === undefined) {
      throw new Refusal(400, '"%fieldName" is not supported. Correct the field name and try again.', {
        fieldName: name,
      });
    }
    return value === null ? [] : [[name, typed(name, value, kind)] as const];
  });
  return Object.fromEntries(entries);
}

function typed(name: string, value: Json, kind: Kind): Json {
  if (kind === 'any') return value;
  if (kind === 'string[]' || kind === 'int[]') {
    if (!Array.isArray(value)) throw invalidType(name, value, kind);
    return value.map((each) => typed(name, each, kind === 'string[]' ? 'string' : 'int'));
  }
  if (typeof kind === 'string') return scalar(name, value, kind);
  if (kind instanceof Map) {
    // PHP's empty array is an empty object.
    if (Array.isArray(value) && value.length === 0) return {};
    if (!isObject(value)) throw invalidType(name, value, 'array');
    return shaped(value, kind);
  }
  const [of] = kind as readonly [Shape];
  if (!Array.isArray(value)) throw invalidType(name, value, 'array');
  return value.map((each) => {
    if (!isObject(each)) throw invalidType(name, each, 'array');
    return shaped(each, of);
  });
}

function scalar(name: string, value: Json, kind: 'int' | 'float' | 'string' | 'bool'): Json {
  if (typeof value === 'object') throw invalidType(name, value, kind);
  if (kind === 'string') return typeof value === 'boolean' ? (value ? '1' : '') : String(value);
  if (kind === 'bool') {
    if ([true, 1, '1', 'true'].includes(value)) return true;
    if ([false, 0, '0', 'false', ''].includes(value)) return false;
    throw invalidType(name, value, kind);
  }
  const number = numberOf(value);
  if (number === null || Math.abs(number) >= 1e15) throw invalidType(name, value, kind);
  if (kind === 'int' && !Number.isInteger(number)) throw invalidType(name, value, kind);
  return number;
}

function numberOf(value: string | number | boolean): number | null {
  if (typeof value === 'boolean') return Number(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  return /^-?\d{1,15}(\.\d{1,12})?$/.test(value.trim()) ? Number(value) : null;
}
