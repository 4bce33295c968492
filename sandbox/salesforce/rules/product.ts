import { write } from '../records/writing.ts';
import { invalid } from '../refusal.ts';
import type { ObjectRules } from './rules.ts';

/** A product that was ordered stays; its prices and category links go with it otherwise. */
export const productRules: ObjectRules = {
  beforeDelete: (org, row) => {
    const isUsed = ['OrderItem', 'OpportunityLineItem'].some(
      (name) => org.children(name, 'Product2Id', row.id).length > 0,
    );
    if (isUsed) throw invalid('DELETE_FAILED', 'The product is used by orders or opportunities');
  },
  afterDelete: (org, row) => {
    const prices = org.children('PricebookEntry', 'Product2Id', row.id);
    const links = org.children('ProductCategoryProduct', 'ProductId', row.id);
    for (const each of [...prices, ...links]) write(org, each, { IsDeleted: true });
  },
};
