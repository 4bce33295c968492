import { z } from 'zod';
import type { Category } from '../../../records/category.ts';
import type { Account } from '../../contract/account.ts';
import { amount, flag, needed, text } from '../../wire/fields.ts';
import { utcTimestamp } from '../../wire/timestamps.ts';
import { requireTrait } from '../org.ts';
import { fields } from '../soql.ts';

/** Sheet 5.5. Whether one is shown is whether one can get to it. */
export const categoryWire = z.looseObject({
  Id: needed(text),
  Name: text,
  ParentCategoryId: text,
  Description: text,
  SortOrder: amount,
  IsNavigational: flag,
  Code: text,
  SystemModstamp: utcTimestamp,
});
export type CategoryWire = z.infer<typeof categoryWire>;

export const categoryFields = fields(
  ...[
    'Id',
    'Name',
    'ParentCategoryId',
    'Description',
    'SortOrder',
    'IsNavigational',
    'Code',
    'SystemModstamp',
  ],
);

/** Throws `org_lacks` in an org that has none, or where they cannot be made. */
export function catalogOf(account: Account): string {
  return requireTrait(account, 'catalog', 'ProductCategory');
}

export function categoryFromWire(wire: CategoryWire): Category {
  return {
    id: wire.Id,
    parentId: wire.ParentCategoryId ?? null,
    name: wire.Name ?? '',
    description: wire.Description ?? '',
    ...(wire.IsNavigational === undefined ? {} : { active: wire.IsNavigational }),
    ...(wire.SortOrder === undefined ? {} : { position: Number(wire.SortOrder) }),
    ...(wire.SystemModstamp === undefined ? {} : { updatedAt: wire.SystemModstamp.toISOString() }),
  };
}
