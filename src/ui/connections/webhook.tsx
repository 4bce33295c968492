import { connectorById } from '../../connectors/registry.ts';
import { hookAddress } from '../../engine/configuration/hook-address.ts';
import type { ConnectionDetailView } from '../../engine/reporting/connection-report.ts';
import type { IntegrationView } from '../../engine/reporting/views.ts';
import { hookTitle } from '../parts/hook-title.ts';
import { systemName } from '../parts/system-name.ts';
import { useWords } from '../reader.ts';

interface WebhookParts {
  readonly view: IntegrationView;
  readonly connection: ConnectionDetailView;
  readonly origin: string;
}

/** Where the system sends its webhooks, and whether somebody has to enter that there. */
export function Webhook({ view, connection, origin }: WebhookParts) {
  const pages = useWords();
  const { connections: words, flows } = pages;
  const { connection: name, connector, connected, hooks, untold } = connection;
  const system = systemName(view, name);
  if (connectorById(connector)?.webhook === undefined)
    return isRead(view, name) ? <p class="quiet">{words.noWebhooks(system)}</p> : null;
  return (
    <>
      {connected && hooks === null && <p>{words.hooksNotTaken(system)}</p>}
      {hooks !== null && (
        <dl class="facts">
          <div class="whole">
            <dt>{hookTitle(connector, system, pages)}</dt>
            <dd>
              <code class="address">{hookAddress(origin, view.id, name)}</code>
            </dd>
          </div>
        </dl>
      )}
      {untold.map(({ flow, scope }) => (
        <p>{words.hooksRefused(system, flows[flow], scope)}</p>
      ))}
    </>
  );
}

/** Whether anything begins there: what is only written to is asked for no changes. */
function isRead({ flows }: IntegrationView, name: string): boolean {
  return flows.some(({ from, enabled }) => enabled && from === name);
}
