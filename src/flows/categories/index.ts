import { fieldNames } from '../../mapping/fields.ts';
import type { RecordFlow } from '../contract.ts';
import { checkMapped, fieldsByPart } from '../mapped.ts';
import { supported } from '../supported.ts';
import { acceptDifference, unacceptDifference } from './conflicts.ts';
import { type Context, endpointsOf } from './endpoints.ts';
import { categorySamples, mappedCategories } from './mapped.ts';
import { previewCategory } from './preview.ts';
import { runCategory } from './run.ts';
import { type CategoriesSettings, categoriesSettings } from './settings.ts';

export const categories: RecordFlow<CategoriesSettings> = {
  kind: 'record',
  name: 'categories',
  settings: categoriesSettings,
  source: (connector) => connector.categories?.source,
  supports: (source, target) => endpointsOf(source, target) !== null,
  targetFields: (target) => fieldNames(fieldsByPart(mappedCategories(target))),
  mapped: (_, target) => mappedCategories(target),
  samples: categorySamples,
  check: (settings, mapping, target) => checkMapped(mapping, settings.fixed, mappedCategories(target)),
  run: async (context) => runCategory(context, supported(between(context), 'categories')),
  preview: async (context) => previewCategory(context, supported(between(context), 'categories')),
  accept: acceptDifference,
  unaccept: unacceptDifference,
};

function between({ source, target }: Context) {
  return endpointsOf(source.connector, target.connector);
}
