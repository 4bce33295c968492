import { appAddresses } from '../kit/shop/integration-levers.ts';
import type { AppIntegrations } from '../kit/shop/integrations.ts';
import type { Button } from './button.ts';

/** What a merchant does with the apps of a shop that hands them their credentials. */
export const integrationButtons: Readonly<Record<string, Button>> = {
  activate: async ({ integrations }, _, { origin, typed }) => {
    if (integrations === null) return null;
    const addresses = appAddresses.safeParse(typed);
    if (!addresses.success) return { did: 'no addresses' };
    const { integration, goTo } = await integrations.activate(addresses.data, origin);
    return goTo === null ? { did: 'not taken', id: integration.id } : { goTo };
  },
  deactivate: withOne('deactivated', ({ deactivate }, id) => deactivate(id)),
  delete: withOne('deleted', ({ remove }, id) => remove(id)),
};

function withOne(
  did: 'deactivated' | 'deleted',
  act: (integrations: AppIntegrations, id: string) => boolean,
): Button {
  return ({ integrations }, _, { typed }) => {
    const id = String(typed.id);
    return integrations !== null && act(integrations, id) ? { did, id } : null;
  };
}
