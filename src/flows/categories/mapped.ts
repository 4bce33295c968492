/** What a mapping fills in of a category, and the categories that it can be tried on. */
import { z } from 'zod';
import type { Connector } from '../../connectors/contract/connector.ts';
import { type Category, category } from '../../records/category.ts';
import { type MappedPart, readItems, type Sampling } from '../mapped.ts';
import type { CategoriesSettings } from './settings.ts';

/** A mapping has the category's fields alone: they need no part before their name. */
export function mappedCategories(target: Connector): MappedPart<Category>[] {
  return [
    {
      part: '',
      group: 'category',
      input: z.object({ category }),
      fields: target.categories?.target?.fields ?? z.object({}),
      inputsOf: (item) => [{ category: item }],
    },
  ];
}

export const categorySamples: Sampling<CategoriesSettings, Category> = {
  read: (source, api, keys) => readItems(source.categories?.source, api, keys),
  nameOf: ({ name }, key) => name.trim() || key,
  traitsOf: () => [],
};
