/** The demonstration: a shop in Ecwid, its books in Jortt, and a second shop in Magento, all played by the sandbox. */
import { secretToken, storeId, clientSecret as webhookSecret } from '../sandbox/ecwid/settings.ts';
import { clientId, clientSecret } from '../sandbox/jortt/tokens.ts';
import * as magento from '../sandbox/magento/settings.ts';

/** A new order now and then, after those that the shop has already. */
const orders = { count: 40, everyMs: 6_000 };
const ordersOfSecond = { count: 10, everyMs: 25_000 };

const shop = {
  connector: 'ecwid',
  credentials: { storeId, token: secretToken, clientSecret: webhookSecret },
};

export const demoIntegration = {
  name: 'Demo shop',
  connections: {
    shop,
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

/** The first shop is the master of the stock: sales of the second go there as orders, and what is left comes back as levels. */
export const twoShops = {
  name: 'Two shops, one stock',
  connections: {
    shop,
    second: {
      connector: 'magento',
      credentials: {
        address: 'https://shop.example.com',
        accessToken: magento.accessToken,
        accessTokenSecret: magento.accessTokenSecret,
        consumerKey: magento.consumerKey,
        consumerSecret: magento.consumerSecret,
      },
    },
  },
  flows: [
    // Only what is paid and names its products takes goods from the stock there.
    {
      flow: 'orders',
      from: 'second',
      to: 'shop',
      every: '1m',
      settings: { products: 'require', paid: true },
    },
    { flow: 'stock', from: 'shop', to: 'second', every: '1m' },
  ],
};

/** Every system that it plays, by connector. */
export function sandboxAddresses(url: string): Record<string, string> {
  const systems = ['ccv', 'ecwid', 'jortt', 'magento', 'mijnwebwinkel', 'salesforce', 'shopify'];
  return Object.fromEntries(systems.map((system) => [system, `${url}/${system}`]));
}

/** Lets the shop send its webhooks, and orders come in. */
export async function feedOrders(sandbox: string, webhookUrl: string): Promise<void> {
  await post(`${sandbox}/control/settings`, { ecwid: { webhookUrl } });
  await post(`${sandbox}/control/ecwid/orders`, orders);
  await post(`${sandbox}/control/magento/orders`, ordersOfSecond);
}

/** Gives both shops the same catalogue, as if they had always had it. */
export async function fillShops(sandbox: string): Promise<void> {
  for (const system of ['ecwid', 'magento'])
    await post(`${sandbox}/control/${system}/catalogue`, { kind: 'seed' });
}

async function post(url: string, body: unknown): Promise<void> {
  const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${url} was answered ${response.status}: ${await response.text()}`);
}
