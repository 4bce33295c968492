/** Where the connection's store view stands in the shop (sheet 15). */
import { z } from 'zod';
import type { Api } from '../contract/api.ts';
import { path } from '../contract/path.ts';
import { list, needed, text } from '../wire/fields.ts';
import { remembered } from '../wire/remembered.ts';

const viewWire = z.object({ id: needed(text), store_group_id: needed(text) });
const groupWire = z.object({ id: needed(text), root_category_id: needed(text) });
const websiteWire = z.object({ id: needed(text), code: needed(text) });

/** The category under which the store's tree hangs. `2` is that of a fresh shop (sheet 11). */
export const rootCategory = remembered(async (api) => {
  const views = await api.get(path`/V1/store/storeViews`, list(viewWire));
  const groups = await api.get(path`/V1/store/storeGroups`, list(groupWire));
  const view = views.find(({ id }) => id === api.account.traits.storeId);
  return groups.find(({ id }) => id === view?.store_group_id)?.root_category_id ?? '2';
});

/** The code of the website, by which stocks are sold (sheet 12.1). */
export const websiteCode = remembered(async (api: Api) => {
  const websites = await api.get(path`/V1/store/websites`, list(websiteWire));
  return websites.find(({ id }) => id === api.account.traits.websiteId)?.code ?? 'base';
});
