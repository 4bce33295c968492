import { hex, hmac } from '../../kit/access/hmac.ts';
import type { WebhookRules } from '../../kit/webhooks/delivery.ts';
import type { CcvSettings } from '../settings.ts';
import type { Registration } from './registration.ts';

/** What happened. The body does not name its event (sheet 8.3). */
export interface WebhookEvent {
  readonly event: string;
  readonly body: string;
  /** Of the registration that it goes to. */
  readonly key: string;
  readonly address: string;
}

const retryMinutes = [1, 5, 15, 60];

export function webhookRules(
  registrations: () => readonly Registration[],
  settings: () => CcvSettings,
): WebhookRules<WebhookEvent> {
  return {
    listeners: () =>
      registrations()
        .filter(({ isActive }) => isActive)
        .map(({ id, address, event }) => ({ id: String(id), address, events: [event] })),
    /** Whether there are any is not known. */
    get retryMinutes() {
      return settings().webhookRetries ? retryMinutes : [];
    },
    accepted: Array.from({ length: 100 }, (_, index) => 200 + index),
    forDelivery: (event, listener) => {
      const { key = '', address = '' } = registrations().find(({ id }) => String(id) === listener) ?? {};
      return { ...event, key, address };
    },
    sign: async ({ body, key, address }) => {
      const { webhookHash } = settings();
      if (webhookHash === 'none') return '';
      return hex(await hmac('SHA-512', key, webhookHash === 'body' ? body : `${address}|${body}`));
    },
    request: ({ body }, address, signature) =>
      new Request(address, {
        method: 'POST',
        redirect: 'manual',
        headers: {
          'Content-Type': 'application/json',
          ...(signature === '' ? {} : { 'x-hash': signature }),
        },
        body,
      }),
  };
}
