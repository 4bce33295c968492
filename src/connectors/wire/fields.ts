/**
 * What the fields of systems' answers are made of. Absent, null and "" mean the same in all of them, and numbers and ids
 * arrive as numbers or as text: all of that is settled here, so that a translator sees a value or undefined.
 */
import { z } from 'zod';
import { decimalFromWire, normalise, roundTo } from '../../records/money.ts';
import { isTimeZone } from '../../records/time-zone.ts';
import type { IssueCode } from '../../texts/en.ts';
import type { JsonObject } from '../contract/target.ts';
import { only } from './objects.ts';

const stated = z.union([z.string(), z.number()]).nullish();

export const text = stated.transform((value) => String(value ?? '').trim() || undefined);

/** A value as text, where it is one and says something: of what is looked at, and not read as a record. */
export function textIn(value: unknown): string | undefined {
  return text.safeParse(value).data;
}

/** With its zeros and blanks: they tell two SKUs apart. Blanks alone are none. */
export const skuWire = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => {
    const sku = String(value ?? '');
    return sku.trim() === '' ? undefined : sku;
  });

/** A decimal, exactly as it was sent. */
export const amount = text.transform((value, context) => {
  if (value === undefined) return undefined;
  try {
    return decimalFromWire(value);
  } catch {
    return refused(context, 'not_an_amount');
  }
});

/** For systems whose numbers show noise beyond the decimals that they keep. */
export function amountOf(maxDecimals: number) {
  return amount.transform((value) => value && normalise(roundTo(value, maxDecimals)));
}

/** Undefined when it is not said. */
export const flag = z
  .union([z.boolean(), z.literal([0, 1, '0', '1', 'true', 'false', ''])])
  .nullish()
  .transform((value) =>
    value === undefined || value === null || value === '' ? undefined : /^(true|1)$/.test(String(value)),
  );

/** It decides the VAT, so a value that is no country code is refused, not dropped. */
export const countryCode = text.transform((value, context) => {
  const code = value?.toUpperCase();
  return code === undefined || /^[A-Z]{2}$/.test(code) ? code : refused(context, 'not_a_country');
});

/** The id of another record, where 0 means that there is none. */
export const linkedId = text.transform((value) => (value === '0' ? undefined : value));

/** A field without which the record means nothing. */
export function needed<T>(field: z.ZodType<T | undefined>) {
  return field.transform((value, context) => (value === undefined ? refused(context, 'missing') : value));
}

export const currencyCode = needed(text).pipe(z.string().regex(/^[A-Z]{3}$/, 'not_a_currency'));

export const timeZone = needed(text).pipe(z.string().refine(isTimeZone, 'not_a_time_zone'));

export function list<T>(item: z.ZodType<T>) {
  return z
    .array(item)
    .nullish()
    .transform((items) => items ?? []);
}

/** An object; null, absent and `[]` are one with nothing in it. */
export function part<T>(fields: z.ZodType<T>) {
  return z.preprocess(
    (value) => (value === null || Array.isArray(value) ? undefined : value),
    fields.optional(),
  );
}

/** Fails a field with one of the catalogue's codes. */
export function refused(context: z.RefinementCtx, message: IssueCode): never {
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
}

/** Leaves out what says nothing, so that the system's own defaults hold. */
export function present(fields: JsonObject): Record<string, unknown> {
  return only(fields, (_, value) => value !== undefined && value !== null && value !== '');
}
