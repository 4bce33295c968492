import type { z } from 'zod';
import type { Category } from '../../records/category.ts';
import type { Account } from './account.ts';
import type { Api } from './api.ts';
import type { Source } from './source.ts';
import type { JsonObject, Made } from './target.ts';

export type CategorySource = Source<Category>;

/** What is said of a category in the target. `parentId` is the target's; null: at the top. */
export interface CategoryDraft {
  readonly name: string;
  readonly parentId: string | null;
  readonly description?: string;
  readonly active?: boolean;
  readonly position?: number;
  /** The target's own fields, as mapping and settings filled them. */
  readonly values: JsonObject;
}

/** A category that stands in the target, with its own fields as they are. */
export interface StandingCategory extends Made {
  readonly category: Category;
  readonly values: JsonObject;
}

export interface CategoryTarget {
  /** Its own fields that a mapping may fill in, by its own names. */
  readonly fields: z.ZodObject;
  readonly lengths?: Readonly<Record<string, number>>;
  /** The whole body of `create`, for previews. */
  toWire(draft: CategoryDraft, account: Account): JsonObject;
  get(api: Api, id: string): Promise<StandingCategory | null>;
  /** All below this one, one level deep; null: those at the top. */
  childrenOf(api: Api, parentId: string | null): Promise<readonly StandingCategory[]>;
  /** Where it takes several calls and one behind the first fails, that is `outcome-unknown`: what was made is found, and the rest said again. */
  create(api: Api, draft: CategoryDraft): Promise<Made>;
  /** Sets what `changes` names, and leaves the rest as it is, in every view. A new parent moves it. */
  update(api: Api, id: string, changes: Partial<CategoryDraft>): Promise<void>;
}
