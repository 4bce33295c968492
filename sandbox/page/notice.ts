import { z } from 'zod';

/** What a button did, as the address of the page carries it after the redirect. It holds ids only. */
export const notice = z.object({
  system: z.string(),
  did: z.enum([
    ...(['sold', 'refunded', 'nothing to refund', 'cancelled', 'nothing to cancel'] as const),
    ...(['filled', 'counted', 'nothing to count', 'broken', 'told where', 'no address'] as const),
    ...(['active', 'not active', 'not taken', 'no addresses', 'deactivated', 'deleted'] as const),
  ]),
  id: z.string().optional(),
});

export type Notice = z.infer<typeof notice>;

export function noticeText({ did, id = '' }: Notice, name: string, sale: string): string {
  switch (did) {
    case 'sold':
      return `${name} has a new ${sale}: ${id}.`;
    case 'refunded':
      return `The ${sale} ${id} in ${name} is refunded.`;
    case 'nothing to refund':
      return `${name} has no ${sale} that can be refunded.`;
    case 'cancelled':
      return `The ${sale} ${id} in ${name} is cancelled.`;
    case 'nothing to cancel':
      return `${name} has no ${sale} that can be cancelled.`;
    case 'filled':
      return `${name} has 200 products on its shelves.`;
    case 'counted':
      return `Somebody has counted ${id} in ${name} anew.`;
    case 'nothing to count':
      return `${name} has no ${id}: it has no catalogue yet.`;
    case 'broken':
      return `${name} is down for one minute: every call is answered with status 503.`;
    case 'told where':
      return `${name} sends its webhooks to the address that you entered.`;
    case 'no address':
      return `${name} sends its webhooks as before: what you entered is no address of the web.`;
    case 'active':
      return `The integration ${id} in ${name} is active: it has fetched its access token.`;
    case 'not active':
      return `The integration ${id} in ${name} is not active: it has not fetched an access token.`;
    case 'not taken':
      return `The integration ${id} in ${name} is not activated: its callback did not take the credentials. What came back stands with it.`;
    case 'no addresses':
      return `${name} has activated nothing: a callback URL and an identity link URL are addresses of the web.`;
    case 'deactivated':
      return `The integration ${id} in ${name} is deactivated: its access token opens nothing.`;
    case 'deleted':
      return `The integration ${id} in ${name} is deleted, and its credentials with it.`;
  }
}

/** Whether it tells of something that does not work. */
export function isBad({ did }: Notice): boolean {
  return ['broken', 'no address', 'not active', 'not taken', 'no addresses'].includes(did);
}
