import type { Acceptance, Estimate } from './estimate.ts';

export const statuses = ['draft', 'sent', 'expired', 'invoiced'] as const;
/** What a list can be asked for: `pending` is no filter (sheet 7). */
export const acceptances = ['accepted', 'rejected', 'signed'] as const;

/** It is valid to the end of its last day. That a yes keeps it from expiring is our reading. */
export function statusOf(estimate: Estimate, today: string): (typeof statuses)[number] {
  const { sent, isInvoiced, valid_until } = estimate;
  if (isInvoiced) return 'invoiced';
  if (sent === null) return 'draft';
  return !isAgreed(estimate) && valid_until !== null && valid_until < today ? 'expired' : 'sent';
}

export function acceptanceOf({ sent }: Estimate): Acceptance | null {
  return sent?.acceptance ?? null;
}

/** Whether the customer has said yes. */
export function isAgreed({ sent }: Estimate): boolean {
  return sent?.acceptance === 'accepted' || sent?.acceptance === 'signed';
}
