import { connectorById } from '../../connectors/registry.ts';
import { hookAddress } from '../../engine/configuration/hook-address.ts';
import type { IntegrationView } from '../../engine/reporting/views.ts';
import { asksPeople } from '../parts/asks-people.ts';
import { ConnectionBadge } from '../parts/badge.tsx';
import { hookTitle } from '../parts/hook-title.ts';
import { systemName, titleOf } from '../parts/system-name.ts';
import { useWords } from '../reader.ts';
import { Offered } from '../rights.tsx';

interface ConnectionsParts {
  readonly view: Pick<IntegrationView, 'id' | 'accounts' | 'connections' | 'problems'>;
  /** Where Koppel itself is reached. */
  readonly origin: string;
}

export function Connections({ view, origin }: ConnectionsParts) {
  const pages = useWords();
  const {
    connectionList: words,
    frame: { help },
    connections: { account, all, hooksNotTaken },
  } = pages;
  return (
    <section class="card" aria-labelledby="connections">
      <div class="section-head">
        <h2 id="connections">{words.title}</h2>
        <a href={`/integrations/${view.id}/connections`}>{all}</a>
      </div>
      <ul class="rows">
        {Object.entries(view.connections).map(([name, { connector, credentials }]) => {
          const system = systemName(view, name);
          const state = view.accounts.find(({ connection }) => connection === name);
          const isHeard = state != null && state.hooks !== null;
          const takesNone = state?.connected === true && !isHeard;
          return (
            <li>
              <p class="task-name">
                <strong>{titleOf(view, name)}</strong>
                <ConnectionBadge
                  isWell={!view.problems.some(({ connection }) => connection === name)}
                  isTested={state != null && state.account !== null}
                />
                {connectorById(connector) !== undefined && (
                  <a class="aside" href={`/help/${connector}`}>
                    {help} <span class="unseen">{system}</span>
                  </a>
                )}
              </p>
              <dl class="facts">
                {nameOf(view, name) !== null && (
                  <div>
                    <dt>{account}</dt>
                    <dd class="text">{nameOf(view, name)}</dd>
                  </div>
                )}
                {isHeard && (
                  <div class="whole">
                    <dt>{hookTitle(connector, system, pages)}</dt>
                    <dd>
                      <code class="address">{hookAddress(origin, view.id, name)}</code>
                    </dd>
                  </div>
                )}
              </dl>
              {takesNone && connectorById(connector)?.webhook !== undefined && <p>{hooksNotTaken(system)}</p>}
              {asksPeople(connector, credentials) && (
                <Offered to={`/integrations/${view.id}/connections/${name}/access`}>
                  <p>
                    <a class="button" href={`/integrations/${view.id}/connections/${name}/access`}>
                      {words.giveAccess}
                    </a>
                  </p>
                </Offered>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** What the account of a connection is called there; null while it was never read. */
function nameOf({ accounts }: ConnectionsParts['view'], name: string): string | null {
  return accounts.find(({ connection }) => connection === name)?.account?.name ?? null;
}
