/** What a field offers of what the systems have. */
import type { Option } from '../../../connectors/contract/lookups.ts';
import type { FlowLookups, OfferedList } from '../../../engine/configuration/flow-lookups.ts';
import type { Listing } from '../../../flows/listed.ts';

export interface Offer {
  readonly options: readonly Option[];
  /** All that is right is among the options, and they are few enough to look through. */
  readonly isShort: boolean;
  /** Why there is nothing to pick now; null where there is, or never is. */
  readonly why: string | null;
  /** Names the list on the page. */
  readonly id: string;
}

/** More options are searched by typing. */
const maxShort = 40;

/** What a form can be picked from. `idPrefix`: of a page with the forms of several flows, as their lists may have the same names. */
export type FormLookups = FlowLookups & { readonly idPrefix?: string };

/** Null where the systems have no such list, or not all of several. */
export function offerOf(listing: Listing | undefined, { lists, idPrefix = '' }: FormLookups): Offer | null {
  if (listing === undefined) return null;
  const { end, lookups, isOpen = false } = listing;
  const found = lookups.map((lookup) => lists.find((each) => each.end === end && each.lookup === lookup));
  if (!found.every((list): list is OfferedList => list !== undefined)) return null;
  const options = found.flatMap((list) => list.options);
  const why = found.find((list) => list.why !== null)?.why ?? null;
  const isWhole = why === null && !isOpen && found.every(({ isClosed }) => isClosed);
  return {
    options,
    isShort: isWhole && options.length > 0 && options.length <= maxShort,
    why,
    id: `${idPrefix}list-${end}-${lookups.join('-')}`,
  };
}

/** What people call a value of a list; null where that is the value itself, or not known. */
export function labelOf(value: unknown, listing: Listing | undefined, lookups: FlowLookups): string | null {
  const option = offerOf(listing, lookups)?.options.find((each) => each.value === value);
  return option === undefined || option.label === option.value ? null : option.label;
}
