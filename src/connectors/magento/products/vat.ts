/** The rate at home of a tax class (sheet 14): of the rules that hold for it and for those who are not logged in. */
import { z } from 'zod';
import { type Decimal, normalise, sum } from '../../../records/money.ts';
import { Problem } from '../../../records/problem.ts';
import type { Api } from '../../contract/api.ts';
import { type Path, path } from '../../contract/path.ts';
import { list, needed, text } from '../../wire/fields.ts';
import { remembered } from '../../wire/remembered.ts';
import { amount } from '../fields.ts';
import { type Filter, found, longPageSize, searchQuery } from '../search.ts';

const rateWire = z.object({
  id: needed(text),
  tax_region_id: text,
  tax_postcode: text,
  rate: needed(amount),
});
const ruleWire = z.object({
  id: needed(text),
  customer_tax_class_ids: list(needed(text)),
  product_tax_class_ids: list(needed(text)),
  tax_rate_ids: list(needed(text)),
});
const groupWire = z.object({ tax_class_id: text });

/** By tax class. Empty where the integration may not read taxes; a class of which the shop has no rule is not in it. */
export const ratesAtHome = remembered(async (api): Promise<ReadonlyMap<string, Decimal>> => {
  try {
    return await readRates(api);
  } catch (error) {
    // A missing permission is answered as wrong credentials are (sheet 2.1); those fail at the product itself.
    if (error instanceof Problem && (error.kind === 'auth' || error.kind === 'rejected')) return new Map();
    throw error;
  }
});

async function readRates(api: Api): Promise<ReadonlyMap<string, Decimal>> {
  const { country = '' } = api.account.traits;
  const atHome: Filter = { field: 'tax_country_id', condition: 'eq', value: country };
  const rates = new Map(
    (await wholeList(api, path`/V1/taxRates/search`, rateWire, [atHome]))
      .filter((rate) => (rate.tax_region_id ?? '0') === '0' && (rate.tax_postcode ?? '*') === '*')
      .map(({ id, rate }) => [id, rate]),
  );
  if (rates.size === 0) return rates;
  const guests = await api.find(path`/V1/customerGroups/0`, groupWire);
  const byClass = new Map<string, Set<string>>();
  for (const rule of await wholeList(api, path`/V1/taxRules/search`, ruleWire, [])) {
    const isForGuests =
      guests?.tax_class_id === undefined || rule.customer_tax_class_ids.includes(guests.tax_class_id);
    if (!isForGuests) continue;
    for (const taxClass of rule.product_tax_class_ids) {
      const ofClass = byClass.get(taxClass) ?? new Set();
      for (const id of rule.tax_rate_ids) if (rates.has(id)) ofClass.add(id);
      byClass.set(taxClass, ofClass);
    }
  }
  // Several rates at one place are added up.
  return new Map(
    [...byClass].flatMap(([taxClass, ids]) =>
      ids.size === 0 ? [] : [[taxClass, normalise(sum([...ids].map((id) => rates.get(id) ?? '0')))]],
    ),
  );
}

/** Empty where it does not fit in one page: half a list of taxes tells nothing. By what it is sorted differs by version. */
async function wholeList<Row>(api: Api, list: Path, row: z.ZodType<Row>, groups: readonly Filter[]) {
  const query = searchQuery({ groups, sort: [], pageSize: longPageSize });
  const { items, total_count: total } = await api.get(list, found(row), query);
  return Number(total ?? 0) > items.length ? [] : items;
}
