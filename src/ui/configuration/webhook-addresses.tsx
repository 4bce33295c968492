import { connectorById } from '../../connectors/registry.ts';
import { hookAddress } from '../../engine/configuration/hook-address.ts';
import type { IntegrationView } from '../../engine/reporting/views.ts';
import { registersHooks } from '../parts/registers-hooks.ts';
import { systemName } from '../parts/system-name.ts';

interface Addresses {
  readonly view: Pick<IntegrationView, 'id' | 'connections'>;
  readonly origin: string;
}

/** Where the systems of an integration are to send their webhooks. */
export function WebhookAddresses({ view, origin }: Addresses) {
  const all = Object.entries(view.connections).filter(
    ([, { connector }]) => connectorById(connector)?.webhook !== undefined,
  );
  if (all.length === 0) return null;
  const [own, entered] = [true, false].map((isOwn) =>
    all.flatMap(([name, { connector }]) => (registersHooks(connector) === isOwn ? [name] : [])),
  );
  return (
    <section class="card" aria-labelledby="webhooks">
      <h2 id="webhooks">Webhook address</h2>
      <AddressList
        {...{ view, origin, names: entered ?? [] }}
        advice="Enter it in the shop, so that an order is booked as soon as it comes in."
      />
      <AddressList
        {...{ view, origin, names: own ?? [] }}
        advice="Koppel asks for these webhooks by itself. Enter the address only where the deployment does not know its own (PUBLIC_URL)."
      />
    </section>
  );
}

function AddressList({
  view,
  origin,
  names,
  advice,
}: Addresses & { readonly names: readonly string[]; readonly advice: string }) {
  if (names.length === 0) return null;
  return (
    <>
      <p class="quiet">{advice}</p>
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
    </>
  );
}

/** The same before there is an id. */
export function WebhookPattern({ origin }: { origin: string }) {
  return (
    <section class="card" aria-labelledby="webhooks">
      <h2 id="webhooks">Webhook address</h2>
      <p class="quiet">
        Where the next page asks for it, enter this in the shop after you have created the integration; that
        page shows it in full. The parts in capitals are its id and the name of its connection to the shop.
      </p>
      <p>
        <code class="address">{hookAddress(origin, 'ID', 'CONNECTION')}</code>
      </p>
    </section>
  );
}
