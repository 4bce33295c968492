/** A category as Magento sends it (sheet 11). */
import { z } from 'zod';
import type { Category } from '../../../records/category.ts';
import { flag, list, needed, text } from '../../wire/fields.ts';
import { utcTimestamp } from '../../wire/timestamps.ts';

export const categoryWire = z.object({
  id: needed(text),
  parent_id: text,
  name: text,
  is_active: flag.catch(undefined),
  include_in_menu: flag.catch(undefined),
  position: z.coerce.number().optional().catch(undefined),
  level: needed(text),
  path: text,
  updated_at: utcTimestamp,
  custom_attributes: list(z.object({ attribute_code: text, value: z.unknown() })),
});

export type CategoryWire = z.infer<typeof categoryWire>;

/** Roots of stores, and the root of these, are no categories that shoppers see. */
export function isRoot({ level }: CategoryWire): boolean {
  return Number(level) < topLevel;
}

const topLevel = 2;

export function categoryFromWire(wire: CategoryWire): Category {
  const description = customOf(wire, 'description');
  return {
    id: wire.id,
    parentId: Number(wire.level) === topLevel ? null : (wire.parent_id ?? null),
    name: wire.name ?? '',
    description: typeof description === 'string' ? description : '',
    active: wire.is_active,
    position: wire.position,
    updatedAt: wire.updated_at?.toISOString(),
  };
}

export function customOf({ custom_attributes: custom }: CategoryWire, code: string): unknown {
  return custom.find(({ attribute_code: name }) => name === code)?.value;
}
