import { z } from 'zod';
import type { Category } from '../../records/category.ts';
import type { Api } from '../contract/api.ts';
import { fixed, type Lookups, type Option, statusCodes } from '../contract/lookups.ts';
import { path } from '../contract/path.ts';
import { list, needed, text } from '../wire/fields.ts';
import { eachRow } from '../wire/pages.ts';
import { categoryFromWire, categoryPage } from './categories/wire.ts';
import { fulfillmentStatuses, paymentStatuses } from './orders/statuses.ts';
import { readClasses } from './products/classes.ts';
import { readTaxes, untaxed } from './products/taxes.ts';

/**
 * Names of custom statuses are the merchant's, their codes are fixed (sheet 3.4). Names of payment methods are free text, and
 * nothing lists the places of a stock.
 */
export const lookups: Lookups = {
  orderStatuses: statusCodes(...fulfillmentStatuses),
  paymentStatuses: statusCodes(...paymentStatuses),
  taxClasses,
  categories,
  attributes,
};

/** The merchant's own taxes, or where Ecwid works them out itself its classes for the shop's country (sheet 8.1). */
async function taxClasses(api: Api): Promise<Option[]> {
  const none = { value: untaxed, label: untaxed };
  const { country: countryCode, automaticTax } = api.account.traits;
  if (automaticTax === 'true') {
    const row = z.object({ taxClassCode: needed(text), name: text });
    const classes = await api.get(path`/taxClasses`, list(row), { countryCode });
    return [...classes.map(({ taxClassCode: value, name = value }) => ({ value, label: name })), none];
  }
  const taxes = await readTaxes(api);
  return [...taxes.map(({ id, name, rate }) => ({ value: id, label: `${name} (${rate} %)` })), none];
}

/** By their path of names. */
async function categories(api: Api): Promise<Option[]> {
  const rows = eachRow(async (_, offset) => {
    const page = await categoryPage(api, offset);
    return { rows: page.rows.map(categoryFromWire), isLast: page.next === null };
  });
  const byId = new Map<string, Category>();
  for await (const row of rows) byId.set(row.id, row);
  const namesTo = (id: string, below: readonly string[] = []): string[] => {
    const { name = '', parentId = null } = byId.get(id) ?? {};
    const isEnd = parentId === null || !byId.has(parentId) || below.includes(parentId);
    return [...(isEnd ? [] : namesTo(parentId, [...below, id])), name];
  };
  return [...byId.keys()].map((value) => ({ value, label: namesTo(value).join(' > ') }));
}

/** Of all product types; they go by their names (sheet 6.2). */
async function attributes(api: Api): Promise<Option[]> {
  const names = (await readClasses(api)).flatMap((each) => each.attributes.map(({ name }) => name));
  return fixed(...new Set(names.filter((name) => name !== undefined))).options.slice();
}
