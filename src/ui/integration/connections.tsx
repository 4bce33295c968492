import { connectorById } from '../../connectors/registry.ts';
import { hookAddress } from '../../engine/configuration/hook-address.ts';
import type { IntegrationView } from '../../engine/reporting/views.ts';
import { fieldName } from '../connections/field-name.ts';
import { asksPeople } from '../parts/asks-people.ts';
import { ConnectionBadge } from '../parts/badge.tsx';
import { registersHooks } from '../parts/registers-hooks.ts';
import { systemName, titleOf } from '../parts/system-name.ts';
import { useTexts, useWords } from '../reader.ts';
import { Offered } from '../rights.tsx';

interface ConnectionsParts {
  readonly view: Pick<IntegrationView, 'id' | 'connections' | 'problems' | 'accounts'>;
  /** Where Koppel itself is reached. */
  readonly origin: string;
}

export function Connections({ view, origin }: ConnectionsParts) {
  const {
    connectionList: words,
    frame: { help },
    connections: { all, hooksNotTaken },
  } = useWords();
  const texts = useTexts();
  return (
    <section class="card" aria-labelledby="connections">
      <div class="section-head">
        <h2 id="connections">{words.title}</h2>
        <a href={`/integrations/${view.id}/connections`}>{all}</a>
      </div>
      <ul class="rows">
        {Object.entries(view.connections).map(([name, { connector, credentials }]) => {
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
                    {help} <span class="unseen">{systemName(view, name)}</span>
                  </a>
                )}
              </p>
              <dl class="facts">
                {Object.entries(credentials).map(([field, value]) => (
                  <div>
                    <dt>{fieldName(connector, field, texts)}</dt>
                    <dd class="text">{value}</dd>
                  </div>
                ))}
                {isHeard && (
                  <div class="whole">
                    <dt>{registersHooks(connector) ? words.ownHook : words.enteredHook}</dt>
                    <dd>
                      <code class="address">{hookAddress(origin, view.id, name)}</code>
                    </dd>
                  </div>
                )}
              </dl>
              {takesNone && connectorById(connector)?.webhook !== undefined && (
                <p>{hooksNotTaken(systemName(view, name))}</p>
              )}
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
