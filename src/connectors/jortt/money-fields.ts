import { z } from 'zod';
import { decimalFromWire, money } from '../../records/money.ts';

/** A decimal as text; a number where the description errs (sheet 1, 4.2). */
export const decimalWire = z.union([z.string(), z.number()]).transform((value, context) => {
  try {
    return decimalFromWire(value);
  } catch {
    context.addIssue({ code: 'custom', message: 'not_an_amount' });
    return z.NEVER;
  }
});

/** Of a whole invoice: in cents. */
export const centsWire = decimalWire.transform((value) => money(value, 'EUR'));
