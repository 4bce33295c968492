import { createHmac } from 'node:crypto';
import { KoppelApi } from '../scripts/koppel-api.ts';
import { type LocalWorker, startLocalWorker } from '../scripts/local-worker.ts';

const token = 'bench-admin-token-0001';
const secret = 'bench-client-secret';

/** Koppel in workerd, with an integration whose systems are at `base`. */
export async function startKoppel(
  base: string,
  vars: Record<string, string> = {},
  {
    bundle = 'dist/koppel/index.js',
    ...options
  }: { bundle?: string; state?: string; inspected?: boolean } = {},
): Promise<{ worker: LocalWorker; api: KoppelApi }> {
  const worker = await startLocalWorker({
    config: 'wrangler.toml',
    bundle,
    port: 0,
    ...options,
    vars: {
      ADMIN_TOKEN: token,
      ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'),
      JURISDICTION: '',
      BASE_URLS: JSON.stringify({ ecwid: `${base}/ecwid`, jortt: `${base}/jortt` }),
      RUN_CALLS: '10000',
      ...vars,
    },
    log: () => undefined,
  });
  return { worker, api: new KoppelApi(worker.url, token) };
}

/** No limit of any system: what Koppel itself can do. */
export const unlimited = { RATE_LIMITS: JSON.stringify({ ecwid: 10_000_000, jortt: 10_000_000 }) };

export const benchIntegration = {
  name: 'Bench',
  connections: {
    shop: { connector: 'ecwid', credentials: { storeId: '1003', token: 'bench', clientSecret: secret } },
    books: { connector: 'jortt', credentials: { clientId: 'bench', clientSecret: 'bench' } },
  },
  flows: [{ flow: 'orders', from: 'shop', to: 'books' }],
};

interface SignedHook {
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** A signed webhook of another order each time. */
export function hook(index: number): SignedHook {
  return hookAbout(`B${index}`, `bench-${index}`, secret);
}

/** A signed webhook of an order. The same `eventId` is the same delivery. */
export function hookAbout(orderId: string, eventId: string, secret: string): SignedHook {
  return signedHook({ eventType: 'order.created', entityId: 1, data: { orderId } }, eventId, secret);
}

/** A signed webhook of a product, or of its stock. */
export function productHook(productId: string, eventId: string, secret: string): SignedHook {
  return signedHook({ eventType: 'product.updated', entityId: Number(productId) }, eventId, secret);
}

function signedHook(about: object, eventId: string, secret: string): SignedHook {
  const event = { eventId, eventCreated: Math.floor(Date.now() / 1_000) };
  const signature = createHmac('sha256', secret)
    .update(`${event.eventCreated}.${event.eventId}`)
    .digest('base64');
  const body = JSON.stringify({ ...event, storeId: 1003, ...about });
  return { headers: { 'content-type': 'application/json', 'x-ecwid-webhook-signature': signature }, body };
}
