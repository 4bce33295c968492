import type { Api } from '../contract/api.ts';
import { remembered } from '../wire/remembered.ts';
import { hasScope } from './account.ts';
import { publications, publish } from './channels.graphql.ts';
import { query, set } from './graphql.ts';
import { all, connected } from './pages.ts';

const channels = remembered(async (api) => {
  const rows = connected(async (after) => (await query(api, publications, { after })).publications);
  return (await all(rows)).map(({ id }) => ({ publicationId: id }));
});

/** In every sales channel (sheet 7.5); without the scope for it that is left to the merchant. */
export async function show(api: Api, id: string | null): Promise<void> {
  if (id === null || !hasScope(api.account, 'write_publications')) return;
  const input = await channels(api);
  if (input.length > 0) await set(api, publish, { id, input });
}
