/**
 * What a setting is picked from. It is declared with the setting's schema, and so stands in its JSON Schema: the check of what is saved, the
 * pickers of pages and the API's description read the one place.
 */
import type { z } from 'zod';
import type { LookupName } from '../connectors/contract/lookups.ts';
import { choice } from '../mapping/choice.ts';
import type { Asked } from './asked.ts';

/** The lists of one end of the flow that hold what a setting may name: in one of them. */
export interface Listing {
  readonly end: 'from' | 'to';
  readonly lookups: readonly LookupName[];
  /** The lists are only offered: what is in none of them is right too. */
  readonly isOpen?: true;
}

/** What a choice is made by where it is no list of a system. */
interface Keys {
  readonly values: readonly string[];
}

/** What the schema of a `Choice` says of its table: what it is made by, and what it gives. */
export interface ChoiceLists {
  readonly by?: Listing | Keys;
  readonly gives?: Listing;
}

export function ofSource(...lookups: LookupName[]): Listing {
  return { end: 'from', lookups };
}

export function ofTarget(...lookups: LookupName[]): Listing {
  return { end: 'to', lookups };
}

/** The same, for lists that need not be whole. */
export function offered(listing: Listing): Listing {
  return { ...listing, isOpen: true };
}

/** A text, or a list of texts, that names something of a system. */
export function listed<Schema extends z.ZodType>(schema: Schema, listing: Listing): Schema {
  return schema.meta({ listed: listing });
}

/** A text that is a JSONata expression. */
export function expression<Schema extends z.ZodType>(schema: Schema): Schema {
  return schema.meta({ isExpression: true });
}

/** A choice that is made by, or gives, something that is known; and may be asked for. */
export function choiceOf(lists: ChoiceLists, asked?: Asked): typeof choice {
  return choice.meta({ ...lists, ...(asked === undefined ? {} : { asked }) });
}
