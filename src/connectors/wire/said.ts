import { text } from './fields.ts';

/** A value as text, where it is one and says something: of what is looked at, and not read as a record. */
export function said(value: unknown): string | undefined {
  return text.safeParse(value).data;
}
