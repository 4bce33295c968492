/**
 * What Magento's fields are made of. Null and absent mean the same, ids are numbers or texts, amounts may show float
 * noise beyond their four decimals, and an empty object is written as `[]` (sheet 3). All of that is settled here.
 */
import { z } from 'zod';
import { decimalFromWire, normalise, roundTo } from '../../records/money.ts';
import type { JsonObject } from '../contract/target.ts';

export const text = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => String(value ?? '').trim() || undefined);

/** Four decimals are what the database keeps (sheet 7.4). */
export const amount = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value, context) => {
    if (value === null || value === undefined || String(value).trim() === '') return undefined;
    try {
      return normalise(roundTo(decimalFromWire(value), 4));
    } catch {
      context.addIssue({ code: 'custom', message: 'not_an_amount' });
      return z.NEVER;
    }
  });

export const flag = z
  .union([z.boolean(), z.number(), z.string()])
  .nullish()
  .transform((value) => value === true || value === 1 || value === '1');

/** It decides the VAT, so a value that is no country code is refused, not dropped. */
export const countryCode = text.transform((value, context) => {
  const code = value?.toUpperCase();
  if (code === undefined || /^[A-Z]{2}$/.test(code)) return code;
  context.addIssue({ code: 'custom', message: 'not_a_country' });
  return z.NEVER;
});

/** A field without which the record means nothing. */
export function needed<T>(field: z.ZodType<T | undefined>) {
  return field.transform((value, context) => {
    if (value !== undefined) return value;
    context.addIssue({ code: 'custom', message: 'missing' });
    return z.NEVER;
  });
}

export function list<T>(item: z.ZodType<T>) {
  return z
    .array(item)
    .nullish()
    .transform((items) => items ?? []);
}

/** An object; null, absent and `[]` are one with nothing in it. */
export function part<T>(fields: z.ZodType<T>) {
  return z.preprocess(
    (value) => (value === null || value === undefined || Array.isArray(value) ? undefined : value),
    fields.optional(),
  );
}

/**
 * Stands where Magento insists on a name or telephone number that nobody knows (sheet 7.5, 9.2), and is no value when
 * it is read.
 */
export const placeholder = '-';

export const personal = text.transform((value) => (value === placeholder ? undefined : value));

/** Leaves out what says nothing, so that the shop's own defaults hold. */
export function present(fields: JsonObject): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== null && value !== ''),
  );
}

/** Ids in paths are numbers; anything else could lead elsewhere. */
export function isId(key: string): boolean {
  return /^[1-9]\d{0,14}$/.test(key);
}
