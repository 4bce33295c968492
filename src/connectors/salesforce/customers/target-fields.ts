import { z } from 'zod';

/** Fields of the account that only a mapping fills in, by Salesforce's own names (sheet 5.1). */
const ownFields = {
  AccountNumber: z.string(),
  Website: z.string(),
  Description: z.string(),
  Type: z.string(),
  Industry: z.string(),
};

export const ownNames = Object.keys(ownFields);

/** The org's own fields, as `{"Region__c": "Noord"}`. */
export const customFields = z.record(
  z.string().regex(/^[A-Za-z]\w*__c$/, 'not_custom_fields'),
  z.union([z.string(), z.number(), z.boolean()]),
);

/** `custom` and `contactCustom` are what a new account and a new contact are given, and are not kept in step. */
export const customerFields = z
  .object({ ...ownFields, custom: customFields, contactCustom: customFields })
  .partial();
