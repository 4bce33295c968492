import type { NoteCode, NoteParams } from '../../../texts/en.ts';
import type { Note } from '../../contract.ts';
import type { CustomerPlan } from '../../customers/record/customer-plan.ts';

type Code = Extract<NoteCode, 'own_customer' | 'guest'>;

/** Tells why an order gets a customer of its own, or none, though others have the address. */
export function buyerNotes(system: string, plan: CustomerPlan | null): Note[] {
  const ids = plan?.kind === 'create' || plan?.kind === 'use' ? (plan.besides ?? []) : [];
  if (ids.length === 0) return [];
  const code: Code = plan?.kind === 'create' ? 'own_customer' : 'guest';
  const params: NoteParams<Code> = { system, ids };
  return [{ code, params: { ...params } }];
}
