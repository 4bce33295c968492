import { connectorById } from '../../connectors/registry.ts';
import { hookAddress } from '../../engine/configuration/hook-address.ts';
import type { ConnectionView, IntegrationView } from '../../engine/reporting/views.ts';
import { registersHooks, staffEntersHooks } from '../parts/registers-hooks.ts';
import { titleOf } from '../parts/system-name.ts';
import { Timestamp } from '../parts/timestamp.tsx';
import { useWords } from '../reader.ts';

interface HooksProps {
  readonly view: IntegrationView;
  /** Where Koppel is reached. */
  readonly base: string;
  /** Whether the deployment itself knows that: else it asks for nothing. */
  readonly knowsBase: boolean;
  readonly zone: string;
}

/** How Koppel hears of changes: for each system that is read the address that it is to tell, and whether it has. */
export function HooksHeard(props: HooksProps) {
  const { view } = props;
  const { lastSteps, setupConnect } = useWords();
  const read = new Set(view.flows.flatMap(({ enabled, from }) => (enabled ? [from] : [])));
  const heard = view.accounts.filter(({ connection }) => read.has(connection));
  if (heard.length === 0) return null;
  return (
    <section class="card" aria-labelledby="heard">
      <h2 id="heard">{lastSteps.hooksTitle}</h2>
      <dl class="facts">
        {heard.map((state) => (
          <div class="whole">
            <dt>{titleOf(view, state.connection)}</dt>
            <dd>
              <Heard {...props} state={state} />
            </dd>
          </div>
        ))}
      </dl>
      {heard.some(({ hooks }) => hooks !== null) && (
        <p>
          <a href={`/integrations/${view.id}/setup/live`}>{setupConnect.lookAgain}</a>
        </p>
      )}
    </section>
  );
}

function Heard({ view, base, knowsBase, zone, state }: HooksProps & { readonly state: ConnectionView }) {
  const { lastSteps, setupConnect: words } = useWords();
  const { connection, hooks } = state;
  const connector = view.connections[connection]?.connector ?? '';
  const system = titleOf(view, connection);
  if (connectorById(connector)?.webhook === undefined) return <p>{lastSteps.polled(system)}</p>;
  if (hooks === null) return <p>{words.hooksNone(system)}</p>;
  return (
    <>
      {registersHooks(connector) && knowsBase ? (
        <p>{(hooks.askedFor ? words.hooksAsked : words.hooksOwn)(system)}</p>
      ) : (
        <>
          <p>{(staffEntersHooks(connector) ? words.hooksStaff : words.hooksEnter)(system)}</p>
          <p>
            <code class="address">{hookAddress(base, view.id, connection)}</code>
          </p>
        </>
      )}
      <p>
        <strong>
          {hooks.receivedAt === null
            ? words.waiting
            : words.received(<Timestamp at={hooks.receivedAt} zone={zone} />)}
        </strong>
      </p>
    </>
  );
}
