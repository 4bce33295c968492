import type { FoundDocument } from '../../../connectors/contract/target.ts';
import { reason } from '../../../records/reason.ts';
import { goOn, type Turn } from '../state.ts';
import type { OrderWork } from '../work.ts';
import { linkOrder } from './link-order.ts';

/**
 * Links an order to its document that stands already. Nothing that was given back counts as credited: credits that stand
 * there too are looked for before one is made.
 */
export async function adopt(work: OrderWork, document: FoundDocument, reference: string): Promise<Turn> {
  await linkOrder(work, document.id, {
    reference,
    state: document.draft ? 'draft' : 'sent',
    credited: '0',
    adopted: true,
    bookedAt: work.order.placedAt,
    ...(document.number === undefined ? {} : { number: document.number }),
  });
  return goOn({ kind: 'skipped', reason: reason('found', {}) });
}
