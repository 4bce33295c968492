/** The reference of a document stands in plain text wherever its order is told of, and no erasure finds it: it is made of nothing personal. */
import { z } from 'zod';
import { checkExpression } from '../../../mapping/check-expression.ts';
import { checkExpressionNames } from '../../../mapping/check-names.ts';
import { type Issue, issue } from '../../../mapping/issue.ts';
import { readsOnly } from '../../../mapping/reads-only.ts';
import { customer } from '../../../records/customer.ts';
import { order } from '../../../records/order.ts';
import { type Problem, rejected } from '../../../records/problem.ts';
import type { Mapping } from '../../contract.ts';
import { mappingInputs } from '../expression-inputs.ts';

/** What an expression for it may read: of an order what Koppel keeps in plain text itself, and what is true of many people. */
const allowed = z.object({
  order: order
    .pick({
      ...{ id: true, number: true, reference: true, date: true, placedAt: true, updatedAt: true },
      ...{ status: true, paymentStatus: true, paid: true, cancelled: true, shipped: true, draft: true },
      ...{
        paymentMethod: true,
        shippingMethod: true,
        currency: true,
        gross: true,
        vat: true,
        refunded: true,
      },
    })
    .extend({
      lines: z.array(
        order.shape.lines.element.pick({ id: true, productId: true, sku: true, quantity: true }),
      ),
      customer: customer
        .pick({ kind: true })
        .extend({ address: customer.shape.address.pick({ country: true }) }),
      delivery: customer.shape.address.pick({ country: true }),
      receipt: z.object({ till: z.string() }),
    }),
});

/** What is no expression, or names what there is not, is told by whoever checks all of the mapping. */
export function checkReference({ reference }: Mapping): Issue[] {
  if (reference === undefined || checkExpression([], reference, '').length > 0) return [];
  if (checkExpressionNames([], reference, mappingInputs['']).length > 0) return [];
  if (readsOnly(reference, allowed)) return [];
  return [issue(['mapping', 'reference'], 'reference_not_open', {})];
}

/** A mapping of before this was looked at goes on as it is: with another reference its documents would not be found. */
export function unopenReferences(mapping: Mapping): Problem[] {
  return checkReference(mapping).length === 0 ? [] : [rejected('reference_names_people', {})];
}
