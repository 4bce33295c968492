/**
 * What Ecwid's fields are made of. A field may be absent, null or "" with the same meaning (sheet 2.3), and numbers may
 * arrive as text; all of that is settled here, so that a translator sees a value or undefined.
 */
import { z } from 'zod';
import { decimalFromWire } from '../../records/money.ts';
import type { JsonObject } from '../contract/target.ts';

export const text = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => String(value ?? '').trim() || undefined);

export const amount = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value, context) => {
    if (value === null || value === undefined || String(value).trim() === '') return undefined;
    try {
      return decimalFromWire(value);
    } catch {
      context.addIssue({ code: 'custom', message: 'not_an_amount' });
      return z.NEVER;
    }
  });

export const flag = z
  .union([z.boolean(), z.enum(['true', 'false', ''])])
  .nullish()
  .transform((value) =>
    value === '' || value === null || value === undefined ? undefined : String(value) === 'true',
  );

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

/** An object, where null and absent mean the same. */
export function part<T>(fields: z.ZodType<T>) {
  return fields.nullish().transform((value) => value ?? undefined);
}

/** Leaves out what says nothing. */
export function present(fields: JsonObject): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== null && value !== ''),
  );
}
