/** What the expressions of the orders flow are given, for checking the names in them. */
import { z } from 'zod';
import { customer } from '../../records/customer.ts';
import { order } from '../../records/order.ts';

/** By the part of the document that a mapping's name begins with. */
export const mappingInputs = {
  '': z.object({ order }),
  customer: z.object({ order, customer }),
  line: z.object({ order, line: order.shape.lines.element }),
};

export const noteInput = z.object({
  order,
  document: z.object({ id: z.string(), reference: z.string() }),
});
