import { z } from 'zod';
import type { Api } from '../contract/api.ts';
import { type Lookups, type Option, statusCodes } from '../contract/lookups.ts';
import { path } from '../contract/path.ts';
import { needed, text } from '../wire/fields.ts';
import { paymentStatuses } from './orders/payment.ts';
import { attributes, labelOf } from './products/attributes.ts';
import { everywhere } from './scope.ts';
import { eachRow, found, longPageSize, safePageSize, searchQuery } from './search.ts';
import { inventoryOf } from './stock/inventory.ts';
import { rootCategory } from './store.ts';

/** No call lists the statuses that a merchant has made (sheet 7.6), or the payment methods of a shop without a basket (sheet 7.11). */
export const lookups: Lookups = {
  paymentStatuses: statusCodes(...paymentStatuses),
  classifications: customerGroups,
  taxClasses,
  categories,
  attributes: productAttributes,
  locations,
};

const group = z.object({ id: needed(text), code: needed(text) });

/** Group 0 is that of guests (sheet 9). */
async function customerGroups(api: Api): Promise<Option[]> {
  const query = searchQuery({
    groups: [],
    sort: [{ field: 'id', direction: 'ASC' }],
    pageSize: safePageSize,
  });
  const { items } = await api.get(path`/V1/customerGroups/search`, found(group), query);
  return items.filter(({ id }) => id !== '0').map(({ id, code }) => ({ value: id, label: code }));
}

const taxClass = z.object({ class_id: needed(text), class_name: text, class_type: text });

async function taxClasses(api: Api): Promise<Option[]> {
  const query = searchQuery({
    groups: [{ field: 'class_type', condition: 'eq', value: 'PRODUCT' }],
    sort: [],
    pageSize: longPageSize,
  });
  const { items } = await api.get(path`/V1/taxClasses/search`, found(taxClass), query);
  return items
    .filter(({ class_type: type = 'PRODUCT' }) => type === 'PRODUCT')
    .map(({ class_id: id, class_name: name }) => ({ value: id, label: name ?? id }));
}

const category = z.object({ id: needed(text), name: text, path: text });

/** Below the store's root, each with the names of those above it. */
async function categories(api: Api): Promise<Option[]> {
  const root = await rootCategory(api);
  const names = new Map<string, string>();
  const rows: { readonly id: string; readonly above: readonly string[] }[] = [];
  for await (const { id, name, path: place = '' } of eachRow(api, {
    path: everywhere(api, path`/V1/categories/list`),
    row: category,
    by: 'entity_id',
    idOf: ({ id: own }) => own,
    fields: 'id,name,path',
  })) {
    names.set(id, name ?? id);
    const ids = place.split('/');
    const start = ids.indexOf(root);
    if (start >= 0 && id !== root) rows.push({ id, above: ids.slice(start + 1) });
  }
  return rows.map(({ id, above }) => ({
    value: id,
    label: above.map((each) => names.get(each) ?? each).join(' > '),
  }));
}

/** All there are, the merchant's own first: variants may differ in some of Magento's too. */
async function productAttributes(api: Api): Promise<Option[]> {
  const own = Object.groupBy(await attributes(api), ({ is_user_defined: isOwn }) =>
    isOwn === true ? 'own' : 'others',
  );
  return [...(own.own ?? []), ...(own.others ?? [])].map((attribute) => {
    const { attribute_code: code } = attribute;
    const label = labelOf(attribute);
    return { value: code, label: label === code ? code : `${label} (${code})` };
  });
}

/** None where the shop has no sources. */
async function locations(api: Api): Promise<Option[]> {
  const inventory = await inventoryOf(api);
  return (inventory?.sources ?? []).map(({ source_code: code, name }) => ({
    value: code,
    label: name ?? code,
  }));
}
