import { rejected } from '../../../records/problem.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Jortt books on accounts by UUID; their numbers and names are for people (sheet 7.1). Throws `account_unknown`. */
export function ledgerAccountId(account: string | undefined): string | undefined {
  const id = account?.trim();
  if (id === undefined || uuid.test(id)) return id;
  throw rejected('account_unknown', { system: 'Jortt', account: String(id) });
}
