import { connectorById } from '../../connectors/registry.ts';
import { hookAddress } from '../../engine/configuration/hook-address.ts';
import type { IntegrationView } from '../../engine/reporting/views.ts';
import { registersHooks, staffEntersHooks } from '../parts/registers-hooks.ts';
import { systemName } from '../parts/system-name.ts';
import { useWords } from '../reader.ts';

interface Addresses {
  readonly view: Pick<IntegrationView, 'id' | 'connections'>;
  readonly origin: string;
}

/** Where the systems of an integration are to send their webhooks. */
export function WebhookAddresses({ view, origin }: Addresses) {
  const words = useWords().webhooks;
  const all = Object.entries(view.connections).filter(
    ([, { connector }]) => connectorById(connector)?.webhook !== undefined,
  );
  if (all.length === 0) return null;
  const by: Record<'own' | 'byStaff' | 'entered', string[]> = { own: [], byStaff: [], entered: [] };
  for (const [name, { connector }] of all)
    by[registersHooks(connector) ? 'own' : staffEntersHooks(connector) ? 'byStaff' : 'entered'].push(name);
  return (
    <section class="card" aria-labelledby="webhooks">
      <h2 id="webhooks">{words.title}</h2>
      <AddressList {...{ view, origin, names: by.entered }} advice={words.entered} />
      <AddressList {...{ view, origin, names: by.byStaff }} advice={words.byStaff} />
      <AddressList {...{ view, origin, names: by.own }} advice={words.own} />
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
  const words = useWords().webhooks;
  return (
    <section class="card" aria-labelledby="webhooks">
      <h2 id="webhooks">{words.title}</h2>
      <p class="quiet">{words.pattern}</p>
      <p>
        <code class="address">{hookAddress(origin, 'ID', 'CONNECTION')}</code>
      </p>
    </section>
  );
}
