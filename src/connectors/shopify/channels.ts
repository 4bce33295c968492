import type { Api } from '../contract/api.ts';
import { remembered } from '../wire/remembered.ts';
import { hasScope } from './account.ts';
import { publications, publish, unpublish } from './channels.graphql.ts';
import { type Operation, query, set } from './graphql.ts';
import { all, connected } from './pages.ts';

const channels = remembered(async (api) => {
  const rows = connected(async (after) => (await query(api, publications, { after })).publications);
  return (await all(rows)).map(({ id }) => ({ publicationId: id }));
});

/** How many sales channels show it is asked for only where the scope is there. */
export function channelsAsked(api: Api) {
  return { channels: hasScope(api.account, 'read_publications') };
}

/** Undefined where nobody may say. */
export function isShown(channels: { readonly count: number } | undefined): boolean | undefined {
  return channels && channels.count > 0;
}

/** Whether Koppel shows what it makes; else that is left to the merchant, and nothing follows from what no channel shows yet. */
export function showsItself(api: Api): boolean {
  return hasScope(api.account, 'write_publications');
}

/** In every sales channel (sheet 7.5); without the scope for it that is left to the merchant. */
export function show(api: Api, id: string | null): Promise<void> {
  return everywhere(api, publish, id);
}

/** In none of them. */
export function hide(api: Api, id: string | null): Promise<void> {
  return everywhere(api, unpublish, id);
}

async function everywhere(api: Api, change: Operation<unknown>, id: string | null): Promise<void> {
  if (id === null || !showsItself(api)) return;
  const input = await channels(api);
  if (input.length > 0) await set(api, change, { id, input });
}
