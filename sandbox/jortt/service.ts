import type { World } from '../kit/stand-in.ts';
import type { Books } from './books.ts';
import type { EstimateSending } from './estimates/sending.ts';
import type { Sending } from './invoices/sending.ts';
import type { JorttSettings } from './settings.ts';

/** What the routes work with. */
export interface Service {
  readonly world: World;
  readonly books: Books;
  /** Of invoices. */
  readonly sending: Sending;
  readonly estimateSending: EstimateSending;
  readonly settings: () => JorttSettings;
}

/** Where things wait that are on their way. */
export function outboxesOf({ sending, estimateSending }: Service): readonly [Sending, EstimateSending] {
  return [sending, estimateSending];
}

export function sendDue(service: Service): void {
  for (const outbox of outboxesOf(service)) outbox.runDue();
}
