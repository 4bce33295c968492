import type { Account } from '../../connectors/contract/account.ts';
import type { Connector } from '../../connectors/contract/connector.ts';
import type { ScopeUse } from '../../connectors/contract/scopes.ts';
import type { IntegrationDocument } from './configuration.ts';
import { type OfferedFlow, offeredFlows } from './offered-flows.ts';

export interface ScopeView {
  readonly scope: string;
  /** What it is for, of what this link does or could do; nothing where the connection as such needs it. */
  readonly uses: readonly ScopeUse[];
  /** Null where the system does not tell. */
  readonly held: boolean | null;
}

/** What the application of a connection must be allowed: for the flows of the document, or where there are none yet for all that there could be. */
export function wantedScopes(
  document: Pick<IntegrationDocument, 'connections' | 'flows'>,
  name: string,
  { scopes }: Connector,
  account: Account | null,
): ScopeView[] {
  if (scopes === undefined) return [];
  const { flows: chosen } = document;
  const flows: readonly OfferedFlow[] =
    chosen.length > 0 ? chosen.filter(({ enabled }) => enabled) : offeredFlows(document);
  const uses = new Set(
    flows.flatMap(({ flow, from, to }): ScopeUse[] => [
      ...(from === name ? [`from ${flow}` as const] : []),
      ...(to === name ? [`to ${flow}` as const] : []),
    ]),
  );
  return Object.entries(scopes.wanted).flatMap(([scope, wantedFor]) => {
    const own = wantedFor.filter((use) => uses.has(use));
    if (own.length === 0 && wantedFor.length > 0) return [];
    return [{ scope, uses: own, held: account === null ? null : (scopes.has?.(account, scope) ?? null) }];
  });
}
