import type { Texts } from '../../texts/en.ts';

type Fields = Readonly<Record<string, { readonly label: string } | undefined>>;

/** What a credential of a system is called in forms; as it is stored where a later Koppel stored it. */
export function fieldName(connector: string, field: string, { credentials }: Texts): string {
  const systems: Readonly<Record<string, Fields>> = credentials;
  const fields = Object.hasOwn(systems, connector) ? (systems[connector] ?? {}) : {};
  return Object.hasOwn(fields, field) ? (fields[field]?.label ?? field) : field;
}
