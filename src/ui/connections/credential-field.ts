import { z } from 'zod';
import type { Connector } from '../../connectors/contract/connector.ts';
import { isSecretField } from '../../engine/configuration/credentials.ts';

/** A field of a connector's credentials, as a form shows it. */
export interface CredentialField {
  readonly name: string;
  readonly isRequired: boolean;
  readonly isSecret: boolean;
  /** What there is to choose from; null for a text. */
  readonly options: readonly string[] | null;
  /** What it is when left out; null where that is nothing. */
  readonly byDefault: string | null;
}

/** The part of JSON Schema that tells it. */
interface FieldSchema {
  readonly enum?: readonly string[];
  readonly default?: string;
}

/** All of it from the schema of the credentials. */
export function credentialFields({ credentials }: Connector): CredentialField[] {
  const schema = z.toJSONSchema(credentials, { io: 'input', unrepresentable: 'any' });
  const properties = (schema.properties ?? {}) as unknown as Readonly<Record<string, FieldSchema>>;
  return Object.entries(credentials.shape).map(([name, field]) => ({
    name,
    isRequired: !(field as z.ZodType).safeParse(undefined).success,
    isSecret: isSecretField(field),
    options: properties[name]?.enum ?? null,
    byDefault: properties[name]?.default ?? null,
  }));
}

/** The name of a field's control, and of the box that takes a secret away. */
export function controlOf(field: string): string {
  return `credentials.${field}`;
}
export function removalOf(field: string): string {
  return `remove.${field}`;
}

/**
 * What was typed, as a document says it: an open field that was emptied is taken away, a secret that was left empty stays as it is, one
 * whose box is ticked goes. `typed`: by the names of the controls.
 */
export function enteredCredentials(
  fields: readonly CredentialField[],
  typed: (control: string) => string,
): Record<string, string> {
  const entries = fields.flatMap(({ name, isSecret }) => {
    const value = typed(controlOf(name)).trim();
    if (!isSecret || value !== '') return [[name, value] as const];
    return typed(removalOf(name)) === 'yes' ? [[name, ''] as const] : [];
  });
  return Object.fromEntries(entries);
}
