/**
 * Links children to a configurable product: its options and links in one save, made of what was read just before and of what is new. Links
 * are never sent without the options, and a list that is sent is the whole list (magento/magento2#9789, #39534).
 */

import { rejected } from '../../../../records/problem.ts';
import type { JsonObject } from '../../../contract/target.ts';
import { type Attribute, labelOf } from '../attributes.ts';
import { changedFamily } from '../families.ts';
import { wholeProducts } from '../read.ts';
import type { OptionWire } from '../wire.ts';
import type { Child } from './children.ts';
import { restoreRoles } from './gallery.ts';
import { saveProduct } from './save.ts';
import { system, type Writing } from './writing.ts';

export async function linkChildren(
  { api, sku }: Writing,
  parentId: string,
  children: readonly Child[],
): Promise<void> {
  if (children.length === 0) return;
  const parent = (await wholeProducts(api, [parentId], 'all')).get(parentId)?.wire;
  if (parent === undefined) throw rejected('not_found', { system, status: 404 });
  const links = parent.extension_attributes?.configurable_product_links ?? [];
  const options = parent.extension_attributes?.configurable_product_options ?? [];
  const all = [...new Set([...links, ...children.map(({ id }) => id)])];
  const wanted = optionsWith(options, children);
  if (all.length === links.length && isSame(options, wanted)) return;
  await saveProduct(api, sku, {
    extension_attributes: {
      configurable_product_options: wanted,
      configurable_product_links: all.map(Number),
    },
  });
  changedFamily(api);
  await restoreRoles(api, sku, parent.media_gallery_entries ?? []);
}

/** Standing options with their ids, each with the values that the children need. */
function optionsWith(options: readonly OptionWire[], children: readonly Child[]): JsonObject[] {
  const needed = new Map<Attribute, Set<string>>();
  for (const { values } of children) {
    for (const [attribute, id] of values) {
      needed.set(attribute, (needed.get(attribute) ?? new Set()).add(id));
    }
  }
  const kept = options.map((option) => {
    const more = [...needed].find(([{ attribute_id: id }]) => id === option.attribute_id)?.[1] ?? [];
    const values = [...new Set([...option.values.map(({ value_index: id }) => id), ...more])];
    return {
      ...(option.id === undefined ? {} : { id: Number(option.id) }),
      ...optionOf(option.attribute_id, option.label ?? '', option.position, values),
    };
  });
  const added = [...needed]
    .filter(([{ attribute_id: id }]) => !options.some((option) => option.attribute_id === id))
    .map(([attribute, values], index) =>
      optionOf(attribute.attribute_id, labelOf(attribute), options.length + index, [...values]),
    );
  return [...kept, ...added];
}

function optionOf(attributeId: string, label: string, position: number, values: readonly string[]) {
  return {
    attribute_id: attributeId,
    label,
    position,
    values: values.map((id) => ({ value_index: Number(id) })),
  };
}

function isSame(options: readonly OptionWire[], wanted: readonly JsonObject[]): boolean {
  const count = (all: unknown) => (Array.isArray(all) ? all.length : 0);
  return (
    options.length === wanted.length &&
    options.every(({ values }, index) => values.length === count(wanted[index]?.values))
  );
}
