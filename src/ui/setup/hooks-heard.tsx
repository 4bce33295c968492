import { connectorById } from '../../connectors/registry.ts';
import { hookAddress } from '../../engine/configuration/hook-address.ts';
import type { ConnectionView, IntegrationView } from '../../engine/reporting/views.ts';
import { registersHooks } from '../parts/registers-hooks.ts';
import { systemName } from '../parts/system-name.ts';
import { Timestamp } from '../parts/timestamp.tsx';
import { useWords } from '../reader.ts';

interface HooksProps {
  readonly view: IntegrationView;
  readonly origin: string;
  readonly zone: string;
}

/** How Koppel hears of changes: for each system that is read the address that it is to tell, and whether it has. */
export function HooksHeard({ view, origin, zone }: HooksProps) {
  const { lastSteps: words } = useWords();
  const read = new Set(view.flows.flatMap(({ enabled, from }) => (enabled ? [from] : [])));
  const heard = view.accounts.filter(({ connection }) => read.has(connection));
  if (heard.length === 0) return null;
  return (
    <section class="card" aria-labelledby="heard">
      <h2 id="heard">{words.hooksTitle}</h2>
      <dl class="facts">
        {heard.map((account) => (
          <div class="whole">
            <dt>
              {systemName(view, account.connection)}, <code>{account.connection}</code>
            </dt>
            <dd>
              <Heard {...{ view, origin, zone, account }} />
            </dd>
          </div>
        ))}
      </dl>
      <p class="quiet">
        <a href={`/integrations/${view.id}/setup/live`}>{words.lookAgain}</a>
      </p>
    </section>
  );
}

function Heard({ view, origin, zone, account }: HooksProps & { readonly account: ConnectionView }) {
  const { lastSteps: words } = useWords();
  const { connection, hooks } = account;
  const connector = view.connections[connection]?.connector ?? '';
  const system = systemName(view, connection);
  if (hooks === null) return <p>{sayPolled(connector, system, words)}</p>;
  const { receivedAt } = hooks;
  const received =
    receivedAt === null ? words.waiting : words.received(<Timestamp at={receivedAt} zone={zone} />);
  if (registersHooks(connector)) return <p>{receivedAt === null ? words.ownHooks(system) : received}</p>;
  return (
    <>
      <p>{words.enterAddress(system)}</p>
      <p>
        <code class="address">{hookAddress(origin, view.id, connection)}</code>
      </p>
      <p>
        <strong>{received}</strong>
      </p>
    </>
  );
}

function sayPolled(
  connector: string,
  system: string,
  words: ReturnType<typeof useWords>['lastSteps'],
): string {
  return connectorById(connector)?.webhook === undefined ? words.polled(system) : words.unverified(system);
}
