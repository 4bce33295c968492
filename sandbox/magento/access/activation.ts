import { type Answer, sent } from '../../kit/http/sent.ts';
import {
  type AppAddresses,
  type AppIntegration,
  type AppIntegrations,
  isTaken,
} from '../../kit/shop/integrations.ts';
import type { Deliver, World } from '../../kit/stand-in.ts';
import type { MagentoSettings } from '../settings.ts';
import { credential, type Integration, type Integrations } from './integrations.ts';

interface Parts {
  readonly world: World;
  readonly deliver: Deliver;
  readonly settings: () => MagentoSettings;
  readonly integrations: Integrations;
}

/** What the admin does with integrations (sheet 2.3). */
export function integrationsOf(parts: Parts): AppIntegrations {
  const { integrations } = parts;
  return {
    list: () => integrations.all().map(shown),
    activate: async (addresses, origin) => {
      const verifier = credential(parts.world);
      const integration = handedOver(parts, addresses, verifier);
      const { id } = integration;
      const answer = await called(parts, integration, addresses.callbackUrl, verifier);
      // By now the app may have its access token, and somebody may have deleted the integration.
      const isThere = integrations.change(id, () => ({ answer }));
      return {
        integration: shown(integrations.get(id) ?? { ...integration, answer }),
        goTo: isThere && isTaken(answer) ? identityLink(parts, integration, addresses, origin) : null,
      };
    },
    deactivate: (id) => integrations.change(id, () => ({ isActive: false })),
    revoke: (id) =>
      integrations.change(id, ({ token }) =>
        token.kind === 'access' ? { token: { ...token, isRevoked: true } } : {},
      ),
    remove: (id) => integrations.remove(id),
  };
}

/**
 * A new integration with a new consumer, or the one of that callback with the consumer that it has. Either way nothing is
 * left of an earlier token, before the callback is asked (M233 TokensExchange).
 */
function handedOver({ integrations, world }: Parts, addresses: AppAddresses, verifier: string): Integration {
  const before = integrations.at(addresses.callbackUrl);
  const integration: Integration = {
    id: before?.id ?? integrations.nextId(),
    addresses,
    consumer: before?.consumer ?? { key: credential(world), secret: credential(world) },
    isActive: false,
    handedOverAt: world.now(),
    answer: null,
    token: { kind: 'verifier', verifier },
  };
  integrations.save(integration);
  return integration;
}

/** Posts the four values, as a form. No redirect is followed. */
function called(
  { world, deliver, settings }: Parts,
  { consumer }: Integration,
  callbackUrl: string,
  verifier: string,
): Promise<Answer> {
  const { baseUrl, callbackTimeoutMs } = settings();
  const body = new URLSearchParams({
    oauth_consumer_key: consumer.key,
    oauth_consumer_secret: consumer.secret,
    store_base_url: baseUrl,
    oauth_verifier: verifier,
  });
  const request = new Request(callbackUrl, { method: 'POST', body, redirect: 'manual' });
  return sent(request, { world, deliver, timeoutMs: callbackTimeoutMs });
}

/** The question mark is put behind the address as it was entered, also behind one that has a query (M233 integration.js). */
function identityLink(
  { settings }: Parts,
  { id, consumer }: Integration,
  { identityLinkUrl }: AppAddresses,
  origin: string,
): string {
  const name = settings().identityLinkNames;
  const query = new URLSearchParams({
    [name]: name === 'consumer_id' ? String(id) : consumer.key,
    // A page of the sandbox in the place of one of the admin.
    success_call_back: `${origin}/page/magento/integrations/${id}`,
  });
  return `${identityLinkUrl}?${query}`;
}

/** Without the secret. */
function shown({ id, addresses, consumer, isActive, answer }: Integration): AppIntegration {
  const { callbackUrl, identityLinkUrl } = addresses ?? { callbackUrl: '', identityLinkUrl: '' };
  return { id: String(id), callbackUrl, identityLinkUrl, consumerKey: consumer.key, isActive, answer };
}
