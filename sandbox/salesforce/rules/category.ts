import { textIn } from '../../kit/json.ts';
import type { Org } from '../org.ts';
import { invalid } from '../refusal.ts';
import type { ObjectRules } from './rules.ts';

/** A tree within one catalogue. That a category with children cannot be deleted is ours: the sheet is silent. */
export const categoryRules: ObjectRules = {
  beforeCreate: (org, fields) => {
    requireSameCatalog(org, textIn(fields, 'ParentCategoryId'), textIn(fields, 'CatalogId'));
    return fields;
  },
  beforeUpdate: (org, before, changes) => {
    let parent = textIn(changes, 'ParentCategoryId');
    requireSameCatalog(org, parent, textIn(before.fields, 'CatalogId'));
    for (
      ;
      parent !== '';
      parent = textIn(org.row('ProductCategory', parent)?.fields ?? {}, 'ParentCategoryId')
    ) {
      if (parent === before.id)
        throw invalid(
          'FIELD_INTEGRITY_EXCEPTION',
          'A category cannot stand below itself',
          'ParentCategoryId',
        );
    }
    return changes;
  },
  beforeDelete: (org, row) => {
    const isUsed =
      org.children('ProductCategory', 'ParentCategoryId', row.id).length > 0 ||
      org.children('ProductCategoryProduct', 'ProductCategoryId', row.id).length > 0;
    if (isUsed) throw invalid('DELETE_FAILED', 'The category has categories or products below it');
  },
};

export const categoryLinkRules: ObjectRules = {
  beforeCreate: (org, fields) => {
    const others = org.children('ProductCategoryProduct', 'ProductId', textIn(fields, 'ProductId'));
    if (others.some((each) => each.fields.ProductCategoryId === fields.ProductCategoryId)) {
      throw invalid(
        'DUPLICATE_VALUE',
        'The product is in this category already',
        'ProductCategoryId',
        'ProductId',
      );
    }
    return { ...fields, Name: org.autoNumber('ProductCategoryProduct', 8) };
  },
};

function requireSameCatalog(org: Org, parent: string, catalog: string): void {
  if (parent === '' || org.row('ProductCategory', parent)?.fields.CatalogId === catalog) return;
  throw invalid('FIELD_INTEGRITY_EXCEPTION', 'The parent is of another catalog', 'ParentCategoryId');
}
