/** A sale begins and ends by its day, which is no change to Magento (sheet 10.3): products are asked for by these days. */
import { z } from 'zod';
import { localDate } from '../../../records/time-zone.ts';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import type { ChangePage, ChangeWindow } from '../../contract/source.ts';
import { needed, text } from '../../wire/fields.ts';
import { type Filter, found, safePageSize, searchQuery } from '../search.ts';

/** Behind which product the next page begins; null: with the first. */
export const saleToken = z.object({
  sales: z.enum(['begun', 'ended']),
  id: z.string().regex(/^\d+$/).nullable(),
});

type SaleToken = z.infer<typeof saleToken>;

const rowWire = z.object({ id: needed(text) });
const dayMs = 24 * 3_600_000;

/** Where the pages of sales begin; null where no day of the shop began within the window. */
export function firstOfSales({ account }: Api, { since, until }: ChangeWindow): string | null {
  const [before, now] = [since, until].map((at) => localDate(at, account.timeZone));
  return before === now ? null : tokenOf({ sales: 'begun', id: null });
}

/** Those that are on sale since a day that began within the window, then those that are so no longer. */
export async function salesPage(
  api: Api,
  { since, until }: ChangeWindow,
  at: SaleToken,
): Promise<ChangePage> {
  const [before = '', now = ''] = [since, until].map((each) => localDate(each, api.account.timeZone));
  const { items, total_count: total } = await api.get(
    path`/V1/products`,
    found(rowWire),
    searchQuery({
      groups: [
        ...(at.sales === 'begun' ? begun(before, now) : ended(before, now)),
        ...(at.id === null ? [] : [{ field: 'entity_id', condition: 'gt', value: at.id } as const]),
      ],
      sort: [{ field: 'entity_id', direction: 'ASC' }],
      pageSize: safePageSize,
      fields: 'id',
    }),
  );
  const end = items.at(-1)?.id;
  const isLast =
    end === undefined || end === at.id || (items.length < safePageSize && Number(total ?? 0) <= items.length);
  const behind = at.sales === 'begun' ? tokenOf({ sales: 'ended', id: null }) : null;
  return {
    changes: items.map(({ id: key }) => ({ flow: 'products', key })),
    next: isLast ? behind : tokenOf({ ...at, id: end }),
  };
}

/** Its first day is after the one before, up to now. Days carry times, which count for nothing. */
function begun(before: string, now: string): Filter[] {
  return [
    { field: 'special_from_date', condition: 'gt', value: `${before} 23:59:59` },
    { field: 'special_from_date', condition: 'lteq', value: `${now} 23:59:59` },
  ];
}

/** Its last day was the one before, or one since, and not today. */
function ended(before: string, now: string): Filter[] {
  const yesterday = new Date(Date.parse(now) - dayMs).toISOString().slice(0, 10);
  return [
    { field: 'special_to_date', condition: 'gteq', value: `${before} 00:00:00` },
    { field: 'special_to_date', condition: 'lteq', value: `${yesterday} 23:59:59` },
  ];
}

function tokenOf(token: SaleToken): string {
  return JSON.stringify(token);
}
