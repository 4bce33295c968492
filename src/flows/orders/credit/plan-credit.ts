import type { Document } from '../../../records/document.ts';
import type { Decimal } from '../../../records/money.ts';
import { type Problem, rejected } from '../../../records/problem.ts';
import type { OrderLink } from '../../links.ts';
import type { OrderWork } from '../work.ts';
import { creditDocument } from './credit-document.ts';
import { isWhole } from './pending-credit.ts';

/** How a credit is made: of the whole document by the target itself, or with a document below zero; or why it is not. */
export type CreditPlan =
  | { readonly kind: 'whole' }
  | { readonly kind: 'document'; readonly document: Document; readonly whole: boolean }
  | { readonly kind: 'refused'; readonly problem: Problem };

/** Reads only. */
export async function planCredit(work: OrderWork, link: OrderLink, owed: Decimal): Promise<CreditPlan> {
  const { context, endpoints } = work;
  const { api, connector } = context.target;
  const booked = await endpoints.target.get(api, link.targetId);
  if (booked?.draft) {
    return { kind: 'refused', problem: rejected('credit_of_draft', { system: connector.name }) };
  }
  const whole = isWhole(link, owed);
  if (whole && endpoints.target.credit) return { kind: 'whole' };
  const document = await creditDocument(work, booked?.customerId ?? '', owed);
  return { kind: 'document', document, whole };
}
