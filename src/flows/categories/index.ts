import { z } from 'zod';
import type { Connector } from '../../connectors/contract/connector.ts';
import { checkNames } from '../../mapping/check-names.ts';
import { checkFields, fieldNames } from '../../mapping/fields.ts';
import { within } from '../../mapping/issue.ts';
import { category } from '../../records/category.ts';
import type { RecordFlow } from '../contract.ts';
import { supported } from '../supported.ts';
import { acceptDifference, unacceptDifference } from './conflicts.ts';
import { type Context, endpointsOf } from './endpoints.ts';
import { previewCategory } from './preview.ts';
import { runCategory } from './run.ts';
import { type CategoriesSettings, categoriesSettings } from './settings.ts';

export const categories: RecordFlow<CategoriesSettings> = {
  kind: 'record',
  name: 'categories',
  settings: categoriesSettings,
  source: (connector) => connector.categories?.source,
  supports: (source, target) => endpointsOf(source, target) !== null,
  targetFields: (target) => fieldNames(targetParts(target)),
  check: (settings, mapping, target) => [
    ...checkFields(mapping, settings.fixed, targetParts(target)),
    ...checkNames(mapping, { '': z.object({ category }) }).map((issue) => within(['mapping'], issue)),
  ],
  run: async (context) => runCategory(context, supported(between(context), 'categories')),
  preview: async (context) => previewCategory(context, supported(between(context), 'categories')),
  accept: acceptDifference,
  unaccept: unacceptDifference,
};

/** A mapping has the category's fields alone: they need no part before their name. */
function targetParts(target: Connector): Record<string, z.ZodObject> {
  return { '': target.categories?.target?.fields ?? z.object({}) };
}

function between({ source, target }: Context) {
  return endpointsOf(source.connector, target.connector);
}
