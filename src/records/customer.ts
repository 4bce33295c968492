import { z } from 'zod';
import { address, type Delivery } from './address.ts';

/**
 * A person or a company that buys. For a company `name` is its contact; the contact goes to the target's contact field.
 * `reverseCharge` says that VAT is shifted to this company, so its documents carry none. An order always tells; a
 * customer of a system that keeps it with its orders only does not.
 */
export const customer = z.object({
  /** Id in the source system; absent for a guest. */
  id: z.string().optional(),
  kind: z.enum(['person', 'company']),
  email: z.string().optional(),
  name: z.string(),
  firstName: z.string().optional(),
  lastName: z.string().optional(),
  company: z.string().optional(),
  phone: z.string().optional(),
  vatNumber: z.string().optional(),
  cocNumber: z.string().optional(),
  /** ISO 639-1. */
  language: z.string().optional(),
  reverseCharge: z.boolean().optional(),
  address,
});

export type Customer = z.infer<typeof customer>;

/** The one form of an e-mail address under which a customer is looked up and linked. */
export function emailKey(email: string): string {
  return email.trim().toLowerCase();
}

/**
 * Every text that tells who it is, and where an order's parcels go and to whom: what a system's own words must not repeat.
 */
export function personalWords({ kind: _, ...rest }: Customer, delivery?: Delivery): string[] {
  return [...texts(rest), ...texts(delivery)];
}

function texts(value: unknown): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(texts) : [];
}
