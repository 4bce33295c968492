import { connectorById } from '../../connectors/registry.ts';
import { hookAddress } from '../../engine/configuration/hook-address.ts';
import type { IntegrationView } from '../../engine/reporting/views.ts';
import { systemName } from '../parts/system-name.ts';

/** Where the systems of an integration are to send their webhooks. */
export function WebhookAddresses({ view, origin }: { view: IntegrationView; origin: string }) {
  const names = Object.entries(view.connections)
    .filter(([, { connector }]) => connectorById(connector)?.webhook !== undefined)
    .map(([name]) => name);
  if (names.length === 0) return null;
  return (
    <section class="card" aria-labelledby="webhooks">
      <h2 id="webhooks">Webhook address</h2>
      <p class="quiet">Enter it in the shop, so that an order is booked as soon as it comes in.</p>
      <dl class="facts">
        {names.map((name) => (
          <div class="whole">
            <dt>
              {systemName(view, name)}, <code>{name}</code>
            </dt>
            <dd>
              <code class="address">{hookAddress(origin, view.id, name)}</code>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** The same before there is an id. */
export function WebhookPattern({ origin }: { origin: string }) {
  return (
    <section class="card" aria-labelledby="webhooks">
      <h2 id="webhooks">Webhook address</h2>
      <p class="quiet">
        Enter this in the shop after you have created the integration. The parts in capitals are its id and
        the name of its connection to the shop; the next page shows it in full.
      </p>
      <p>
        <code class="address">{hookAddress(origin, 'ID', 'CONNECTION')}</code>
      </p>
    </section>
  );
}
