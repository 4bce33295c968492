import type { Account } from '../contract/account.ts';
import type { Api } from '../contract/api.ts';

/** How long what a merchant seldom changes is taken for true. */
export const rememberedMs = 600_000;

/** Asks once, for as long as the account is in use and no longer than `forMs`. What failed is asked again. */
export function remembered<T>(
  ask: (api: Api) => Promise<T>,
  forMs: number = rememberedMs,
): (api: Api) => Promise<T> {
  const known = new WeakMap<Account, { readonly at: number; readonly value: T }>();
  return async (api) => {
    const now = api.now().getTime();
    const before = known.get(api.account);
    if (before !== undefined && now - before.at < forMs) return before.value;
    const value = await ask(api);
    known.set(api.account, { at: now, value });
    return value;
  };
}
