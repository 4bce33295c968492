import type { Account } from '../../connectors/contract/account.ts';
import type { Connector } from '../../connectors/contract/connector.ts';
import type { ScopeUse } from '../../connectors/contract/scopes.ts';
import { flowByName } from '../../flows/registry.ts';
import type { IntegrationDocument } from './configuration.ts';
import { type OfferedFlow, offeredFlows } from './offered-flows.ts';

export interface ScopeView {
  readonly scope: string;
  /**
   * What it is for, of what this link does or could do; nothing where the connection as such needs it. Where a system asks for all at once,
   * one that this link has no use for tells what others have.
   */
  readonly uses: readonly ScopeUse[];
  /** Null where the system does not tell. */
  readonly held: boolean | null;
}

/** What the application of a connection must be allowed: for the flows of the document, or where there are none yet for all that there could be. */
export function wantedScopes(
  document: Pick<IntegrationDocument, 'connections' | 'flows'>,
  name: string,
  connector: Connector,
  account: Account | null,
): ScopeView[] {
  const { scopes } = connector;
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
  const all = Object.entries(scopes.wanted).flatMap(([scope, wantedFor]) => {
    const own = wantedFor.filter((use) => uses.has(use));
    if (own.length === 0 && wantedFor.length > 0 && !scopes.askedTogether) return [];
    const told = own.length > 0 ? own : wantedFor;
    return [{ scope, uses: told, held: account === null ? null : (scopes.has?.(account, scope) ?? null) }];
  });
  const known = new Set(Object.keys(scopes.wanted));
  const besides = askedBySettings(chosen, name, connector).filter(({ scope }) => !known.has(scope));
  return [...all, ...besides];
}

/** What settings ask for beyond that, such as the one that makes another kind of document. */
function askedBySettings(
  flows: IntegrationDocument['flows'],
  name: string,
  connector: Connector,
): ScopeView[] {
  return flows
    .filter(({ to, enabled }) => enabled && to === name)
    .flatMap(({ flow, settings }) => {
      const definition = flowByName(flow);
      const asked = definition?.scopes?.(definition.settings.parse(settings), connector) ?? [];
      return asked.map((scope) => ({ scope, uses: [`to ${flow}` as const], held: null }));
    });
}
