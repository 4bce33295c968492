/**
 * What is known of a product of which some parts were written and others not: those are said anew by the next run. What was written is as the
 * merchant leaves it from then on.
 */
import type { ProductChanges, Undone, WrittenProduct } from '../../../connectors/contract/products.ts';
import type { ProductFacts, VariantFacts } from '../../links.ts';
import { ownField } from '../plan/fields.ts';
import { marked } from '../unclear-marks.ts';

/** What was sent of the product itself. */
type Sent = Pick<ProductChanges, 'attributes'> & Readonly<Record<'fields' | 'values', object>>;

/** `sent`: its fields and values by name. `variants`: what was sent of each, by the target's id from now on. */
export function withUndone(
  facts: ProductFacts,
  { undone }: Pick<WrittenProduct, 'undone'>,
  sent: Sent,
  variants: ReadonlyMap<string, object>,
): ProductFacts {
  if (undone === undefined) return facts;
  const marks = marksOf(sent, undone.product);
  const unclearOf = (id: string): readonly string[] => {
    const names = Object.keys(variants.get(id) ?? {});
    if (undone.variants.has(id)) return names;
    const left: readonly string[] = undone.ofVariants?.get(id) ?? [];
    return names.filter((name) => left.includes(name));
  };
  return {
    ...facts,
    said: { ...facts.said, ...marks.said },
    attributes: { ...facts.attributes, ...marks.attributes },
    variants: Object.fromEntries(
      Object.entries(facts.variants).map(([sourceId, fact]) => {
        const isAll = undone.variants.has(fact.id);
        const names = unclearOf(fact.id);
        return [sourceId, isAll || names.length > 0 ? variantUnclear(fact, names) : fact];
      }),
    ),
  };
}

/** Marks in the place of fingerprints of these parts. */
export function marksOf(
  { fields, values, attributes }: Sent,
  undone: Undone['product'],
): Pick<ProductFacts, 'said' | 'attributes'> {
  const names = Object.keys(fields).filter((name) => ([...undone] as string[]).includes(name));
  const own = undone.has('values') ? Object.keys(values).map((name) => `${ownField}${name}`) : [];
  return {
    said: marked([...names, ...own, ...(undone.has('categories') ? ['categories'] : [])]),
    attributes: undone.has('attributes') ? marked(attributes.map(({ name }) => name)) : {},
  };
}

/** Whether it was switched off is not known either: it is looked at once more. */
export function variantUnclear(
  { retired: _retired, ...fact }: VariantFacts,
  sent: readonly string[],
): VariantFacts {
  return { ...fact, said: { ...fact.said, ...marked(sent) } };
}
