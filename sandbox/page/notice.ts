import { z } from 'zod';

/** What a button did, as the address of the page carries it after the redirect. It holds ids only. */
export const notice = z.object({
  system: z.string(),
  did: z.enum([
    ...(['sold', 'refunded', 'nothing to refund', 'cancelled', 'nothing to cancel'] as const),
    ...(['filled', 'counted', 'nothing to count', 'broken', 'told where', 'no address'] as const),
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
  }
}

/** Whether it tells of something that does not work. */
export function isBad({ did }: Notice): boolean {
  return did === 'broken' || did === 'no address';
}
