/** What is known of an org, as `readAccount` found it, in one form. */
import { rejected } from '../../records/problem.ts';
import type { Account } from '../contract/account.ts';

export interface Org {
  readonly currency: string;
  /** Records say their currency, one of these; null: there is one only. */
  readonly currencies: readonly string[] | null;
  readonly personAccounts: boolean;
  /** The record type of new persons. */
  readonly personType: string | undefined;
  /** Countries and provinces are picked from lists. */
  readonly countryCodes: boolean;
  /** Of these lists: `US-CA`. */
  readonly states: ReadonlySet<string>;
  readonly priceDecimals: number;
  readonly quantityDecimals: number;
  /** Of the price book; undefined where nobody says. Those of orders never do. */
  readonly pricesIncludeVat: boolean | undefined;
  readonly skuField: 'StockKeepingUnit' | 'ProductCode';
  readonly saves: boolean;
  readonly makesEntries: boolean;
  readonly otherProduct: string;
  readonly draftStatus: string;
  readonly activatedStatus: string;
  /** Orders that give something back. */
  readonly reductions: boolean;
}

export function orgOf({ currency, traits }: Account): Org {
  return {
    currency,
    currencies: traits.currencies?.split(',') ?? null,
    personAccounts: traits.personType !== undefined,
    personType: traits.personType,
    countryCodes: traits.countryCodes === 'yes',
    states: new Set((traits.states ?? '').split(',')),
    priceDecimals: Number(traits.priceDecimals ?? 2),
    quantityDecimals: Number(traits.quantityDecimals ?? 2),
    pricesIncludeVat: traits.pricesIncludeVat === undefined ? undefined : traits.pricesIncludeVat === 'true',
    skuField: traits.skuField === 'ProductCode' ? 'ProductCode' : 'StockKeepingUnit',
    saves: traits.duplicates === 'save',
    makesEntries: traits.entries === 'make',
    otherProduct: traits.otherProduct ?? 'KOPPEL',
    draftStatus: traits.draftStatus ?? 'Draft',
    activatedStatus: traits.activatedStatus ?? 'Activated',
    reductions: traits.reductions === 'yes',
  };
}

/** Whether the org has an optional field of an order, and shows it. */
export function showsOfOrder({ traits }: Account, name: string): boolean {
  return (traits.ownOfOrder ?? '').split(',').includes(name);
}

/** The same of a product. */
export function showsOfProduct({ traits }: Account, name: string): boolean {
  return !(traits.hiddenOfProduct ?? '').split(',').includes(name);
}

/** Whether an optional field that the org shows may be written as well. */
export function mayWrite({ traits }: Account, object: string, name: string): boolean {
  return !(traits.closed ?? '').split(',').includes(`${object}.${name}`);
}

/** Objects of which new records must say something that only a mapping knows. */
export type Made = 'Order' | 'Item' | 'Account' | 'Contact' | 'Product';

const objects = {
  Order: 'Order',
  Item: 'OrderItem',
  Account: 'Account',
  Contact: 'Contact',
  Product: 'Product2',
};

/** Throws `fields_missing`, naming every field that this org wants of a new record and nothing fills in. */
export function requireFilled(made: Made, record: object, { traits }: Account): void {
  const wanted = (traits[`requiredOf${made}`] ?? '').split(',').filter((name) => name.endsWith('__c'));
  const fields = wanted.filter((name) => (record as Record<string, unknown>)[name] === undefined);
  if (fields.length > 0)
    throw rejected('fields_missing', { system: 'Salesforce', object: objects[made], fields });
}

/** Throws `org_lacks` where the org has not switched it on, or does not show it to the user of the connection. */
export function requireTrait({ traits }: Account, name: string, object: string, field?: string): string {
  const found = traits[name];
  if (found !== undefined) return found;
  throw rejected('org_lacks', { system: 'Salesforce', object, ...(field === undefined ? {} : { field }) });
}
