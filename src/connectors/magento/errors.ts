import { z } from 'zod';
import type { Answered } from '../contract/api.ts';
import type { Refusal } from '../contract/refusal.ts';
import { maybe, stops, told, type Verdict } from '../wire/errors.ts';

const value = z.union([z.string(), z.number(), z.boolean()]);

const said = z.object({
  message: maybe(z.string()),
  parameters: maybe(z.union([z.array(value.nullable()), z.record(z.string(), value.nullable().catch(null))])),
});

const envelope = said.extend({ errors: maybe(z.array(said)) });

type Said = z.infer<typeof said>;

/**
 * Magento's errors (sheet 5): texts in the shop's language with their placeholders left in, and pages of HTML from
 * whatever stands in front of it. Statuses and parameters decide, texts only where nothing else tells.
 */
export function readError({ status, body }: Answered<unknown>): Refusal | null {
  if (status < 400) return null;
  const error = envelope.safeParse(body).data ?? {};
  const parts = [error, ...(error.errors ?? [])].map(filledIn).filter((part) => part !== '');
  return {
    said: [...new Set(parts)].join('; '),
    ...told(maxIn(error), [error, ...(error.errors ?? [])].flatMap(fieldsOf)),
    ...verdict(status, body, error.message),
  };
}

/** How many a list may have, or a page, of a shop that limits it (sheet 6): `max.20`. */
function maxIn({ parameters }: Said): string | undefined {
  if (parameters === undefined || Array.isArray(parameters)) return undefined;
  return /^\d{1,4}$/.test(String(parameters.max)) ? `max.${parameters.max}` : undefined;
}

/** Messages name a field with `%fieldName` or `%field_name`, those of the stock with `%field` (sheet 5.1, 12.2). */
function fieldsOf({ parameters }: Said): string[] {
  if (parameters === undefined || Array.isArray(parameters)) return [];
  return [parameters.fieldName, parameters.field_name, parameters.field].filter(
    (name) => typeof name === 'string',
  );
}

/** `%1` from a list, `%fieldName` from an object (sheet 5.1). */
function filledIn({ message = '', parameters = {} }: Said): string {
  const pairs: (readonly [string, unknown])[] = Array.isArray(parameters)
    ? parameters.map((each, index) => [String(index + 1), each])
    : Object.entries(parameters);
  const values = new Map(pairs);
  return message
    .trim()
    .replace(/\s*\n\s*/g, ' ')
    .replace(/%(\d+|[A-Za-z_]\w*)/g, (whole, name: string) => {
      const filling = values.get(name);
      return filling === undefined || filling === null ? whole : String(filling);
    });
}

function verdict(status: number, body: unknown, message = ''): Verdict {
  switch (status) {
    case 401:
      // The same answer for a wrong token, a missing setting and a missing permission (sheet 2.1), but for a nonce:
      // another request came with it first; the next has another.
      return /\bnonce\b/i.test(message)
        ? { kind: 'retry', code: 'nonce_used' }
        : stops('credentials_refused', 'magento_unauthorised');
    case 404:
      // A page of HTML, and a path that the shop does not know, say nothing of the record that was asked for (sheet 1.1).
      return typeof body === 'string' || /does not match any route/i.test(message)
        ? stops('shop_not_found', 'magento_address')
        : {};
    default:
      return {};
  }
}
