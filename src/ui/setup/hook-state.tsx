import { connectorById } from '../../connectors/registry.ts';
import { hookAddress } from '../../engine/configuration/hook-address.ts';
import type { ConnectionView, IntegrationView } from '../../engine/reporting/views.ts';
import { registersHooks, staffEntersHooks } from '../parts/registers-hooks.ts';
import { Timestamp } from '../parts/timestamp.tsx';
import { useWords } from '../reader.ts';

export interface HookParts {
  readonly view: Pick<IntegrationView, 'id' | 'connections'>;
  readonly state: ConnectionView;
  readonly system: string;
  /** Where Koppel is reached. */
  readonly base: string;
  /** Whether the deployment itself knows that: else it asks for nothing. */
  readonly knowsBase: boolean;
  readonly zone: string;
}

/** How Koppel hears of changes: it asks for webhooks itself, or a person enters their address, and whether one has come. */
export function HookState({ view, state, system, base, knowsBase, zone }: HookParts) {
  const { setupConnect: words } = useWords();
  const { connection, connected, hooks } = state;
  const connector = view.connections[connection]?.connector ?? '';
  if (!connected || connectorById(connector)?.webhook === undefined) return null;
  const isOwn = registersHooks(connector) && knowsBase;
  return (
    <section class="card" aria-labelledby="hooks">
      <h2 id="hooks">{words.hooks}</h2>
      {hooks === null && <p>{words.hooksNone(system)}</p>}
      {hooks !== null && isOwn && <p>{(hooks.askedFor ? words.hooksAsked : words.hooksOwn)(system)}</p>}
      {hooks !== null && !isOwn && (
        <>
          <p>{(staffEntersHooks(connector) ? words.hooksStaff : words.hooksEnter)(system)}</p>
          <p>
            <code class="address">{hookAddress(base, view.id, connection)}</code>
          </p>
        </>
      )}
      {hooks !== null && (
        <p>
          <strong>
            {hooks.receivedAt === null
              ? words.waiting
              : words.received(<Timestamp at={hooks.receivedAt} zone={zone} />)}
          </strong>{' '}
          <a href={`/integrations/${view.id}/setup/connections/${connection}`}>{words.lookAgain}</a>
        </p>
      )}
    </section>
  );
}
