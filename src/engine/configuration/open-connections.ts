import type { IntegrationDocument } from './configuration.ts';

/** The connections of a draft that nobody has connected yet: they have a system, and nothing that opens it. */
export function openConnections(
  { connections }: Pick<IntegrationDocument, 'connections'>,
  connected: readonly { readonly name: string }[],
): string[] {
  return Object.keys(connections).filter((name) => !connected.some((each) => each.name === name));
}
