/** Parts that a target is told together: whatever changes one of them sends the others along, as they were read. */
import type { ProductPart, ProductTraits } from '../../connectors/contract/products.ts';
import { type Fields, lateNames, otherPrint, type Prints } from './late-prints.ts';

type Together = Pick<ProductTraits, 'together' | 'addsVariantPrices'>;

/** All parts that go with those that are told, these among them where they go with others. */
export function alongWith({ together = [] }: Together, told: readonly string[]): ReadonlySet<string> {
  return new Set(together.filter((parts) => parts.some((part) => told.includes(part))).flat());
}

/** Whether the call that was sent this replaced the list of attributes. */
export function sentAttributeList(
  { together = [] }: Together,
  { sent, attributes }: { readonly sent: Fields; readonly attributes: Fields },
): boolean {
  const isSent = (part: ProductPart) =>
    part === 'attributes' ? Object.keys(attributes).length > 0 : sent[part] !== undefined;
  return together.some((parts) => parts.includes('attributes') && parts.some(isSent));
}

/** Names of fields that are to be said anew: what one of the late calls sent stands there, or what goes together with that. */
export function fieldsDone(traits: Together, prints: Prints): readonly string[] {
  const along = partsDone(traits, prints).filter((name) => prints.known[name] !== undefined);
  return [...new Set([...lateNames(prints), ...along])];
}

/** Whether the prices of all variants are others by a late call for their product. */
export function areVariantsMoved(traits: Together, prints: Prints): boolean {
  return traits.addsVariantPrices === true && partsDone(traits, prints).includes('price');
}

/**
 * Fields that go together with one by which a late call shows. A system may make such fields of each other, as the price before a sale is the list
 * price in it: what was sent as the one stands there as the other.
 */
function partsDone({ together = [] }: Together, prints: Prints): readonly string[] {
  const shows = (name: string, parts: readonly string[]) => {
    const there = otherPrint(prints, name);
    const names = there === '' ? [name] : parts;
    return there !== null && prints.late.some((sent) => names.some((each) => sent[each] === there));
  };
  const isField = (part: ProductPart) => part !== 'attributes' && part !== 'categories';
  const fields = together.map((parts) => parts.filter(isField));
  return fields.filter((parts) => parts.some((part) => shows(part, parts))).flat();
}
