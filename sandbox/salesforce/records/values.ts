/** Checks single values as they come in: length, form, range, picklists (sheets 3.1, 8). */
import Big from 'big.js';
import type { Json } from '../../kit/json.ts';
import { isDate } from '../../kit/time/local-time.ts';
import { fullId } from '../ids.ts';
import { invalid, type RestRefusal, refused } from '../refusal.ts';
import { type Field, isTextual } from '../schema/field.ts';
import { readStamp, stampText } from '../times.ts';

export interface ValueRules {
  /** Numbers may come as text, as in the Place Order API (sample of its guide). */
  readonly textNumbers: boolean;
}

const emailForm = /^[^\s@<>(),;:"]+@[^\s@<>(),;:"]+\.[A-Za-z0-9-]{2,}$/;

/** The value as it is kept. Throws a `Refusal`. Blank texts are no value; outer blanks are cut off. */
export function readValue(field: Field, value: Json, rules: ValueRules): Json {
  if (value === null) return null;
  switch (field.type) {
    case 'boolean':
      if (typeof value !== 'boolean') throw unreadable('boolean', value);
      return value;
    case 'currency':
    case 'double':
    case 'percent':
    case 'int':
      return numberIn(field, value, rules);
    case 'date':
      if (typeof value !== 'string' || !isDate(value)) throw unreadable('date', value);
      return value;
    case 'datetime': {
      const ms = typeof value === 'string' ? readStamp(value) : null;
      if (ms === null) throw unreadable('datetime', value);
      return stampText(ms);
    }
    case 'id':
    case 'reference':
      return idIn(field, value);
    default:
      return textIn(field, value);
  }
}

function textIn(field: Field, value: Json): Json {
  if (!isTextual(field) || typeof value !== 'string') throw unreadable('string', value);
  const text = value.trim();
  if (text === '') return null;
  const { name, label, length, type } = field;
  if ([...text].length > length) {
    const shown = text.slice(0, length);
    throw invalid('STRING_TOO_LONG', `${label}: data value too large: ${shown} (max length=${length})`, name);
  }
  if (type === 'email' && !emailForm.test(text)) {
    throw invalid('INVALID_EMAIL_ADDRESS', `${label}: invalid email address: ${text}`, name);
  }
  if (type === 'picklist' && field.restricted && !field.values.includes(text)) {
    const message = `${label}: bad value for restricted picklist field: ${text}`;
    throw invalid('INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', message, name);
  }
  return text;
}

/** Rounded to the decimals of the field. */
function numberIn(field: Field, value: Json, { textNumbers }: ValueRules): Json {
  const isText = textNumbers && typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value);
  if (typeof value !== 'number' && !isText) throw unreadable(field.type === 'int' ? 'int' : 'double', value);
  const number = Big(value as number | string);
  if (field.type === 'int' && !number.eq(number.round(0))) throw unreadable('int', value);
  const rounded = number.round(field.scale, Big.roundHalfUp);
  const digits = rounded.abs().toFixed(0).replace(/^0$/, '').length;
  if (digits > field.precision - field.scale) {
    const message = `${field.label}: value outside of valid range on numeric field: ${number.toFixed()}`;
    throw invalid('NUMBER_OUTSIDE_VALID_RANGE', message, field.name);
  }
  return Number(rounded.toFixed());
}

function idIn({ name, label }: Field, value: Json): Json {
  if (typeof value !== 'string') throw unreadable('reference', value);
  if (value.trim() === '') return null;
  const id = fullId(value);
  if (id === null) throw invalid('MALFORMED_ID', `${label}: id value of incorrect type: ${value}`, name);
  return id;
}

function unreadable(type: string, value: Json): RestRefusal {
  const kind =
    value === null || typeof value === 'object'
      ? 'START_OBJECT'
      : { string: 'VALUE_STRING', number: 'VALUE_NUMBER', boolean: 'VALUE_TRUE' }[typeof value as 'string'];
  const shown = typeof value === 'object' ? '' : ` value ${String(value)}`;
  const message = `Cannot deserialize instance of ${type} from ${kind}${shown} or request may be missing a required field`;
  return refused(400, 'JSON_PARSER_ERROR', message);
}
