/** Fields that several of CCV's records have. */
import { z } from 'zod';
import { part, refused, text } from '../wire/fields.ts';
import { isObject } from '../wire/objects.ts';

const form = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2})(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})?$/;

/** Times are in UTC (sheet 3.3); one that says another offset is believed. */
export const instant = text.transform((value, context) => {
  if (value === undefined) return undefined;
  const [, day, time, offset = 'Z'] = form.exec(value) ?? [];
  const at = Date.parse(`${day}T${time}${offset.replace(/^(...)(\d\d)$/, '$1:$2')}`);
  return Number.isNaN(at) ? refused(context, 'not_a_timestamp') : new Date(at);
});

/** As filters take it (sheet 5.1). */
export function instantText(at: Date): string {
  return `${at.toISOString().slice(0, 19)}Z`;
}

/** A link to another record: an object with its id, an object with its address only, or the address itself (sheet 3.3). */
export const linked = z
  .preprocess(
    (value) => (typeof value === 'string' ? { href: value } : value),
    part(z.object({ id: text, href: text })),
  )
  .transform((link) => link?.id ?? idIn(link?.href));

function idIn(href = ''): string | undefined {
  return /\/(\d+)\/?$/.exec(href)?.[1];
}

/** Rows that were asked for along with a record; undefined where they did not come along (sheet 3.3). */
export function expanded<Row>(row: z.ZodType<Row>) {
  return z.preprocess((value) => (isObject(value) ? value.collection : undefined), z.array(row).optional());
}
