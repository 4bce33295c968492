/** What a connector says of a credential beside its form. */
import type { z } from 'zod';

export interface CredentialMeta {
  /** Sealed at rest and never read back. */
  readonly secret?: boolean;
  /** Few people set it: whoever connects the system sees it last. */
  readonly aside?: boolean;
  /** It has several lines, such as a key in PEM. */
  readonly lines?: boolean;
  /** How it looks, such as `https://shop.example.com`. The same in every language. */
  readonly example?: string;
}

/** Wrappers such as `.optional()` say nothing of what they wrap: all of them are asked. */
export function credentialMeta(schema: unknown): CredentialMeta {
  const { meta, unwrap } = schema as { meta?: () => CredentialMeta | undefined; unwrap?: () => unknown };
  const inner = unwrap === undefined ? {} : credentialMeta(unwrap.call(schema));
  return { ...inner, ...meta?.call(schema) };
}

export function aside<Schema extends z.ZodType>(schema: Schema, example?: string): Schema {
  return withMeta(schema, { aside: true, ...(example === undefined ? {} : { example }) });
}

export function suchAs<Schema extends z.ZodType>(example: string, schema: Schema): Schema {
  return withMeta(schema, { example });
}

export function ofLines<Schema extends z.ZodType>(schema: Schema): Schema {
  return withMeta(schema, { lines: true });
}

function withMeta<Schema extends z.ZodType>(schema: Schema, meta: CredentialMeta): Schema {
  return (schema as z.ZodType).meta({ ...meta }) as Schema;
}
