import { connectorById } from '../../connectors/registry.ts';
import type { Texts } from '../../texts/en.ts';
import { credentialFields } from './credential-fields.ts';

interface ShownCredential {
  readonly label: string;
  readonly value: string;
}

/** What opens a connection, secrets apart, as its form calls it. What is so by default is left out; what only a later Koppel knows stands as it is stored. */
export function shownCredentials(
  connectorId: string,
  credentials: Readonly<Record<string, string>>,
  texts: Texts,
): ShownCredential[] {
  const connector = connectorById(connectorId);
  const fields = connector === undefined ? [] : credentialFields(connector, texts);
  return Object.entries(credentials).flatMap(([name, value]) => {
    const { label = name, options, usual } = fields.find((field) => field.name === name) ?? {};
    if (value === usual) return [];
    return [{ label, value: options?.find((option) => option.value === value)?.label ?? value }];
  });
}
