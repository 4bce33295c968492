import type { FlowEnd, NeededScope } from '../../connectors/contract/scopes.ts';
import type { Texts } from '../../texts/en.ts';
import type { FlowDocument } from '../configuration/configuration.ts';
import type { Connection } from '../connection/connection.ts';
import { askedOf } from '../work/own-hooks.ts';
import type { Stores } from '../storage/stores.ts';
import type { ConnectionView, ScopeView } from './connection-views.ts';

interface ScopeParts {
  readonly flows: readonly FlowDocument[];
  readonly stores: Stores;
  readonly texts: Texts;
}

/** What a connection's flows need of its system, and what of that is known to lack. */
export function scopesOf(
  connection: Connection,
  { flows, stores, texts }: ScopeParts,
): ConnectionView['scopes'] {
  const { connector, account } = connection;
  const all = connector.scopes?.needed ?? [];
  const wanted = all.filter((each) => isNeeded(each, connection, flows));
  const has = (scope: string) => (account && connector.scopes?.has?.(account, scope)) ?? null;
  const untold = askedOf(stores, connection)?.untold.flatMap(([, scope]) => scope ?? []) ?? [];
  const lacks = ({ scope }: ScopeView) => has(scope) === false || untold.includes(scope);
  const needed = grouped(wanted, texts);
  return {
    told: needed.length > 0 && needed.every(({ scope }) => has(scope) !== null),
    needed,
    missing: needed.filter(lacks),
  };
}

function isNeeded(
  { scope, by, setting }: NeededScope,
  { name, scopes }: Connection,
  flows: readonly FlowDocument[],
): boolean {
  if (by === 'always') return true;
  if (by === 'asked') return scopes.includes(scope);
  return flows.some(({ flow, from, to, enabled, settings }) => {
    const ends: FlowEnd[] = [
      ...(from === name ? ([`${flow}:from`] as const) : []),
      ...(to === name ? ([`${flow}:to`] as const) : []),
    ];
    const isSet = setting === undefined || (settings[setting] ?? null) !== null;
    return enabled && isSet && ends.some((end) => by.includes(end));
  });
}

/** Each scope once, with all that it is for. */
function grouped(needed: readonly NeededScope[], { pages }: Texts): ScopeView[] {
  return [...Map.groupBy(needed, ({ scope }) => scope)].map(([scope, group]) => {
    const purposes = [...new Set(group.map(({ purpose }) => purpose))];
    return { scope, purposes, says: purposes.map((each) => pages.scopePurposes[each]).join(', ') };
  });
}
