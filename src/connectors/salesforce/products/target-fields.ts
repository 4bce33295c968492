import { z } from 'zod';
import { customFields } from '../customers/target-fields.ts';

/** Fields of the product that only a mapping fills in, by Salesforce's own names (sheet 5.5). */
const ownFields = { ProductCode: z.string(), Family: z.string(), QuantityUnitOfMeasure: z.string() };

export const ownNames = Object.keys(ownFields);

/** `custom`: the org's own fields, which are written and not read. */
export const productFields = z.object({ ...ownFields, custom: customFields }).partial();
