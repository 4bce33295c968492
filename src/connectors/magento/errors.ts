import { z } from 'zod';
import type { Answered } from '../contract/api.ts';
import type { Refusal } from '../contract/refusal.ts';

const value = z.union([z.string(), z.number(), z.boolean()]);

const said = z.object({
  message: z.string().optional().catch(undefined),
  parameters: z
    .union([z.array(value.nullable()), z.record(z.string(), value.nullable().catch(null))])
    .optional()
    .catch(undefined),
});

const envelope = said.extend({ errors: z.array(said).optional().catch(undefined) });

type Said = z.infer<typeof said>;

/**
 * Magento's errors (sheet 5): texts in the shop's language with their placeholders left in, and pages of HTML from
 * whatever stands in front of it. Statuses and parameters decide, texts only where nothing else tells.
 */
export function readError({ status, body }: Answered<unknown>): Refusal | null {
  if (status < 400) return null;
  const error = envelope.safeParse(body).data;
  return { said: wording(error), ...verdict(status, body, error) };
}

function wording(error: z.infer<typeof envelope> | undefined): string {
  const parts = [error, ...(error?.errors ?? [])].flatMap((each) => (each ? [filledIn(each)] : []));
  const told = [...new Set(parts.filter((part) => part !== ''))];
  return told.length === 0 ? '' : told.join('; ');
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

function verdict(status: number, body: unknown, error: Said | undefined): Omit<Refusal, 'said'> {
  switch (status) {
    case 401:
      return unauthorised(error);
    case 404:
      return isOfTheRecord(body, error) ? {} : shopNotFound;
    default:
      return {};
  }
}

/** The same answer for a wrong token, a missing setting and a missing permission (sheet 2.1). */
function unauthorised(error: Said | undefined): Omit<Refusal, 'said'> {
  // Another request came with it first; the next has another.
  if (/\bnonce\b/i.test(error?.message ?? '')) return { kind: 'retry', code: 'nonce_used' };
  return {
    kind: 'auth',
    code: 'credentials_refused',
    advice: 'magento_unauthorised',
  };
}

const shopNotFound = {
  kind: 'auth',
  code: 'shop_not_found',
  advice: 'magento_address',
} as const;

/** A page of HTML, and a path that the shop does not know, say nothing of the record that was asked for (sheet 1.1). */
function isOfTheRecord(body: unknown, error: Said | undefined): boolean {
  return typeof body !== 'string' && !/does not match any route/i.test(error?.message ?? '');
}
