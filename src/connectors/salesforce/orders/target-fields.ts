import { z } from 'zod';
import { customFields } from '../customers/target-fields.ts';

/** What a mapping may fill in of an order, by Salesforce's own names (sheet 5.3); `reference` is Koppel's. `custom` is of the order, `itemCustom` of every item. */
export const orderFields = z
  .object({
    reference: z.string(),
    Name: z.string(),
    PoNumber: z.string(),
    Type: z.string(),
    ContractId: z.string(),
    OpportunityId: z.string(),
    Description: z.string(),
    custom: customFields,
    itemCustom: customFields,
  })
  .partial();
