import { hookAddress } from '../../engine/configuration/hook-address.ts';
import type { ConnectionView } from '../../engine/reporting/connection-views.ts';
import type { IntegrationView } from '../../engine/reporting/views.ts';
import { systemName } from '../parts/system-name.ts';
import { useWords } from '../reader.ts';

interface WebhookParts {
  readonly view: IntegrationView;
  readonly connection: ConnectionView;
  readonly origin: string;
}

/** Where the system sends its webhooks, and whether somebody has to enter that there. */
export function Webhook({ view, connection: { name, webhooks }, origin }: WebhookParts) {
  const { connections: words, connectionList, flows } = useWords();
  const system = systemName(view, name);
  if (webhooks === null) return <p class="quiet">{words.noWebhooks(system)}</p>;
  return (
    <>
      {!webhooks.taken && <p>{words.hooksNotTaken(system)}</p>}
      <dl class="facts">
        <div class="whole">
          <dt>{webhooks.own ? connectionList.ownHook : connectionList.enteredHook}</dt>
          <dd>
            <code class="address">{hookAddress(origin, view.id, name)}</code>
          </dd>
        </div>
      </dl>
      {webhooks.untold.map(({ flow, scope }) => (
        <p>{words.hooksRefused(system, flows[flow], scope)}</p>
      ))}
    </>
  );
}
