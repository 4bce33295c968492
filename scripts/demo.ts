/** The demonstration: a shop in Ecwid, its books in Jortt, both played by the sandbox. */
import { secretToken, storeId, clientSecret as webhookSecret } from '../sandbox/ecwid/settings.ts';
import { clientId, clientSecret } from '../sandbox/jortt/tokens.ts';

/** A new order now and then, after those that the shop has already. */
const orders = { count: 40, everyMs: 6_000 };

export const demoIntegration = {
  name: 'Demo shop',
  connections: {
    shop: { connector: 'ecwid', credentials: { storeId, token: secretToken, clientSecret: webhookSecret } },
    books: { connector: 'jortt', credentials: { clientId, clientSecret } },
  },
  flows: [
    {
      flow: 'orders',
      from: 'shop',
      to: 'books',
      settings: { state: 'sent', refunds: 'credit' },
      mapping: { remarks: "'Order ' & order.number" },
    },
  ],
};

export function sandboxAddresses(url: string): Record<string, string> {
  return Object.fromEntries(['ecwid', 'jortt', 'magento'].map((system) => [system, `${url}/${system}`]));
}

/** Lets the shop send its webhooks, and orders come in. */
export async function feedOrders(sandbox: string, webhookUrl: string): Promise<void> {
  await post(`${sandbox}/control/settings`, { ecwid: { webhookUrl } });
  await post(`${sandbox}/control/ecwid/orders`, orders);
}

async function post(url: string, body: unknown): Promise<void> {
  const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${url} was answered ${response.status}: ${await response.text()}`);
}
