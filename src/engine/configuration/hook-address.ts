/** Where the webhooks of a connection arrive. `base`: where Koppel itself is reached. */
export function hookAddress(base: string, integration: string, connection: string): string {
  return new URL(`/hooks/${integration}/${connection}`, base).href;
}
