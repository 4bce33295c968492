import { decimalFromWire, normalise, roundTo } from '../../records/money.ts';

const maxDepth = 4;
const maxExtras = 100;

/** Names of fields, never texts of a buyer. */
const name = /^[A-Za-z_][\w -]{0,59}$/;

/** Amounts are small; what is longer is an id, a telephone number or a timestamp. Decimals may be noise of a float. */
const number = /^-?\d{1,7}(\.\d{1,20})?$/;

/** Decimal places of any real amount: more of them are float noise. */
const maxDecimals = 6;

/** Ids by which the elements of a list are told apart. */
const keys = ['code', 'key', 'id', 'fee_id'];

/**
 * Every number but zero within `value`, by its path: `custom_fees.donation.value` for a list's element that has a code, else
 * `custom_fees.0.value`. `isKnown` leaves out what is read elsewhere.
 */
export function extrasIn(
  value: unknown,
  path: string,
  isKnown: (name: string) => boolean = () => false,
): Record<string, string> {
  const found: Record<string, string> = {};
  collect(value, path, 0, found, isKnown);
  return found;
}

function collect(
  value: unknown,
  path: string,
  depth: number,
  found: Record<string, string>,
  isKnown: (name: string) => boolean,
): void {
  if (Object.keys(found).length >= maxExtras) return;
  if (typeof value === 'number' || typeof value === 'string') {
    const text = String(value).trim();
    const amount = number.test(text) ? normalise(roundTo(decimalFromWire(text), maxDecimals)) : '0';
    if (amount !== '0') found[path] = amount;
  } else if (value !== null && typeof value === 'object' && depth < maxDepth) {
    for (const [key, inner] of entriesOf(value)) {
      if (!isKnown(key)) collect(inner, path === '' ? key : `${path}.${key}`, depth + 1, found, isKnown);
    }
  }
}

function entriesOf(value: object): [string, unknown][] {
  if (!Array.isArray(value)) return Object.entries(value).filter(([key]) => name.test(key));
  return value.map((element, index) => [keyOf(element) ?? String(index), element]);
}

function keyOf(element: unknown): string | undefined {
  if (element === null || typeof element !== 'object') return undefined;
  return keys
    .map((key) => (element as Record<string, unknown>)[key])
    .map((key) => (typeof key === 'number' ? String(key) : key))
    .find((key): key is string => typeof key === 'string' && /^[\w-]{1,60}$/.test(key));
}
