/**
 * Whose address is whose. Users cannot be searched (sheet 5.1): all are walked through once, and later only those behind the last. It is kept as long
 * as the account is in use, and no longer than some minutes, as an old user may have got another address.
 */
import { z } from 'zod';
import { emailKey } from '../../../records/customer.ts';
import type { Account } from '../../contract/account.ts';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import { needed, part, text } from '../../wire/fields.ts';
import { rememberedMs } from '../../wire/remembered.ts';
import { pageOf } from '../lists.ts';

interface Index {
  readonly begunAt: number;
  readonly idsByEmail: Map<string, Set<string>>;
  /** Where it goes on; a part is of use to whoever comes next. */
  start: number;
}

const indexes = new WeakMap<Account, Index>();

/** Little is asked of a row: one that cannot be read must not hold up all the others. */
const rowWire = z.object({
  id: needed(text),
  username: text.catch(undefined),
  userinfo: part(z.object({ email: text.catch(undefined) })).catch(undefined),
});

const users = { path: path`/users/`, row: rowWire, query: { orderby: 'id' } };

/** Ids of all that may have one of these addresses: what they have now is read from the shop. */
export async function idsWith(api: Api, emails: readonly string[]): Promise<ReadonlySet<string>> {
  const index = indexFor(api);
  await goOn(api, index);
  return new Set(emails.flatMap((email) => [...(index.idsByEmail.get(emailKey(email)) ?? [])]));
}

/** What is known of this account is old. */
export function forgetIndex({ account }: Api): void {
  indexes.delete(account);
}

function indexFor(api: Api): Index {
  const now = api.now().getTime();
  const known = indexes.get(api.account);
  if (known !== undefined && now - known.begunAt < rememberedMs) return known;
  const index: Index = { begunAt: now, idsByEmail: new Map(), start: 0 };
  indexes.set(api.account, index);
  return index;
}

/** The last page is read again: whoever is new stands at its end, or behind it. */
async function goOn(api: Api, index: Index): Promise<void> {
  for (;;) {
    const { rows, next } = await pageOf(api, users, index.start);
    for (const row of rows) note(index, row);
    if (next === null) return;
    index.start = next;
  }
}

function note({ idsByEmail }: Index, { id, username, userinfo }: z.infer<typeof rowWire>): void {
  for (const email of [userinfo?.email, username]) {
    const key = emailKey(email ?? '');
    if (key !== '') idsByEmail.set(key, (idsByEmail.get(key) ?? new Set()).add(id));
  }
}
