import { z } from 'zod';

/** What a button did, as the address of the page carries it after the redirect. It holds ids only. */
export const notice = z.object({
  system: z.string(),
  did: z.enum(['sold', 'refunded', 'nothing to refund', 'counted', 'nothing to count', 'broken']),
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
    case 'counted':
      return `Somebody has counted ${id} in ${name} anew.`;
    case 'nothing to count':
      return `${name} has no ${id}: it has no catalogue yet.`;
    case 'broken':
      return `${name} is down for one minute: every call is answered with status 503.`;
  }
}
