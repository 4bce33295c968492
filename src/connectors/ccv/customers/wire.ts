import { z } from 'zod';
import type { Customer } from '../../../records/customer.ts';
import { needed, part, text } from '../../wire/fields.ts';
import { customerOf, personWire } from '../party.ts';

/** A customer is a user of the shop (sheet 6.10). What is not known here stays as it is. */
export const userWire = z.object({
  id: needed(text),
  username: text,
  userinfo: part(personWire),
});
export type UserWire = z.infer<typeof userWire>;

export const rawUser = z.looseObject({ id: needed(text) });

/** The name that one logs in with is an address as a rule. */
export function emailOf({ username, userinfo }: Pick<UserWire, 'username' | 'userinfo'>): string | undefined {
  return userinfo?.email ?? (username?.includes('@') ? username : undefined);
}

/** `reverseCharge` stays open: only an order says it. */
export function customerFromWire(wire: UserWire): Customer {
  return { id: wire.id, ...customerOf({ ...blank, ...wire.userinfo, email: emailOf(wire) }) };
}

const blank = personWire.parse({});
