import type { JsonObject } from '../../kit/json.ts';
import type { Org } from '../org.ts';
import type { Row } from '../records/tables.ts';
import { accountRules } from './account.ts';
import { categoryLinkRules, categoryRules } from './category.ts';
import { contactRules } from './contact.ts';
import { opportunityRules } from './opportunity.ts';
import { opportunityLineRules } from './opportunity-line.ts';
import { orderRules } from './order.ts';
import { orderItemRules } from './order-item.ts';
import { pricebookEntryRules } from './pricebook-entry.ts';
import { productRules } from './product.ts';

/** What Salesforce itself makes of a write, beyond its fields. Everything may throw a `Refusal`. */
export interface ObjectRules {
  /** The fields that are saved, of those that came in. */
  readonly beforeCreate?: (org: Org, fields: JsonObject) => JsonObject;
  /** The changes that are saved, of those that came in. */
  readonly beforeUpdate?: (org: Org, before: Row, changes: JsonObject) => JsonObject;
  readonly afterCreate?: (org: Org, row: Row) => void;
  readonly afterUpdate?: (org: Org, row: Row, before: Row) => void;
  readonly beforeDelete?: (org: Org, row: Row) => void;
  readonly afterDelete?: (org: Org, row: Row) => void;
}

const rules: Readonly<Record<string, () => ObjectRules>> = {
  Account: () => accountRules,
  Contact: () => contactRules,
  Order: () => orderRules,
  OrderItem: () => orderItemRules,
  Opportunity: () => opportunityRules,
  OpportunityLineItem: () => opportunityLineRules,
  Product2: () => productRules,
  PricebookEntry: () => pricebookEntryRules,
  ProductCategory: () => categoryRules,
  ProductCategoryProduct: () => categoryLinkRules,
};

export function rulesOf(object: string): ObjectRules {
  return rules[object]?.() ?? {};
}
